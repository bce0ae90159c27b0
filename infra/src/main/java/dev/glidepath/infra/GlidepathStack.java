package dev.glidepath.infra;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.infra.settings.ExportSource;
import dev.glidepath.infra.settings.Inputs;
import dev.glidepath.infra.settings.Settings;

import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/// All of an installation.
final class GlidepathStack extends Stack {

    /// Data Exports can be made in this region only.
    private static final String DATA_EXPORTS_REGION = "us-east-1";

    private final Guidance guidance = new Guidance(this);

    GlidepathStack(Construct scope, String id, Inputs.Valid inputs, Zips zips) {
        super(scope, id, properties(inputs.settings().export()));
        var settings = inputs.settings();
        ExampleGuard.add(this, settings);
        var storage = new SnapshotStorage(this, "Snapshots");
        var exports = new Exports(this, "Exports", settings.export());
        var queries =
                settings.operation()
                        .athenaAbove()
                        .map(above -> new Queries(this, "Queries", above));
        var topics = new Topics(this, "Topics");
        var mail = new Mail(this, "Mail", settings, topics);
        var letters = new DeadLetters(this, "DeadLetters");
        var schedules = new Schedules(this, "Schedules", settings.timetable());
        var functions =
                new Functions(
                        this,
                        "Functions",
                        settings.operation(),
                        inputs.plan(),
                        zips,
                        new Variables(settings, storage, exports, mail, schedules, queries),
                        letters);
        grant(functions, storage, exports, mail);
        queries.ifPresent(asked -> asked.serve(functions.of(Task.COLLECT), letters));
        mail.tell(functions.of(Task.FEEDBACK), letters);
        if (exports.areOwn()) {
            new Landing(this, "Landing", exports, functions, letters);
        }
        schedules.start(functions, letters);
        new Examining(functions, storage, exports, schedules).allow();
        var watch = new Watch(this, "Watch", settings.operation(), topics, functions, letters);
        var dashboard =
                new HealthDashboard(this, "Health", watch, functions, schedules, letters, storage);
        guidance.show("Dashboard", "The system's own health", dashboard.dashboard());
        var trends = new TrendsDashboard(this, "Trends", functions.trends());
        guidance.show(
                "TrendsDashboard",
                "Cost against the plan; who looks needs lambda:InvokeFunction on TrendsFunction",
                trends.dashboard());
        tell(inputs, storage, exports, functions);
    }

    private static void grant(
            Functions functions, SnapshotStorage storage, Exports exports, Mail mail) {
        functions.all().forEach(storage::allowReading);
        storage.allowRecording(functions.of(Task.COLLECT));
        storage.allowRecording(functions.of(Task.DIGEST));
        storage.allowNoting(functions.of(Task.FEEDBACK));
        exports.allowReading(functions.of(Task.COLLECT));
        mail.allowSending(functions.of(Task.DIGEST));
        MetricReading.allow(functions.of(Task.COLLECT));
        HealthReports.allow(functions.of(Task.COLLECT));
        HealthReports.allow(functions.of(Task.DIGEST));
        HealthReports.allow(functions.of(Task.FEEDBACK));
    }

    private void tell(
            Inputs.Valid inputs, SnapshotStorage storage, Exports exports, Functions functions) {
        guidance.tell(
                "SnapshotTable", "The table of the snapshots", storage.table().getTableName());
        guidance.tell("ExportLocation", "Where the billing exports lie", exports.location());
        guidance.tell("Plan", "The plan that this was deployed with", named(inputs.plan().plan()));
        guidance.tell(
                "CopyExports",
                "Copies the exports, for: ./glidepath collect --export exports",
                "aws s3 sync " + exports.location() + " exports");
        var collect = functions.get(Task.COLLECT);
        var digest = functions.get(Task.DIGEST);
        guidance.start(
                "Backfill",
                "First: collects the months that the event names",
                collect,
                "collect-periods.json");
        guidance.ask(
                "Preview",
                "Then: the digest of the week that the event names, without sending it",
                digest,
                "digest-preview.json");
        guidance.ask(
                "RequestDigest",
                "Sends a week's digest to those who have not got it",
                digest,
                "digest-requested.json");
        guidance.call(
                "Doctor",
                "Looks whether all is well, and says how to mend what is not",
                functions.get(Task.DOCTOR));
        guidance.tell(
                "TrendsFunction", "Whom to ask about trends", functions.trends().getFunctionArn());
        tellOwner(inputs.settings(), exports, functions);
    }

    /// The stack may not change a bucket that it did not make.
    private void tellOwner(Settings settings, Exports exports, Functions functions) {
        if (!exports.areOwn()) {
            guidance.tell(
                    "CollectRole",
                    "The bucket's owner allows it to read the exports",
                    functions.of(Task.COLLECT).role().getRoleArn());
        } else if (settings.export() instanceof ExportSource.Existing) {
            guidance.tell(
                    "NotifyOfDeliveries",
                    "Collects as soon as an export lands, not only daily. It replaces the bucket's"
                            + " notifications: look first at get-bucket-notification-configuration",
                    "aws s3api put-bucket-notification-configuration --bucket "
                            + exports.bucket().getBucketName()
                            + " --notification-configuration '{\"EventBridgeConfiguration\":{}}'");
        }
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
}
