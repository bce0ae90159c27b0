package dev.glidepath.infra;

import dev.glidepath.infra.settings.Settings;

import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnRule;
import software.amazon.awscdk.CfnRuleAssertion;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;

import java.util.List;

/// Settings as they are shipped can be looked at and not deployed: CloudFormation refuses them
/// before it makes anything.
final class ExampleGuard {

    private ExampleGuard() {}

    static void add(Stack stack, Settings settings) {
        var examples = settings.examples();
        if (examples.isEmpty()) {
            return;
        }
        var told =
                "replace "
                        + String.join(", ", examples)
                        + " in infra/glidepath.yaml: nobody receives mail there, and it cannot be"
                        + " deployed";
        Annotations.of(stack).addWarningV2("glidepath:example", told);
        // An assertion that no region fulfils.
        var never =
                CfnRuleAssertion.builder()
                        .assertValue(Fn.conditionEquals(Aws.REGION, "none"))
                        .assertDescription(told)
                        .build();
        CfnRule.Builder.create(stack, "RealAddresses").assertions(List.of(never)).build();
    }
}
