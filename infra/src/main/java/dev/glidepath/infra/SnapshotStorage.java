package dev.glidepath.infra;

import dev.glidepath.store.SnapshotTable;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.constructs.Construct;

/// The table of the snapshots. It outlives the stack: what was known at the time cannot be
/// collected again.
final class SnapshotStorage extends Construct {

    /// The longest that there is.
    private static final int RECOVERY_DAYS = 35;

    private final Table table;

    SnapshotStorage(Construct scope, String id) {
        super(scope, id);
        table =
                Table.Builder.create(this, "Table")
                        .partitionKey(text(SnapshotTable.PARTITION_KEY))
                        .sortKey(text(SnapshotTable.SORT_KEY))
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .encryption(TableEncryption.AWS_MANAGED)
                        .pointInTimeRecoverySpecification(
                                PointInTimeRecoverySpecification.builder()
                                        .pointInTimeRecoveryEnabled(true)
                                        .recoveryPeriodInDays(RECOVERY_DAYS)
                                        .build())
                        .deletionProtection(true)
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
    }

    ITable table() {
        return table;
    }

    void allowReading(TaskFunction reader) {
        table.grant(reader.role(), "dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query");
    }

    /// Whole executions, and receipts and plans of mails; a transaction of puts needs the action of
    /// a put.
    void allowRecording(TaskFunction recorder) {
        table.grant(recorder.role(), "dynamodb:BatchWriteItem", "dynamodb:PutItem");
    }

    /// How it is set up.
    void allowLooking(TaskFunction looker) {
        table.grant(looker.role(), "dynamodb:DescribeContinuousBackups", "dynamodb:DescribeTable");
    }

    /// What becomes of a mail.
    void allowNoting(TaskFunction writer) {
        table.grant(writer.role(), "dynamodb:PutItem");
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
