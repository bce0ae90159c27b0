package dev.glidepath.infra;

import software.amazon.awscdk.services.iam.PolicyStatement;

import java.util.List;

/// The permission to read the metrics that the plan's measures name, in any region, and AWS's
/// estimates of the month's cost, which are in one.
final class MetricReading {

    private MetricReading() {}

    /// CloudWatch limits reading neither by ARN nor by namespace: it is all metrics of the account
    /// or none.
    static void allow(TaskFunction reader) {
        reader.role()
                .addToPolicy(
                        PolicyStatement.Builder.create()
                                .sid("ReadMetrics")
                                .actions(
                                        List.of(
                                                "cloudwatch:GetMetricData",
                                                "cloudwatch:ListMetrics"))
                                .resources(List.of("*"))
                                .build());
        Reasons.allowWildcard(
                reader.role(),
                "Resource::*",
                "Reading metrics knows neither ARNs nor conditions: it sees numbers and names, and"
                        + " changes nothing.");
    }
}
