package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.doctor.Area;
import dev.glidepath.doctor.Diagnosis;
import dev.glidepath.doctor.Finding;
import dev.glidepath.doctor.Severity;
import dev.glidepath.store.outbox.Claim;
import dev.glidepath.store.outbox.Made;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.OutboxId;
import dev.glidepath.store.outbox.Progress;
import dev.glidepath.store.outbox.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

class DoctorCommandTest {

    private static final String CSV =
            """
            BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,Tags
            10,10,USD,2026-05-01T00:00:00Z,2026-05-03T00:00:00Z,2026-05-04T00:00:00Z,Usage,AWS,Amazon S3,"{""team"":""web""}"
            """;
    private static final String ROW =
            "10,10,USD,2026-05-01T00:00:00Z,2026-05-%sT00:00:00Z,2026-05-%sT00:00:00Z,Usage,AWS,Amazon S3,{}\n";
    private static final String PLAN =
            """
            name: Test
            currency: USD
            start: 2026-01-01
            charge categories: {usage: counted, purchase: counted, tax: counted, credit: counted, adjustment: counted}
            categories:
              - name: Web
                owner: Web
                baseline: 100
                milestones: {12M: 80}
                match: [{tag: {team: web}}]
            recipients: [{email: cfo@acme.com, scope: all}]
            """;

    @TempDir private Path folder;
    private Path plan;
    private Path store;
    private int age = 3_600;

    @BeforeEach
    void aCollectedExport() throws IOException {
        plan = Files.writeString(folder.resolve("plan.yaml"), PLAN);
        store = folder.resolve("store");
        deliver(CSV);
        collect(plan);
    }

    @Test
    void allIsFine() {
        var asOf = Instant.now();
        send(asOf);
        var outcome = doctor("--json");
        assertThat(outcome.json().path("findings"))
                .as(outcome.out())
                .allMatch(f -> f.path("severity").asText().equals("fine"));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.json().path("verdict").asText()).isEqualTo("fine");
        assertThat(outcome.json().path("findings").findValuesAsText("check"))
                .containsExactly(
                        "recipients",
                        "time",
                        "rules",
                        "delivery",
                        "format",
                        "columns",
                        "newest",
                        "rules",
                        "labels",
                        "newest");
    }

    @Test
    void aWeekWithoutADigestIsAWarning() {
        assertWrong("digests", "newest", "warning", "no digest has gone out yet", 4);
        send(Instant.now().minusSeconds(9 * 86_400));
        assertWrong("digests", "newest", "warning", "the newest digest is 9 days old", 4);
    }

    @Test
    void aDigestThatSesDidNotTakeHasNotGoneOut() {
        var now = Instant.now();
        try (var open = StoreFolder.open(store)) {
            var key = key(now);
            var made = new Made(now, "p", "s", "h", "{}");
            open.outbox().claim(key, "cfo@acme.com", new Claim("t", now), made);
            open.outbox().note(new OutboxId(key, 1), Progress.of(Stage.NOT_ACCEPTED, now, "quota"));
        }
        assertWrong("digests", "newest", "warning", "no digest has gone out yet", 4);
    }

    @Test
    void aRecipientWhoNeverGotOneIsNamed() throws IOException {
        send(Instant.now());
        Files.writeString(
                plan,
                PLAN.replace("scope: all}]", "scope: all}, {email: cto@acme.com, scope: all}]"));
        assertWrong("digests", "newest", "warning", "it has never gone to cto@acme.com", 4);
    }

    @Test
    void whatWasNotCollectedLatelyIsAWarning() {
        send(Instant.now());
        var later = Instant.now().plusSeconds(40 * 3_600 + 1_800).truncatedTo(ChronoUnit.SECONDS);
        assertThat(doctor("--json", "--as-of", later.toString()).json().path("findings"))
                .filteredOn(f -> f.path("area").asText().equals("snapshots"))
                .filteredOn(f -> f.path("check").asText().equals("newest"))
                .singleElement()
                .satisfies(
                        f -> {
                            assertThat(f.path("severity").asText()).isEqualTo("warning");
                            assertThat(f.path("what").asText()).contains("40 hours old");
                        });
    }

    @Test
    void aTagThatADayOfTheLastWeekCarriesIsThere() throws IOException {
        send(Instant.now());
        deliver(CSV + ROW.formatted("09", "10"));
        collect(plan);
        assertThat(doctor("--json").exitCode()).isZero();
        deliver(CSV + ROW.formatted("10", "11"));
        collect(plan);
        assertWrong("snapshots", "labels", "warning", "7 days to 2026-05-10 carries tag:team", 4);
    }

    @Test
    void aDigestThatBouncedIsAProblem() {
        var key = send(Instant.now());
        try (var open = StoreFolder.open(store)) {
            open.outbox()
                    .note(new OutboxId(key, 1), Progress.of(Stage.BOUNCED, Instant.now(), "full"));
        }
        assertWrong(
                "digests", "newest", "problem", "the last digest did not reach cfo@acme.com", 5);
    }

    @Test
    void aPlanWithOtherRulesIsAProblemUntilItIsCollectedAgain() throws IOException {
        send(Instant.now());
        Files.writeString(plan, PLAN.replace("{team: web}", "{team: web*}"));
        assertWrong("snapshots", "rules", "problem", "2026-05 were put into categories by", 5);
        collect(plan);
        assertThat(doctor().exitCode()).isZero();
    }

    @Test
    void aTagThatNoChargeCarriesIsAWarning() throws IOException {
        send(Instant.now());
        Files.writeString(plan, PLAN.replace("{team: web}", "{stage: prod}"));
        collect(plan);
        assertWrong("snapshots", "labels", "warning", "carries tag:stage", 4);
    }

    @Test
    void thePlanIsLookedAtToo() throws IOException {
        send(Instant.now());
        Files.writeString(plan, PLAN.replace("cfo@acme.com", "cfo@example.com"));
        assertThat(doctor("--json").out()).contains("still has the example's addresses");
        Files.writeString(plan, PLAN.replace("2026-01-01", "2020-01-01"));
        assertThat(doctor("--json").out()).contains("last milestone, 2021-01-01, is over");
    }

    @Test
    void withoutFoldersItSaysWhatToDo() {
        var outcome = new Cli(store).run("doctor", "--demo", folder.resolve("none").toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors())
                .singleElement()
                .asString()
                .contains("no demo there; run ./glidepath demo first");
    }

    @Test
    void coloursAreForTerminals() {
        var diagnosis =
                new Diagnosis(
                        List.of(
                                new Finding(
                                        Area.MAIL,
                                        "a",
                                        Severity.PROBLEM,
                                        "it is",
                                        "why so",
                                        "do")));
        assertThat(new DiagnosisText(false).lines(diagnosis))
                .containsExactly(
                        "MAIL",
                        "  problem  it is",
                        "           why:  why so",
                        "           mend: do",
                        "",
                        "0 fine, 0 unknown, 0 warnings, 1 problems");
        assertThat(String.join("", new DiagnosisText(true).lines(diagnosis)))
                .contains("\u001B[31m  problem  \u001B[0mit is");
    }

    private void assertWrong(
            String area, String check, String severity, String what, int exitCode) {
        var outcome = doctor("--json");
        assertThat(outcome.json().path("findings"))
                .filteredOn(f -> !f.path("severity").asText().equals("fine"))
                .as(outcome.out())
                .singleElement()
                .satisfies(
                        f -> {
                            assertThat(f.path("area").asText()).isEqualTo(area);
                            assertThat(f.path("check").asText()).isEqualTo(check);
                            assertThat(f.path("severity").asText()).isEqualTo(severity);
                            assertThat(f.path("what").asText()).contains(what);
                            assertThat(f.path("mend").asText()).isNotEmpty();
                        });
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
    }

    private Cli.Outcome doctor(String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "doctor",
                                "--store",
                                store.toString(),
                                "--exports",
                                folder.resolve("bucket").toString(),
                                "--plan",
                                plan.toString()));
        arguments.addAll(List.of(more));
        return new Cli(store).run(arguments.toArray(String[]::new));
    }

    private MailKey send(Instant at) {
        try (var open = StoreFolder.open(store)) {
            var key = key(at);
            open.outbox().filed(key, "cfo@acme.com", new Made(at, "p", "s", "h", "{}"));
            return key;
        }
    }

    private static MailKey key(Instant at) {
        var week = Week.of(at.atOffset(ZoneOffset.UTC).toLocalDate());
        return MailKey.of(week.previous(), "cfo@acme.com");
    }

    private void collect(Path with) {
        var outcome =
                new Cli(store)
                        .collect(List.of("--plan", with.toString()), folder.resolve("bucket"));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    }

    private void deliver(String csv) throws IOException {
        age -= 60;
        var time = Instant.now().minusSeconds(age).truncatedTo(ChronoUnit.SECONDS);
        var data = "cost/data/BILLING_PERIOD=2026-05/" + time + "-x/part.csv";
        write(data, csv);
        var columns = new ArrayList<String>();
        for (var name : CSV.lines().findFirst().orElseThrow().split(",")) {
            columns.add("{\"name\":\"" + name + "\"}");
        }
        write(
                "cost/metadata/BILLING_PERIOD=2026-05/cost-Manifest.json",
                "{\"executionId\":\"x\",\"columns\":%s,\"dataFiles\":[\"s3://b/%s\"]}"
                        .formatted(columns, data));
    }

    private void write(String key, String text) throws IOException {
        var file = folder.resolve("bucket").resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
