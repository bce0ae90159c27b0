package dev.glidepath.doctor.check;

import static dev.glidepath.doctor.Severity.PROBLEM;
import static dev.glidepath.doctor.Severity.UNKNOWN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

import java.util.List;
import java.util.Map;

class PermissionCheckTest {

    private final ScriptedAws aws = new ScriptedAws();

    @BeforeEach
    void aFunction() {
        aws.with(
                "GET /2015-03-31/functions/collect/configuration",
                "{\"Role\":\"arn:aws:iam::123456789012:role/collect\"}");
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void whatIsAllowedIsFine() {
        decides("allowed", "allowed");
        seen().isAllFine();
    }

    @Test
    void whatConditionsLookAtIsSimulatedToo() {
        decides("allowed", "allowed");
        seen();
        assertThat(aws.requests())
                .filteredOn(asked -> asked.contains("SimulatePrincipalPolicy"))
                .singleElement(STRING)
                .contains("PolicySourceArn=arn:aws:iam::123456789012:role/collect")
                .contains("ContextKeyName=a:Key", "ContextKeyType=stringList")
                .contains("ContextKeyValues.member.1=1", "ContextKeyValues.member.2=2");
    }

    @Test
    void whatIsDeniedIsAProblem() {
        decides("allowed", "implicitDeny");
        seen().isOnly(
                        "simulated",
                        PROBLEM,
                        "collect may not dynamodb:PutItem on arn:aws:dynamodb:table",
                        "npx cdk deploy");
        decides("explicitDeny", "allowed");
        seen().isOnly("simulated", PROBLEM, "collect may not dynamodb:Query on", "npx cdk deploy");
    }

    @Test
    void whatMayNotBeSimulatedIsUnknown() {
        seen().isOnly("simulated", UNKNOWN, "not allowed to look", "allow the action");
    }

    @Test
    void noAnswerIsNotFine() {
        decides();
        seen().isOnly("simulated", UNKNOWN, "IAM did not say", "again");
    }

    private Seen seen() {
        return Seen.by(
                new PermissionCheck(
                        aws.client(IamClient.builder()),
                        aws.client(LambdaClient.builder()),
                        List.of(
                                new PermissionCheck.Need(
                                        "collect",
                                        List.of("dynamodb:Query", "dynamodb:PutItem"),
                                        "arn:aws:dynamodb:table",
                                        Map.of("a:Key", List.of("1", "2"))))));
    }

    private void decides(String... decisions) {
        var results = new StringBuilder();
        var actions = List.of("dynamodb:Query", "dynamodb:PutItem");
        for (int i = 0; i < decisions.length; i++) {
            results.append(
                    "<member><EvalActionName>%s</EvalActionName><EvalDecision>%s</EvalDecision></member>"
                            .formatted(actions.get(i), decisions[i]));
        }
        aws.with(
                "Action=SimulatePrincipalPolicy",
                "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults>"
                        + results
                        + "</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>");
    }
}
