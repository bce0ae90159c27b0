/// Reads the charges of a delivery's files and sums them by their dimensions, exactly, in DuckDB. A
/// new export format is a new [dev.glidepath.collect.charges.Format].
package dev.glidepath.collect.charges;
