package dev.glidepath.trends.series;

/// Whose cost is asked for.
public sealed interface Scope {

    /// Every category, Unallocated, and their total.
    record All() implements Scope {}

    /// One category of the plan, or Unallocated.
    record OneCategory(String name) implements Scope {}
}
