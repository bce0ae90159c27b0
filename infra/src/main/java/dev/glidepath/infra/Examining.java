package dev.glidepath.infra;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;

import java.util.List;
import java.util.Map;

/// What the doctor may look at. It reads how things are set up, and changes none.
record Examining(
        Functions functions, SnapshotStorage storage, Exports exports, Schedules schedules) {

    void allow() {
        var doctor = functions.of(Task.DOCTOR);
        storage.allowLooking(doctor);
        exports.allowReading(doctor);
        exports.allowLooking(doctor);
        doctor.role().addToPolicy(mail());
        doctor.role().addToPolicy(listing());
        doctor.role().addToPolicy(schedules(Stack.of(doctor)));
        doctor.role().addToPolicy(configurations());
        doctor.role().addToPolicy(simulation());
        Reasons.allowWildcard(
                doctor.role(),
                "Resource::*",
                "SES's account and the listing of schedules have no ARN; both are only looked at.");
        Reasons.allowWildcard(
                doctor.role(),
                Map.of("regex", "/^Resource::.*:schedule\\/.*\\/\\*$/"),
                "The schedules of the stack's own group, as they are found by listing it.");
    }

    private static PolicyStatement mail() {
        return PolicyStatement.Builder.create()
                .sid("LookAtMail")
                .actions(
                        List.of(
                                "ses:DescribeConfigurationSet",
                                "ses:GetAccount",
                                "ses:GetIdentityDkimAttributes",
                                "ses:GetIdentityVerificationAttributes",
                                "ses:GetSendQuota"))
                .resources(List.of("*"))
                .build();
    }

    private static PolicyStatement listing() {
        return PolicyStatement.Builder.create()
                .sid("ListSchedules")
                .actions(List.of("scheduler:ListSchedules"))
                .resources(List.of("*"))
                .build();
    }

    private PolicyStatement schedules(Stack stack) {
        return PolicyStatement.Builder.create()
                .sid("LookAtSchedules")
                .actions(List.of("scheduler:GetSchedule"))
                .resources(
                        List.of(
                                stack.formatArn(
                                        ArnComponents.builder()
                                                .service("scheduler")
                                                .resource("schedule")
                                                .resourceName(schedules.group() + "/*")
                                                .build())))
                .build();
    }

    private PolicyStatement configurations() {
        return PolicyStatement.Builder.create()
                .sid("LookAtFunctions")
                .actions(List.of("lambda:GetFunctionConfiguration"))
                .resources(
                        List.of(
                                functions.get(Task.COLLECT).getFunctionArn(),
                                functions.get(Task.DIGEST).getFunctionArn()))
                .build();
    }

    private PolicyStatement simulation() {
        return PolicyStatement.Builder.create()
                .sid("SimulateFunctions")
                .actions(List.of("iam:SimulatePrincipalPolicy"))
                .resources(
                        List.of(
                                functions.of(Task.COLLECT).role().getRoleArn(),
                                functions.of(Task.DIGEST).role().getRoleArn()))
                .build();
    }
}
