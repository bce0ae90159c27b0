package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Execution.Totals;
import dev.glidepath.digest.CopyNote;
import dev.glidepath.store.outbox.Made;
import dev.glidepath.store.outbox.MailKey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a person does with a store, each of it twice.
class OperationsTest {

    private static final String CSV =
            """
            BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,Tags
            10,10,USD,PERIOD-01T00:00:00Z,PERIOD-03T00:00:00Z,PERIOD-04T00:00:00Z,Usage,AWS,Amazon S3,{}
            """;

    @TempDir private Path folder;

    @BeforeEach
    void anExport() throws IOException {
        for (var period : List.of("2026-03", "2026-04", "2026-05")) {
            var data = "cost/data/BILLING_PERIOD=" + period + "/2026-05-12T03:00:00Z-x/part.csv";
            write(data, CSV.replace("PERIOD", period));
            write(
                    "cost/metadata/BILLING_PERIOD=" + period + "/cost-Manifest.json",
                    "{\"executionId\":\"x\",\"dataFiles\":[\"s3://b/%s\"]}".formatted(data));
        }
    }

    @Test
    void aBackfillGoesOnWhereItWas() {
        assertThat(backfill("2026-05", "2026-05").out())
                .isEqualTo("2026-05  recorded 1, unchanged 0, superseded 0\n");
        assertThat(backfill("2026-03", "2026-05").out().lines())
                .containsExactly(
                        "2026-05  recorded 0, unchanged 1, superseded 0",
                        "2026-04  recorded 1, unchanged 0, superseded 0",
                        "2026-03  recorded 1, unchanged 0, superseded 0");
        var json = backfill("2026-03", "2026-03", "--json").json();
        assertThat(json.path("month").asText()).isEqualTo("2026-03");
        assertThat(json.path("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void aMonthThatFailsIsNamedAndTheOthersAreCollected() throws IOException {
        Files.delete(
                folder.resolve(
                        "bucket/cost/data/BILLING_PERIOD=2026-04/2026-05-12T03:00:00Z-x/part.csv"));
        write(
                "cost/data/BILLING_PERIOD=2026-04/2026-05-12T03:00:00Z-x/part.csv",
                CSV.replace("PERIOD", "2026-04").replace("10,10", "ten,10"));
        var outcome = backfill("2026-03", "2026-05");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).singleElement().asString().startsWith("glidepath: 2026-04: ");
        assertThat(outcome.out()).contains("2026-05  recorded 1", "2026-03  recorded 1");
    }

    @Test
    void wrongUseIsSaid() {
        assertThat(backfill("2026-05", "2026-03").exitCode()).isEqualTo(2);
        assertThat(run("backfill", "--from", "2026-05", "--to", "2026-05").exitCode()).isEqualTo(2);
        var backwards = backfill("2026-05", "2026-05", "--pause", "-1");
        assertThat(backwards.exitCode()).isEqualTo(2);
        assertThat(backwards.errors()).first().asString().contains("--pause -1: write 0 seconds");
        assertThat(run("delete").exitCode()).isNotZero();
    }

    @Test
    void whatIsReadByForceAndIsTheSameStaysAsItIs() throws IOException {
        backfill("2026-03", "2026-05");
        assertThat(backfill("2026-03", "2026-05", "--force").out())
                .contains("2026-03  recorded 0, unchanged 1");
        var before = export();
        assertThat(collect("--force").out()).contains("\"unchanged\"");
        assertThat(export()).isEqualTo(before);
    }

    /// As after a mistake of an earlier version: the store says another cost of the same files.
    @Test
    void whatIsRecordedWronglyIsPutRightByForceOnly() {
        backfill("2026-05", "2026-05");
        try (var open = StoreFolder.open(store())) {
            var snapshots = open.snapshots();
            var newest = snapshots.newest("cost", YearMonth.of(2026, 5)).orElseThrow();
            var known = newest.execution();
            var eleven = new BigDecimal("11");
            var wrong = new Amounts(eleven, eleven, null, null);
            var line = snapshots.days(newest).firstEntry().getValue().getFirst();
            snapshots.recordAgain(
                    new Execution(
                            known.id(),
                            known.source(),
                            known.files(),
                            Map.of("USD", new Totals(1, wrong, Map.of()))),
                    newest.allocation(),
                    new TreeMap<>(
                            Map.of(
                                    LocalDate.of(2026, 5, 3),
                                    List.of(
                                            new CostLine(
                                                    line.category(),
                                                    line.dimensions(),
                                                    wrong,
                                                    line.quantity(),
                                                    1)))),
                    InstantSource.system());
        }
        assertThat(backfill("2026-05", "2026-05").out()).contains("recorded 0, unchanged 1");
        assertThat(backfill("2026-05", "2026-05", "--force").out()).contains("recorded 1");
    }

    @Test
    void aHoldIsToldOnceAndReleased() {
        backfill("2026-05", "2026-05");
        assertThat(hold("The credit is disputed").out())
                .contains("2026-W19 is held by ann on ", ": The credit is disputed");
        assertThat(hold("Another reason").out())
                .contains("was already held by ann", "The credit is disputed");
        assertThat(hold("two\nlines").exitCode()).isEqualTo(1);
        var released = run("release", "--week", "2026-W19", "--by", "bob", "--json");
        assertThat(released.json().path("changed").asBoolean()).isTrue();
        assertThat(run("release", "--week", "2026-W19").out()).contains("was already released");
        assertThat(run("release", "--week", "2026-W20").out()).contains("was not held");
    }

    @Test
    void whoDecidesIsOneLine() {
        backfill("2026-05", "2026-05");
        var outcome = run("hold", "--week", "2026-W19", "--by", "ann\nbob", "--reason", "Wrong");
        assertThat(outcome.errors()).singleElement().asString().contains("--by: a line break");
    }

    @Test
    void aCopyDoesNotCountAmongTheDigestsThatWereSentBefore() {
        backfill("2026-05", "2026-05");
        var week = Week.parse("2026-W19");
        var made = new Made(Instant.now(), "plan", "Cloud costs", "hash", "{}");
        var copy = new CopyNote(1, "It was lost", Instant.now());
        try (var open = StoreFolder.open(store())) {
            for (var to : List.of("cfo@acme.com", "cto@acme.com")) {
                open.outbox().filed(MailKey.of(week, to), to, made);
                open.outbox().filed(copy.key(week, to), to, made);
            }
        }
        assertThat(hold("The credit is disputed").out()).endsWith("  2 had got it before\n");
    }

    @Test
    void aDigestThatAPersonHoldsIsWrittenAndNotFiled() {
        backfill("2026-03", "2026-05");
        hold("The credit is disputed");
        var out = folder.resolve("digests");
        assertThat(run("digest", "--week", "2026-W19", "--out", out.toString()).exitCode())
                .isEqualTo(3);
        assertThat(out.resolve("2026-W19/finance@example.com/digest.html")).exists();
        try (var open = StoreFolder.open(store())) {
            assertThat(open.outbox().mails(Week.parse("2026-W19"))).isEmpty();
        }
    }

    @Test
    void anAddressIsTheSameInCapitals() {
        backfill("2026-03", "2026-05");
        var week = folder.resolve("p/2026-W19");
        run(
                "preview",
                "--week",
                "2026-W19",
                "--to",
                "Finance@EXAMPLE.com",
                "--out",
                folder.resolve("p").toString());
        assertThat(week).isDirectoryContaining("glob:**/finance@example.com");
        assertThat(week.resolve("engineering@example.com")).doesNotExist();
    }

    @Test
    void aWeekThatAPersonHoldsIsNotFiled() {
        backfill("2026-03", "2026-05");
        hold("The credit is disputed");
        var outcome = run("preview", "--week", "2026-W19", "--out", folder.resolve("p").toString());
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).contains("  held: held by ann since ", "The credit is disputed");
    }

    @Test
    void aCopyNeedsAMailThatWasSent() {
        backfill("2026-05", "2026-05");
        assertThat(resend("It was lost").errors())
                .singleElement()
                .asString()
                .contains("that recipient was never sent the mail of 2026-W19");
    }

    @Test
    void whyACopyIsAskedForIsOneLine() {
        for (var broken : List.of("It was\nlost", "It was\u2029lost")) {
            assertThat(resend(broken).errors())
                    .containsExactly(
                            "glidepath: --reason: a line break or a control character: keep it on one line");
        }
        assertThat(resend(" ").errors())
                .containsExactly("glidepath: --reason is empty: write one line");
    }

    @Test
    void everythingIsExportedAndDeleted() throws IOException {
        backfill("2026-03", "2026-05");
        var lines = export();
        assertThat(lines).hasSize(3 * 5);
        for (var line : lines) {
            assertThat(new ObjectMapper().readTree(line).path("kind").asText()).isNotEmpty();
        }
        assertThat(run("export").out().lines()).hasSize(lines.size());
        assertThat(run("delete").errors())
                .singleElement()
                .asString()
                .contains("nobody can be asked here: add --yes");
        assertThat(run("delete", "--yes").out())
                .contains("items deleted", "What remains: the exports");
        assertThat(run("delete", "--yes", "--json").json().path("deleted").asInt()).isZero();
        assertThat(export()).isEmpty();
        assertThat(backfill("2026-05", "2026-05").out()).contains("recorded 1");
    }

    @Test
    void anExportThatFailsLeavesTheOneOfBefore() throws IOException {
        backfill("2026-05", "2026-05");
        var before = export();
        var file = folder.resolve("all.jsonl");
        var none = new Cli(folder.resolve("none"));
        var arguments = List.of("export", "--store", none.store().toString(), "--out");
        assertThat(none.run(with(arguments, file)).exitCode()).isEqualTo(1);
        assertThat(Files.readAllLines(file)).isEqualTo(before);

        var other = folder.resolve("other.jsonl");
        assertThat(none.run(with(arguments, other)).exitCode()).isEqualTo(1);
        assertThat(other).doesNotExist();
        assertThat(folder.resolve("other.jsonl.part")).doesNotExist();
    }

    @Test
    void aDiskThatIsFullIsSaidAndTheExportIsNotThere() throws IOException {
        var full = Path.of("/dev/full");
        assumeThat(full).as("a disk that is full").exists();
        backfill("2026-05", "2026-05");
        var file = folder.resolve("all.jsonl");
        Files.createSymbolicLink(folder.resolve("all.jsonl.part"), full);
        assertThat(run("export", "--out", file.toString()).errors())
                .singleElement()
                .asString()
                .contains(file + ": cannot be written: the disk is full");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trends",
                "preview",
                "digest",
                "serve",
                "export",
                "delete --yes",
                "replay --week 2026-W19 --to cfo@acme.com",
                "hold --week 2026-W19 --reason Wrong",
                "release --week 2026-W19",
                "resend --week 2026-W19 --to cfo@acme.com --reason Lost"
            })
    @Timeout(30)
    void whereNothingWasCollectedNoStoreIsMade(String command) {
        assertThat(run(command.split(" ", -1)).errors())
                .containsExactly(
                        "glidepath: "
                                + store()
                                + ": no such store; run glidepath collect first, or name one with"
                                + " --store");
        assertThat(store()).doesNotExist();
    }

    private static String[] with(List<String> arguments, Path last) {
        return Stream.concat(arguments.stream(), Stream.of(last.toString())).toArray(String[]::new);
    }

    private List<String> export() throws IOException {
        var file = folder.resolve("all.jsonl");
        assertThat(run("export", "--out", file.toString()).exitCode()).isZero();
        assertThat(folder.resolve("all.jsonl.part")).doesNotExist();
        return Files.readAllLines(file);
    }

    private Cli.Outcome hold(String reason) {
        return run("hold", "--week", "2026-W19", "--by", "ann", "--reason", reason);
    }

    private Cli.Outcome resend(String reason) {
        return run("resend", "--week", "2026-W19", "--to", "cfo@acme.com", "--reason", reason);
    }

    private Cli.Outcome collect(String... options) {
        return new Cli(store()).collect(List.of(options), folder.resolve("bucket"));
    }

    private Cli.Outcome backfill(String from, String to, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "backfill",
                                "--from",
                                from,
                                "--to",
                                to,
                                "--export",
                                folder.resolve("bucket").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private Cli.Outcome run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--store", store().toString()));
        return new Cli(store()).run(all.toArray(String[]::new));
    }

    private Path store() {
        return folder.resolve("store");
    }

    private void write(String key, String text) throws IOException {
        var file = folder.resolve("bucket").resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
