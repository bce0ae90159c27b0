/// Numbers of CloudWatch per UTC day: those that the plan's measures name, and what AWS estimates
/// the month to have cost so far. [dev.glidepath.collect.metrics.DailyMetrics] is the door. Depends
/// on `core`, `store` and the SDK.
package dev.glidepath.collect.metrics;
