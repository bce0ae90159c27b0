/// Holds the cost of days against the plan: everything that a weekly digest says. Start reading at
/// `Assess.week`. Depends on `money`, `calendar`, `cost`, `plan` and `bridge`.
package dev.glidepath.core.assess;
