/// Cost of days that no export has settled, from what AWS estimates a month to have cost so far.
/// Depends on `money`.
package dev.glidepath.core.estimate;
