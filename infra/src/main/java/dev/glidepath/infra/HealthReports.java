package dev.glidepath.infra;

import dev.glidepath.runtime.HealthMetric;

import software.amazon.awscdk.services.iam.PolicyStatement;

import java.util.List;
import java.util.Map;

/// The permission to tell how a run went.
final class HealthReports {

    private HealthReports() {}

    /// CloudWatch knows no ARN of a metric; the namespace is what can be limited.
    static void allow(TaskFunction reporter) {
        reporter.role()
                .addToPolicy(
                        PolicyStatement.Builder.create()
                                .sid("ReportHealth")
                                .actions(List.of("cloudwatch:PutMetricData"))
                                .resources(List.of("*"))
                                .conditions(
                                        Map.of(
                                                "StringEquals",
                                                Map.of(
                                                        "cloudwatch:namespace",
                                                        HealthMetric.NAMESPACE)))
                                .build());
        Reasons.allowWildcard(
                reporter.role(),
                "Resource::*",
                "CloudWatch knows no ARN of a metric; a condition limits it to one namespace.");
    }
}
