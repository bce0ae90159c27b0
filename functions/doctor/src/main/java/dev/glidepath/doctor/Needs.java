package dev.glidepath.doctor;

import dev.glidepath.collect.export.BucketPrefix;
import dev.glidepath.doctor.check.BucketCheck;
import dev.glidepath.doctor.check.PermissionCheck.Need;
import dev.glidepath.runtime.Variable;

import software.amazon.awssdk.services.s3.model.S3Exception;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run of each function asks of AWS.
record Needs(Clients clients, Map<Variable, String> variables, List<String> recipients) {

    List<Need> all() {
        var needs = new ArrayList<Need>();
        table(needs);
        if (variables.containsKey(Variable.EXPORTS)
                && variables.containsKey(Variable.EXPORT_OWNER)) {
            exports(needs);
        }
        return needs;
    }

    private void table(List<Need> needs) {
        if (!variables.containsKey(Variable.TABLE)) {
            return;
        }
        var table = clients.tableArn(text(Variable.TABLE));
        var actions = List.of("dynamodb:Query", "dynamodb:BatchWriteItem", "dynamodb:PutItem");
        needs.add(new Need(text(Variable.COLLECT_FUNCTION), actions, table, Map.of()));
        needs.add(new Need(text(Variable.DIGEST_FUNCTION), actions, table, Map.of()));
        if (variables.containsKey(Variable.CONFIGURATION_SET)
                && variables.containsKey(Variable.SENDER)
                && !recipients.isEmpty()) {
            needs.add(sending(table.split(":", -1)));
        }
    }

    /// The configuration set is what every mail is sent with, whichever identity sends it.
    ///
    /// @param table its ARN's parts, which has region and account
    private Need sending(String[] table) {
        return new Need(
                text(Variable.DIGEST_FUNCTION),
                List.of("ses:SendRawEmail"),
                "arn:%s:ses:%s:%s:configuration-set/%s"
                        .formatted(table[1], table[3], table[4], text(Variable.CONFIGURATION_SET)),
                Map.of(
                        "ses:FromAddress",
                        List.of(text(Variable.SENDER)),
                        "ses:Recipients",
                        recipients));
    }

    private void exports(List<Need> needs) {
        var collect = text(Variable.COLLECT_FUNCTION);
        var place = BucketPrefix.of(text(Variable.EXPORTS));
        var owned = Map.of("aws:ResourceAccount", List.of(text(Variable.EXPORT_OWNER)));
        needs.add(
                new Need(
                        collect,
                        List.of("s3:GetObject"),
                        "arn:aws:s3:::%s/%sx".formatted(place.bucket(), place.prefix()),
                        owned));
        key(place.bucket())
                .ifPresent(
                        key ->
                                needs.add(
                                        new Need(
                                                collect,
                                                List.of("kms:Decrypt"),
                                                key,
                                                Map.of(
                                                        "kms:ViaService",
                                                        List.of(
                                                                "s3.%s.amazonaws.com"
                                                                        .formatted(
                                                                                key.split(":", -1)[
                                                                                        3]))))));
    }

    /// What the bucket's own check could not see, it says.
    private Optional<String> key(String bucket) {
        try {
            return BucketCheck.encryption(clients.s3(), bucket, text(Variable.EXPORT_OWNER))
                    .filter(key -> key.matches("arn:[^:]+:kms:.*"));
        } catch (S3Exception _) {
            return Optional.empty();
        }
    }

    private String text(Variable variable) {
        return Optional.ofNullable(variables.get(variable)).orElseThrow();
    }
}
