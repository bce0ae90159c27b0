/// Days of cost become periods and series. Pure: start reading at `Summing.trend`. Depends on
/// `core` alone.
package dev.glidepath.trends.series;
