/// A trend as JSON and as CSV: the same numbers, exact. Depends on `series` and `overview`.
package dev.glidepath.trends.format;
