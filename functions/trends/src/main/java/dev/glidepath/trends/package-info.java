/// The snapshots over time, held against the glide path. [Trends] is the door: it loads days, sums
/// them into periods, and gives them as series. Depends on `core` and `store`.
package dev.glidepath.trends;
