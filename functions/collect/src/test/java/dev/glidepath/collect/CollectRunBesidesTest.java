package dev.glidepath.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.CollectRequest.Begun;
import dev.glidepath.collect.CollectRequest.Landed;
import dev.glidepath.collect.CollectRequest.OpenPeriods;
import dev.glidepath.collect.CollectRequest.Periods;
import dev.glidepath.collect.CollectRun.Daily;
import dev.glidepath.collect.charges.ChargeSource;
import dev.glidepath.collect.charges.DirectSource;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.BucketPrefix;
import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.collect.export.FolderBucket;
import dev.glidepath.core.cost.Execution.FileRead;
import dev.glidepath.runtime.HealthMetric;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What a run does besides reading what is new: the numbers of the day, what is read by force, and
/// what is read elsewhere.
class CollectRunBesidesTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final String EXECUTION = "2026-05-12T03:00:00.000Z-1";
    private static final Daily NEVER =
            _ -> {
                throw new AssertionError("asked");
            };

    @TempDir Path folder;
    @TempDir Path scratch;

    private final List<Map<HealthMetric, Long>> health = new ArrayList<>();
    private EmbeddedTable table;
    private Snapshots snapshots;
    private ExportFolder exports;
    private Bucket bucket;

    @BeforeEach
    void open() {
        table = EmbeddedTable.inMemory();
        snapshots = new Snapshots(table.client(), EmbeddedTable.NAME);
        exports = new ExportFolder(folder, "exports/");
        bucket = new FolderBucket(folder);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void aDailyRunBringsTheNumbersOfTheDay() {
        var report = run(new OpenPeriods(MAY), List.of(_ -> 2, _ -> 3));

        assertThat(report).isEqualTo(new RunReport.Ran(0, 0, 0, 0, 5));
        assertThat(report.line()).endsWith("0 under way, 5 values of metrics");
        assertThat(report.counts()).containsEntry("values", 5L);
        assertThat(run(new OpenPeriods(MAY), List.of(_ -> 1)).line())
                .endsWith(", 1 values of metrics");
    }

    @Test
    void otherRunsDoNot() {
        exports.execution("a", "2026-05", EXECUTION, "10");

        run(new Periods(MAY, MAY), List.of(NEVER));
        run(
                new Landed("b", "exports/" + ExportFolder.metadata("a", "2026-05", "")),
                List.of(NEVER));
        run(new Begun(), List.of(NEVER));

        assertThat(snapshots.newest("a", MAY)).isPresent();
    }

    @Test
    void numbersThatAreRefusedCostNoOthers() {
        Daily refused =
                _ -> {
                    throw new Refusal("measure A: is wrong");
                };

        assertThatThrownBy(() -> run(new OpenPeriods(MAY), List.of(refused, _ -> 2)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("1 refused, ")
                .hasMessageEndingWith("2 values of metrics: measure A: is wrong");
    }

    @Test
    void healthIsToldAlsoWhenSomethingBreaks() {
        exports.execution("a", "2026-05", EXECUTION, "10");
        Daily broken =
                _ -> {
                    throw new IllegalStateException("broken");
                };

        assertThatThrownBy(() -> run(new OpenPeriods(MAY), List.of(broken))).hasMessage("broken");
        assertThat(health)
                .singleElement()
                .satisfies(
                        told ->
                                assertThat(told)
                                        .containsEntry(HealthMetric.SNAPSHOTS_RECORDED, 1L));
    }

    @Test
    void aBucketThatCannotBeListedCostsNoNumbers() {
        bucket = new Denied();

        assertThatThrownBy(() -> run(new OpenPeriods(MAY), List.of(_ -> 2)))
                .hasMessage(
                        "1 refused, 0 recorded, 0 unchanged, 0 superseded, 0 under way, 2 values of"
                                + " metrics: s3://b: access denied");
        assertThat(health.getFirst()).containsEntry(HealthMetric.DELIVERIES_REFUSED, 1L);
    }

    @Test
    void whatIsRecordedIsReadAgainByForce() {
        exports.execution("a", "2026-05", EXECUTION, "10");
        var source = new Counted();
        var read = new ArrayList<Integer>();
        for (boolean again : new boolean[] {false, false, true}) {
            run(new Collect(snapshots, source, Limits.STANDARD), new Periods(MAY, MAY, again));
            read.add(source.read);
        }

        assertThat(read).containsExactly(1, 1, 2);
    }

    @Test
    void anExecutionThatIsDeliveredAgainIsReadAgain() throws IOException {
        exports.overwritten("a", "2026-05", "one", "10");
        var source = new Counted();
        run(new Collect(snapshots, source, Limits.STANDARD), new Periods(MAY, MAY));
        var manifest = exports.path(ExportFolder.metadata("a", "2026-05", ""));
        var later = ExportFolder.DELIVERED.plus(Duration.ofMinutes(10));
        Files.setLastModifiedTime(manifest, FileTime.from(later));
        run(new Collect(snapshots, source, Limits.STANDARD), new Periods(MAY, MAY));

        assertThat(source.read).isEqualTo(2);
    }

    @Test
    void onlyThePeriodThatIsAskedForIsReadAgainOfAFileThatStandsAlone() throws IOException {
        var text = new StringBuilder();
        for (var period : List.of("2026-04", "2026-05")) {
            exports.execution("a", period, EXECUTION, "10");
            var part = "a/data/BILLING_PERIOD=" + period + "/" + EXECUTION + "/part.csv";
            Files.readAllLines(exports.path(part)).stream()
                    .skip(text.isEmpty() ? 0 : 1)
                    .forEach(line -> text.append(line).append('\n'));
        }
        exports.write("bill.csv", text.toString());
        var file = new Deliveries(bucket).ofFile("exports/bill.csv");
        var collect = new Collect(snapshots, scratch, Optional.of(MAY), Limits.STANDARD);

        var read = new ArrayList<FileRead>();
        for (var each : List.of(collect, collect.again())) {
            assertThat(
                            each.collect(
                                    bucket,
                                    file,
                                    Collect.Rules.NONE,
                                    () -> ExportFolder.DELIVERED,
                                    read::add))
                    .singleElement()
                    .extracting(Collected::execution)
                    .satisfies(e -> assertThat(e.id().billingPeriod()).isEqualTo(MAY))
                    .satisfies(e -> assertThat(e.files().getFirst().rows()).isEqualTo(1));
        }
        assertThat(read).extracting(FileRead::rows).containsExactly(2L, 2L);
    }

    @Test
    void whatIsReadElsewhereIsGoneOnWithAndNothingElse() {
        exports.execution("a", "2026-04", EXECUTION, "10");
        exports.execution("a", "2026-05", EXECUTION, "10");
        var source = new Counted();
        source.elsewhere = Set.of(MAY);

        assertThat(run(new Collect(snapshots, source, Limits.STANDARD), new Begun()))
                .isEqualTo(new RunReport.Ran(0, 0, 0, 1));
        assertThat(source.read).isEqualTo(1);
    }

    @Test
    void aManifestOfAnExportOfThatNameElsewhereIsNotThisOnes() {
        exports.execution("x/a", "2026-05", EXECUTION, "10");
        var other = new Landed("b", "exports/" + ExportFolder.metadata("y/a", "2026-05", ""));

        assertThatThrownBy(() -> run(other, List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the manifest is not there any more");
    }

    @Test
    void limitsThatAreSetAreThoseOfManifestsToo() {
        exports.execution("a", "2026-05", EXECUTION, "10");

        for (var limit : List.of("manifest=10", "files=0")) {
            var collect =
                    new Collect(snapshots, scratch, Optional.empty(), Limits.of(List.of(limit)));
            assertThatThrownBy(() -> run(collect, new OpenPeriods(MAY)))
                    .hasMessageContaining("raise the limit \"" + limit.replaceAll("=.*", "\""));
        }
    }

    private RunReport run(CollectRequest request, List<Daily> daily) {
        return run(new Collect(snapshots, scratch), request, daily);
    }

    private RunReport run(Collect collect, CollectRequest request) {
        return run(collect, request, List.of());
    }

    private RunReport run(Collect collect, CollectRequest request, List<Daily> daily) {
        return new CollectRun(
                        new CollectRun.Source(bucket, new BucketPrefix("b", "exports/")),
                        collect,
                        Collect.Rules.NONE,
                        health::add,
                        () -> ExportFolder.DELIVERED.plus(Duration.ofHours(1)),
                        daily)
                .run(request);
    }

    /// Counts the deliveries that it reads; of some months it says that they are read elsewhere.
    private final class Counted implements ChargeSource {

        private final ChargeSource here = new DirectSource(scratch, Limits.STANDARD);
        private Set<YearMonth> elsewhere = Set.of();
        private int read;

        @Override
        public Reading read(
                Bucket from, Delivery delivery, Set<String> labels, Consumer<FileRead> progress) {
            read++;
            return elsewhere.contains(delivery.billingPeriod().orElseThrow())
                    ? new Reading.UnderWay()
                    : here.read(from, delivery, labels, progress);
        }

        @Override
        public Set<YearMonth> underWay() {
            return elsewhere;
        }
    }

    private record Denied() implements Bucket {

        @Override
        public Folder list(String prefix) {
            throw new Refusal("s3://b: access denied");
        }

        @Override
        public String etag(Item item) {
            throw new AssertionError("not listed");
        }

        @Override
        public Fetched fetch(Item item) {
            throw new AssertionError("not listed");
        }
    }
}
