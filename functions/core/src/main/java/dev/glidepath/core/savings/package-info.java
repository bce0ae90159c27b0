/// What the bill shows of savings: how much less things cost than in a reference, since when, and
/// whether it lasted. Depends on `cost` and `money`.
package dev.glidepath.core.savings;
