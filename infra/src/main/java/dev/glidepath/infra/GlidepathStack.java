package dev.glidepath.infra;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.infra.settings.ExportSource;
import dev.glidepath.infra.settings.Inputs;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/// All of an installation.
final class GlidepathStack extends Stack {

    /// Data Exports can be made in this region only.
    private static final String DATA_EXPORTS_REGION = "us-east-1";

    GlidepathStack(Construct scope, String id, Inputs.Valid inputs) {
        super(scope, id, properties(inputs.settings().export()));
        var storage = new SnapshotStorage(this, "Snapshots");
        var exports = new Exports(this, "Exports", inputs.settings().export());
        output("SnapshotTable", "The table of the snapshots", storage.table().getTableName());
        output("ExportLocation", "Where the billing exports lie", exports.location());
        output(
                "CopyExports",
                "Copies the exports, for: ./glidepath collect --export exports",
                "aws s3 sync " + exports.location() + " exports");
        output("Plan", "The plan that this was deployed with", named(inputs.plan()));
    }

    private static StackProps properties(ExportSource export) {
        var properties =
                StackProps.builder()
                        .description("Glidepath: cost down to a dated target, proven every week")
                        .terminationProtection(true);
        return switch (export) {
            case ExportSource.Created _ ->
                    properties
                            .env(Environment.builder().region(DATA_EXPORTS_REGION).build())
                            .build();
            case ExportSource.Existing _ -> properties.build();
        };
    }

    private static String named(Plan plan) {
        return plan.basis().name() + " (" + plan.id() + ")";
    }

    private void output(String id, String description, String value) {
        CfnOutput.Builder.create(this, id).description(description).value(value).build();
    }
}
