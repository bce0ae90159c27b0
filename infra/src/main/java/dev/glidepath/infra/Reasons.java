package dev.glidepath.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;

import software.amazon.awscdk.CfnResource;
import software.constructs.IConstruct;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Why something that the checks find is right where it is.
final class Reasons {

    private Reasons() {}

    static void allow(IConstruct resource, String rule, String reason) {
        var allowed = NagPackSuppression.builder().id(rule).reason(reason).build();
        NagSuppressions.addResourceSuppressions(resource, List.of(allowed), true);
    }

    /// @param finding what has the wildcard, as the checks write it: `Resource::*`
    static void allowWildcard(IConstruct resource, Object finding, String reason) {
        var allowed =
                NagPackSuppression.builder()
                        .id("AwsSolutions-IAM5")
                        .appliesTo(List.of(finding))
                        .reason(reason)
                        .build();
        NagSuppressions.addResourceSuppressions(resource, List.of(allowed), true);
    }

    /// What cfn-lint finds.
    static void allowLint(IConstruct construct, String rule) {
        ((CfnResource) Objects.requireNonNull(construct.getNode().getDefaultChild()))
                .addMetadata("cfn-lint", Map.of("config", Map.of("ignore_checks", List.of(rule))));
    }
}
