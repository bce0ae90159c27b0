/// What rose without being expected to: spikes, rises that stay, slow drifts. Start reading at
/// `Unexpected.in`. Depends on `cost` and on the medians of `forecast`.
package dev.glidepath.core.anomaly;
