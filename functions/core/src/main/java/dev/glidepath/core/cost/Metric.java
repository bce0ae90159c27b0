package dev.glidepath.core.cost;

/// FOCUS's four cost columns. Billed and effective are never mixed in one total.
public enum Metric {
    BILLED,
    EFFECTIVE,
    LIST,
    CONTRACTED
}
