package dev.glidepath.core.assess;

import dev.glidepath.core.plan.Rule;

import java.math.BigDecimal;

/// The rule that would take most of Unallocated into a category, and nothing out of another one,
/// wherever in the plan it stands.
///
/// @param cost what it takes of the run-rate's 28 days, exactly
/// @param unallocated what there is to take in them
public record NextRule(Rule rule, BigDecimal cost, BigDecimal unallocated) {}
