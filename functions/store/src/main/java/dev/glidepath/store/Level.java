package dev.glidepath.store;

/// How finely the lines of a charge day are stored.
enum Level {
    /// Per currency, service and charge category.
    TOTALS,
    /// All dimensions.
    DETAIL
}
