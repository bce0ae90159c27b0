/// Reads what AWS recommends: the export "Cost optimization recommendations" of Data Exports. Start
/// reading at `Advice.collect`. Knows `export` for where files lie, and DuckDB.
package dev.glidepath.collect.advice;
