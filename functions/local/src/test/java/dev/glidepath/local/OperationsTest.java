package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Execution.Totals;

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
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a person does with a store, each of it twice.
class OperationsTest {

    @TempDir private Path folder;
    private SmallBucket bucket;

    @BeforeEach
    void anExport() throws IOException {
        bucket = SmallBucket.in(folder);
    }

    @Test
    void aBackfillGoesOnWhereItWas() {
        assertThat(bucket.backfill("2026-05", "2026-05").out())
                .isEqualTo("2026-05  recorded 1, unchanged 0, superseded 0\n");
        assertThat(bucket.backfill("2026-03", "2026-05").out().lines())
                .containsExactly(
                        "2026-05  recorded 0, unchanged 1, superseded 0",
                        "2026-04  recorded 1, unchanged 0, superseded 0",
                        "2026-03  recorded 1, unchanged 0, superseded 0");
        var json = bucket.backfill("2026-03", "2026-03", "--json").json();
        assertThat(json.path("month").asText()).isEqualTo("2026-03");
        assertThat(json.path("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void aMonthThatFailsIsNamedAndTheOthersAreCollected() throws IOException {
        Files.delete(
                folder.resolve(
                        "bucket/cost/data/BILLING_PERIOD=2026-04/2026-05-12T03:00:00Z-x/part.csv"));
        bucket.write(
                "cost/data/BILLING_PERIOD=2026-04/2026-05-12T03:00:00Z-x/part.csv",
                SmallBucket.csv("2026-04").replace("10,10", "ten,10"));
        var outcome = bucket.backfill("2026-03", "2026-05");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).singleElement().asString().startsWith("glidepath: 2026-04: ");
        assertThat(outcome.out()).contains("2026-05  recorded 1", "2026-03  recorded 1");
    }

    @Test
    void wrongUseIsSaid() {
        assertThat(bucket.backfill("2026-05", "2026-03").exitCode()).isEqualTo(2);
        assertThat(bucket.run("backfill", "--from", "2026-05", "--to", "2026-05").exitCode())
                .isEqualTo(2);
        var backwards = bucket.backfill("2026-05", "2026-05", "--pause", "-1");
        assertThat(backwards.exitCode()).isEqualTo(2);
        assertThat(backwards.errors()).first().asString().contains("--pause -1: write 0 seconds");
        assertThat(bucket.run("delete").exitCode()).isNotZero();
    }

    @Test
    void whatIsReadByForceAndIsTheSameStaysAsItIs() throws IOException {
        bucket.backfill("2026-03", "2026-05");
        assertThat(bucket.backfill("2026-03", "2026-05", "--force").out())
                .contains("2026-03  recorded 0, unchanged 1");
        var before = export();
        assertThat(bucket.collect("--force").out()).contains("\"unchanged\"");
        assertThat(export()).isEqualTo(before);
    }

    /// As after a mistake of an earlier version: the store says another cost of the same files.
    @Test
    void whatIsRecordedWronglyIsPutRightByForceOnly() {
        bucket.backfill("2026-05", "2026-05");
        try (var open = StoreFolder.open(bucket.store())) {
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
        assertThat(bucket.backfill("2026-05", "2026-05").out()).contains("recorded 0, unchanged 1");
        assertThat(bucket.backfill("2026-05", "2026-05", "--force").out()).contains("recorded 1");
    }

    @Test
    void everythingIsExportedAndDeleted() throws IOException {
        bucket.backfill("2026-03", "2026-05");
        var lines = export();
        assertThat(lines).hasSize(3 * 5);
        for (var line : lines) {
            assertThat(new ObjectMapper().readTree(line).path("kind").asText()).isNotEmpty();
        }
        assertThat(bucket.run("export").out().lines()).hasSize(lines.size());
        assertThat(bucket.run("delete").errors())
                .singleElement()
                .asString()
                .contains("nobody can be asked here: add --yes");
        assertThat(bucket.run("delete", "--yes").out())
                .contains("items deleted", "What remains: the exports");
        assertThat(bucket.run("delete", "--yes", "--json").json().path("deleted").asInt()).isZero();
        assertThat(export()).isEmpty();
        assertThat(bucket.backfill("2026-05", "2026-05").out()).contains("recorded 1");
    }

    @Test
    void anExportThatFailsLeavesTheOneOfBefore() throws IOException {
        bucket.backfill("2026-05", "2026-05");
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
        bucket.backfill("2026-05", "2026-05");
        var file = folder.resolve("all.jsonl");
        Files.createSymbolicLink(folder.resolve("all.jsonl.part"), full);
        assertThat(bucket.run("export", "--out", file.toString()).errors())
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
        assertThat(bucket.run(command.split(" ", -1)).errors())
                .containsExactly(
                        "glidepath: "
                                + bucket.store()
                                + ": no such store; run glidepath collect first, or name one with"
                                + " --store");
        assertThat(bucket.store()).doesNotExist();
    }

    private static String[] with(List<String> arguments, Path last) {
        return Stream.concat(arguments.stream(), Stream.of(last.toString())).toArray(String[]::new);
    }

    private List<String> export() throws IOException {
        var file = folder.resolve("all.jsonl");
        assertThat(bucket.run("export", "--out", file.toString()).exitCode()).isZero();
        assertThat(folder.resolve("all.jsonl.part")).doesNotExist();
        return Files.readAllLines(file);
    }
}
