package dev.glidepath.doctor.check;

import dev.glidepath.doctor.Check;
import dev.glidepath.doctor.Findings;

import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.lambda.LambdaClient;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Whether the functions' roles allow what they will ask for, as IAM simulates it. Policies of
/// buckets and keys of other accounts are not part of that.
public record PermissionCheck(IamClient iam, LambdaClient lambda, List<Need> needs)
        implements Check {

    public PermissionCheck {
        needs = List.copyOf(needs);
    }

    /// @param context what the conditions of the policy look at
    public record Need(
            String function,
            List<String> actions,
            String resource,
            Map<String, List<String>> context) {
        public Need {
            actions = List.copyOf(actions);
            context = Map.copyOf(context);
        }
    }

    @Override
    public void look(Findings findings) {
        for (var need : needs) {
            findings.attempt("simulated", () -> look(findings, need));
        }
    }

    private void look(Findings findings, Need need) {
        var role = lambda.getFunctionConfiguration(r -> r.functionName(need.function())).role();
        var results =
                iam.simulatePrincipalPolicy(
                                r ->
                                        r.policySourceArn(role)
                                                .actionNames(need.actions())
                                                .resourceArns(need.resource())
                                                .contextEntries(context(need.context())))
                        .evaluationResults();
        var denied = new TreeSet<String>();
        results.stream()
                .filter(r -> r.evalDecision() != PolicyEvaluationDecisionType.ALLOWED)
                .map(EvaluationResult::evalActionName)
                .forEach(denied::add);
        var what = String.join(", ", need.actions()) + " on " + need.resource();
        if (results.isEmpty()) {
            findings.unknown(
                    "simulated",
                    "IAM did not say whether %s may %s".formatted(need.function(), what),
                    "What cannot be seen may be wrong.",
                    "run the doctor again");
        } else if (denied.isEmpty()) {
            findings.fine("simulated", need.function() + " may " + what);
        } else {
            findings.problem(
                    "simulated",
                    "%s may not %s on %s"
                            .formatted(need.function(), String.join(", ", denied), need.resource()),
                    "Its next run fails there.",
                    "npx cdk deploy puts its role right; else look for a permissions boundary or a"
                            + " policy of the organization that denies it");
        }
    }

    private static List<ContextEntry> context(Map<String, List<String>> values) {
        return values.entrySet().stream()
                .map(
                        e ->
                                ContextEntry.builder()
                                        .contextKeyName(e.getKey())
                                        .contextKeyType(
                                                e.getValue().size() == 1
                                                        ? ContextKeyTypeEnum.STRING
                                                        : ContextKeyTypeEnum.STRING_LIST)
                                        .contextKeyValues(e.getValue())
                                        .build())
                .toList();
    }
}
