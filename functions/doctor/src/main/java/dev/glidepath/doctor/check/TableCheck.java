package dev.glidepath.doctor.check;

import dev.glidepath.doctor.Check;
import dev.glidepath.doctor.Findings;
import dev.glidepath.store.SnapshotTable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

import java.util.List;

/// Whether the table is there, and what was known at a time cannot get lost in it.
public record TableCheck(DynamoDbClient dynamo, String table) implements Check {

    private static final List<String> KEYS =
            List.of(SnapshotTable.PARTITION_KEY, SnapshotTable.SORT_KEY);

    @Override
    public void look(Findings findings) {
        try {
            var described = dynamo.describeTable(r -> r.tableName(table)).table();
            exists(findings, described);
            protection(findings, described);
            encryption(findings, described);
        } catch (ResourceNotFoundException _) {
            findings.problem(
                    "exists",
                    "there is no table " + table,
                    "Nothing is kept, and no digest can be made.",
                    "npx cdk deploy; a table that was deleted is restored with aws dynamodb"
                            + " restore-table-to-point-in-time");
            return;
        }
        findings.attempt("recovery", () -> recovery(findings));
    }

    private void exists(Findings findings, TableDescription described) {
        var keys = described.keySchema().stream().map(KeySchemaElement::attributeName).toList();
        if (!keys.equals(KEYS)) {
            findings.problem(
                    "exists",
                    "%s has the keys %s, and not %s".formatted(table, keys, KEYS),
                    "It is another program's table.",
                    "correct GLIDEPATH_TABLE, or deploy the stack again");
        } else if (described.tableStatus() != TableStatus.ACTIVE) {
            findings.warning(
                    "exists",
                    "%s is %s".formatted(table, described.tableStatusAsString()),
                    "It can be read and written only when it is ACTIVE.",
                    "wait: aws dynamodb wait table-exists --table-name " + table);
        } else {
            findings.fine("exists", table + " is active");
        }
    }

    private void protection(Findings findings, TableDescription described) {
        if (Boolean.TRUE.equals(described.deletionProtectionEnabled())) {
            findings.fine("deletion protection", "cannot be deleted by mistake");
        } else {
            findings.warning(
                    "deletion protection",
                    table + " can be deleted by mistake",
                    "What was known at a time cannot be collected again.",
                    "aws dynamodb update-table --deletion-protection-enabled --table-name "
                            + table);
        }
    }

    private void encryption(Findings findings, TableDescription described) {
        var sse = described.sseDescription();
        if (sse != null && sse.status() == SSEStatus.ENABLED) {
            findings.fine("encryption", "encrypted with the account's KMS key for DynamoDB");
        } else {
            findings.warning(
                    "encryption",
                    table + " is encrypted with DynamoDB's own key, not with the account's",
                    "Who reads it is not in the account's trail of its key.",
                    "aws dynamodb update-table --sse-specification Enabled=true,SSEType=KMS"
                            + " --table-name "
                            + table);
        }
    }

    private void recovery(Findings findings) {
        var status =
                dynamo.describeContinuousBackups(r -> r.tableName(table))
                        .continuousBackupsDescription()
                        .pointInTimeRecoveryDescription();
        if (status != null
                && status.pointInTimeRecoveryStatus() == PointInTimeRecoveryStatus.ENABLED) {
            findings.fine("recovery", "can be restored to any time of its recovery period");
        } else {
            findings.warning(
                    "recovery",
                    table + " has no point-in-time recovery",
                    "What was known at a time cannot be collected again.",
                    "aws dynamodb update-continuous-backups"
                            + " --point-in-time-recovery-specification"
                            + " PointInTimeRecoveryEnabled=true --table-name "
                            + table);
        }
    }
}
