/// Finds what an export has delivered: its manifests, and the files that they name. Knows the
/// layouts of Data Exports and of legacy CUR; knows nothing of what stands in the files.
package dev.glidepath.collect.export;
