/// A trend with what stands beside it on the page and the dashboard: where the plan stands, what
/// moved, how far the data can be relied upon. [Overviews] loads it. Depends on `core`, `store` and
/// the series.
package dev.glidepath.trends.overview;
