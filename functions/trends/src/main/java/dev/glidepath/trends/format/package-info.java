/// A trend as JSON and as CSV: the same numbers, exact. Depends on `series`.
package dev.glidepath.trends.format;
