package dev.glidepath.doctor;

import static dev.glidepath.runtime.Variable.COLLECT_FUNCTION;
import static dev.glidepath.runtime.Variable.CONFIGURATION_SET;
import static dev.glidepath.runtime.Variable.DIGEST_FUNCTION;
import static dev.glidepath.runtime.Variable.EXPORTS;
import static dev.glidepath.runtime.Variable.EXPORT_OWNER;
import static dev.glidepath.runtime.Variable.SCHEDULES;
import static dev.glidepath.runtime.Variable.SENDER;
import static dev.glidepath.runtime.Variable.TABLE;
import static dev.glidepath.runtime.Variable.TIME_ZONE;

import dev.glidepath.collect.export.BucketPrefix;
import dev.glidepath.collect.s3.S3Bucket;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.doctor.Doctor.Examination;
import dev.glidepath.doctor.check.BucketCheck;
import dev.glidepath.doctor.check.DigestCheck;
import dev.glidepath.doctor.check.ExportCheck;
import dev.glidepath.doctor.check.FunctionCheck;
import dev.glidepath.doctor.check.LambdaRoom;
import dev.glidepath.doctor.check.MailCheck;
import dev.glidepath.doctor.check.PermissionCheck;
import dev.glidepath.doctor.check.PlanCheck;
import dev.glidepath.doctor.check.ScheduleCheck;
import dev.glidepath.doctor.check.SendingAccount;
import dev.glidepath.doctor.check.SnapshotCheck;
import dev.glidepath.doctor.check.TableCheck;
import dev.glidepath.runtime.Variable;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.outbox.Outbox;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An installation in an account, as its variables name it. What depends on a variable that is not
/// known is a finding of its own.
///
/// @param planNotes where the plan contradicts itself
/// @param scratch a folder for temporary files
public record Installation(
        Map<Variable, String> variables,
        Plan plan,
        List<String> planNotes,
        Clients clients,
        Path scratch,
        InstantSource clock) {

    public Installation {
        variables = Map.copyOf(variables);
        planNotes = List.copyOf(planNotes);
    }

    public List<Examination> examinations() {
        return List.of(
                new Examination(Area.PLAN, new PlanCheck(plan, planNotes, today())),
                examination(Area.EXPORT, List.of(EXPORTS, EXPORT_OWNER), this::exports),
                examination(Area.BUCKET, List.of(EXPORTS, EXPORT_OWNER), this::bucket),
                examination(
                        Area.TABLE,
                        List.of(TABLE),
                        () -> new TableCheck(clients.dynamo(), text(TABLE))),
                examination(Area.SNAPSHOTS, List.of(TABLE), this::snapshots),
                examination(Area.DIGESTS, List.of(TABLE), this::digests),
                examination(Area.MAIL, List.of(SENDER), this::mail),
                examination(Area.SCHEDULES, List.of(SCHEDULES), this::schedules),
                examination(
                        Area.FUNCTIONS,
                        List.of(COLLECT_FUNCTION, EXPORTS, EXPORT_OWNER),
                        this::functions),
                examination(
                        Area.PERMISSIONS,
                        List.of(COLLECT_FUNCTION, DIGEST_FUNCTION),
                        () -> new PermissionCheck(clients.iam(), clients.lambda(), needs())));
    }

    /// A check that is made once it is known that all that it needs is there.
    @FunctionalInterface
    private interface Made {
        Check make();
    }

    private Examination examination(Area area, List<Variable> needed, Made check) {
        var missing = needed.stream().filter(v -> !variables.containsKey(v)).toList();
        if (missing.isEmpty()) {
            return new Examination(area, findings -> check.make().look(findings));
        }
        return new Examination(
                area,
                findings ->
                        findings.unknown(
                                "look",
                                missing.getFirst().key() + " is not known",
                                "What cannot be seen may be wrong.",
                                "set it, or name the deployed stack with --stack"));
    }

    private Check exports() {
        return new ExportCheck(
                s3Bucket(),
                place().toString(),
                place().prefix(),
                plan.allocation().labels(),
                clock);
    }

    private Check bucket() {
        return new BucketCheck(
                clients.s3(), place().bucket(), text(EXPORT_OWNER), clients.region());
    }

    private Check snapshots() {
        return new SnapshotCheck(
                new Snapshots(clients.dynamo(), text(TABLE)), plan, clock.instant());
    }

    private Check digests() {
        return new DigestCheck(new Outbox(clients.dynamo(), text(TABLE)), plan, clock.instant());
    }

    private Check mail() {
        return new MailCheck(
                clients.ses(),
                new SendingAccount(clients.sesAccount()),
                text(SENDER),
                plan.recipients().stream().map(Plan.Recipient::email).toList(),
                Optional.ofNullable(variables.get(CONFIGURATION_SET)));
    }

    private Check schedules() {
        return new ScheduleCheck(
                clients.scheduler(),
                text(SCHEDULES),
                Optional.ofNullable(variables.get(TIME_ZONE)),
                Stream.of(COLLECT_FUNCTION, DIGEST_FUNCTION)
                        .flatMap(v -> Stream.ofNullable(variables.get(v)))
                        .toList(),
                clock);
    }

    private Check functions() {
        return new FunctionCheck(
                new LambdaRoom(clients.lambda(), text(COLLECT_FUNCTION)),
                s3Bucket(),
                place().prefix());
    }

    private List<PermissionCheck.Need> needs() {
        return new Needs(
                        clients,
                        variables,
                        plan.recipients().stream().map(Plan.Recipient::email).toList())
                .all();
    }

    private S3Bucket s3Bucket() {
        return new S3Bucket(
                clients.s3(), new S3Bucket.Account(place().bucket(), text(EXPORT_OWNER)), scratch);
    }

    private BucketPrefix place() {
        return BucketPrefix.of(text(EXPORTS));
    }

    private String text(Variable variable) {
        return Optional.ofNullable(variables.get(variable)).orElseThrow();
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
