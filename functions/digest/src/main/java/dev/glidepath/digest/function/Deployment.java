package dev.glidepath.digest.function;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.digest.Copies;
import dev.glidepath.digest.Replay;
import dev.glidepath.digest.WeeklyDigest;
import dev.glidepath.digest.deliver.DueTime;
import dev.glidepath.digest.deliver.Posting;
import dev.glidepath.digest.deliver.SendAgain;
import dev.glidepath.digest.deliver.SendDigests;
import dev.glidepath.digest.deliver.SesMailbox;
import dev.glidepath.digest.deliver.Waiting;
import dev.glidepath.digest.feedback.Feedback;
import dev.glidepath.runtime.Aws;
import dev.glidepath.runtime.CloudWatchHealth;
import dev.glidepath.runtime.DeployedPlan;
import dev.glidepath.runtime.Early;
import dev.glidepath.runtime.Environment;
import dev.glidepath.runtime.Health;
import dev.glidepath.runtime.Variable;
import dev.glidepath.store.PlanTexts;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.outbox.Outbox;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;

/// What the stack made, as the handlers need it.
final class Deployment {

    private Deployment() {}

    static DigestTriggers digest(Environment environment) {
        var planFile = Path.of(environment.text(Variable.PLAN));
        var reading = Early.start(() -> DeployedPlan.read(planFile));
        var dynamo = Aws.client(DynamoDbClient.builder());
        var reporting = Early.start(Deployment::health);
        var table = environment.text(Variable.TABLE);
        var outbox = new Outbox(dynamo, table);
        var waiting = Waiting.real();
        var mailbox =
                new SesMailbox(SesClient.builder(), environment.text(Variable.CONFIGURATION_SET));
        var posting =
                new Posting(
                        environment.text(Variable.SENDER),
                        outbox,
                        mailbox,
                        waiting,
                        () -> UUID.randomUUID().toString());
        var plans = new PlanTexts(dynamo, table);
        var snapshots = new Snapshots(dynamo, table);
        var digest = new WeeklyDigest(snapshots, outbox, plans, version());
        var copies = new Copies(outbox, new Replay(snapshots, plans, version()));
        var plan = reading.get();
        var digests =
                new SendDigests(
                        plan.recipients().stream().map(Plan.Recipient::email).toList(),
                        (week, to, asOf) -> {
                            plans.keep(plan.id(), DeployedPlan.text(planFile));
                            DeployedPlan.values(planFile, plan)
                                    .ifPresent(values -> plans.keepValues(plan.id(), values));
                            return digest.editions(plan, week, to, asOf);
                        },
                        outbox,
                        posting,
                        environment.text(Variable.OWNER),
                        waiting.clock());
        return new DigestTriggers(
                digests,
                new SendAgain(copies, posting),
                dueTime(environment),
                reporting.get(),
                waiting.clock());
    }

    static FeedbackNotes feedback(Environment environment) {
        var dynamo = Aws.client(DynamoDbClient.builder());
        var outbox = new Outbox(dynamo, environment.text(Variable.TABLE));
        return new FeedbackNotes(new Feedback(outbox), health());
    }

    private static DueTime dueTime(Environment environment) {
        return new DueTime(
                ZoneId.of(environment.text(Variable.TIME_ZONE)),
                DayOfWeek.valueOf(environment.text(Variable.DIGEST_DAY)),
                LocalTime.parse(environment.text(Variable.DIGEST_TIME)));
    }

    private static Health health() {
        return new CloudWatchHealth(Aws.client(CloudWatchClient.builder()));
    }

    private static String version() {
        return Objects.requireNonNullElse(
                Deployment.class.getPackage().getImplementationVersion(), "development");
    }
}
