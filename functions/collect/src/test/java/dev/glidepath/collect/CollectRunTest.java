package dev.glidepath.collect;

import static dev.glidepath.collect.ExportFolder.DELIVERED;
import static dev.glidepath.collect.ExportFolder.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.CollectRequest.Landed;
import dev.glidepath.collect.CollectRequest.OpenPeriods;
import dev.glidepath.collect.CollectRequest.Periods;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.BucketPrefix;
import dev.glidepath.collect.export.FolderBucket;
import dev.glidepath.runtime.HealthMetric;
import dev.glidepath.store.SnapshotTable;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class CollectRunTest {

    private static final BucketPrefix PLACE = BucketPrefix.of("s3://glidepath-billing/exports/");
    private static final CollectRequest MAY = new OpenPeriods(YearMonth.of(2026, 5));

    private static EmbeddedTable database;

    @TempDir Path folder;
    @TempDir Path scratch;

    private final List<String> listed = new ArrayList<>();
    private final List<String> fetched = new ArrayList<>();
    private final List<Map<HealthMetric, Long>> health = new ArrayList<>();
    private Instant now = DELIVERED.plus(Duration.ofHours(1));
    private ExportFolder exports;
    private Snapshots snapshots;

    @BeforeAll
    static void open() {
        database = EmbeddedTable.inMemory();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void emptyTable() {
        var table = "t-" + UUID.randomUUID();
        SnapshotTable.create(database.client(), table);
        snapshots = new Snapshots(database.client(), table);
        exports = new ExportFolder(folder, PLACE.prefix());
    }

    @Test
    void collectsTheOpenPeriodsOfAllExports() {
        for (var export : List.of("a", "deep/er/b")) {
            for (var period : List.of("2026-03", "2026-04", "2026-05", "2026-06")) {
                exports.execution(export, period, "2026-05-12T03:00:00.000Z-1", "10");
            }
        }
        assertThat(run(MAY)).isEqualTo(new RunReport.Ran(4, 0, 0, 0));
        assertThat(recorded()).containsExactly("a 2026-04", "a 2026-05", "b 2026-04", "b 2026-05");
        assertThat(run(MAY)).isEqualTo(new RunReport.Ran(0, 4, 0, 0));
        assertThat(health).containsExactly(health(4, 0), health(0, 0));
    }

    @Test
    void readsOnlyThePartitionsThatItNeedsAndWhatHasNotBeenRead() {
        for (int day = 10; day < 30; day++) {
            exports.execution("a", "2026-04", "2026-04-" + day + "T03:00:00.000Z-1", "" + day);
            exports.execution("a", "2026-03", "2026-03-" + day + "T03:00:00.000Z-1", "" + day);
        }
        run(MAY);
        assertThat(listed)
                .containsExactly(
                        "exports/",
                        "exports/a/",
                        "exports/a/metadata/",
                        "exports/a/metadata/BILLING_PERIOD=2026-04/",
                        "exports/a/data/BILLING_PERIOD=2026-04/2026-04-29T03:00:00.000Z-1/");
        assertThat(fetched).hasSize(2);
        fetched.clear();
        run(MAY);
        assertThat(fetched).containsExactly("exports/" + metadata("a", "2026-04", ""));
    }

    @Test
    void collectsTheOthersWhenOneIsRefused() {
        exports.execution("a", "2026-05", "2026-05-12T03:00:00.000Z-1", "10");
        exports.execution("b", "2026-05", "2026-05-12T03:00:00.000Z-1", "ten");
        exports.execution("c", "2026-05", "2026-05-12T03:00:00.000Z-1", "10");
        exports.write(metadata("d", "2026-05", ""), "{");

        assertThatThrownBy(() -> run(MAY))
                .isInstanceOf(Refusal.class)
                .message()
                .startsWith("2 refused, 2 recorded, ")
                .contains(
                        "exports/b/data/BILLING_PERIOD=2026-05/2026-05-12T03:00:00.000Z-1/part.csv:"
                                + " row 2: column BilledCost",
                        " | exports/d/metadata/BILLING_PERIOD=2026-05/d-Manifest.json: manifest is"
                                + " not JSON")
                .doesNotContain("\n");
        assertThat(recorded()).containsExactly("a 2026-05", "c 2026-05");
        assertThat(health).containsExactly(health(2, 2));
    }

    @Test
    void twoExportsOfOneNameAreRefusedAndNoOther() {
        exports.execution("x/a", "2026-05", "2026-05-12T03:00:00.000Z-1", "10");
        exports.execution("y/a", "2026-05", "2026-05-12T03:00:00.000Z-1", "10");
        exports.execution("b", "2026-05", "2026-05-12T03:00:00.000Z-1", "10");

        assertThatThrownBy(() -> run(MAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("two exports are called a: exports/x/a/");
        assertThat(recorded()).containsExactly("b 2026-05");
    }

    @Test
    void saysThatNothingIsDelivered() {
        exports.execution("a", "2026-03", "2026-03-12T03:00:00.000Z-1", "10");

        assertThat(run(MAY).line())
                .isEqualTo(
                        "nothing to do: nothing is delivered below s3://glidepath-billing/exports/"
                                + " for 2026-04 to 2026-05");
        assertThat(health).containsExactly(health(0, 0));
    }

    @Test
    void goesBackFromTheNewestPeriodAndOnFromWhereItEnded() {
        for (var period : List.of("2025-12", "2026-01", "2026-02", "2026-03")) {
            exports.execution("a", period, "2026-05-12T03:00:00.000Z-1", "10");
            exports.execution("b", period, "2026-05-12T03:00:00.000Z-1", "10");
        }
        run(new Periods(YearMonth.of(2026, 2), YearMonth.of(2026, 2)));
        assertThat(recorded()).containsExactly("a 2026-02", "b 2026-02");

        fetched.clear();
        assertThat(run(new Periods(YearMonth.of(2026, 1), YearMonth.of(2026, 3))))
                .isEqualTo(new RunReport.Ran(4, 2, 0, 0));
        assertThat(fetched.stream().map(key -> key.replaceAll(".*PERIOD=(.{7}).*", "$1")))
                .containsExactly(
                        "2026-03", "2026-03", "2026-03", "2026-03", "2026-02", "2026-02", "2026-01",
                        "2026-01", "2026-01", "2026-01");
    }

    @Test
    void collectsWhatAManifestDelivers() {
        exports.execution("a", "2024-02", "2026-05-12T03:00:00.000Z-1", "10");
        exports.execution("a", "2026-05", "2026-05-12T03:00:00.000Z-1", "10");
        exports.execution("b", "2024-02", "2026-05-12T03:00:00.000Z-1", "10");
        var beside = metadata("a", "2024-02", "");
        var own = metadata("a", "2024-02", "2026-05-12T03:00:00.000Z-1/");

        assertThat(land(beside)).isEqualTo(new RunReport.Ran(1, 0, 0, 0));
        for (var key :
                List.of(
                        own,
                        own.replace(":", "%3A").replace("=", "%3D"),
                        beside.replace("=", "%3d").replace("/", "%2F"))) {
            assertThat(land(key)).isEqualTo(new RunReport.Ran(0, 1, 0, 0));
        }
        assertThat(recorded()).containsExactly("a 2024-02");
    }

    @Test
    void readsAPlusAsItIsAndAsASpaceWhicheverExists() {
        exports.execution("a+b", "2026-05", "2026-05-12T03:00:00.000Z-1", "10");
        exports.execution("c d", "2026-05", "2026-05-12T03:00:00.000Z-1", "10");
        exports.execution("100%", "2026-05", "2026-05-12T03:00:00.000Z-1", "10");

        assertThat(land(metadata("a+b", "2026-05", ""))).isEqualTo(recordedOne());
        assertThat(land(metadata("c+d", "2026-05", ""))).isEqualTo(recordedOne());
        assertThat(land(metadata("100%", "2026-05", ""))).isEqualTo(recordedOne());
        assertThat(recorded()).containsExactly("100% 2026-05", "a+b 2026-05", "c d 2026-05");
    }

    @Test
    void aKeyThatIsNoManifestIsNothingToDo() {
        exports.execution("a", "2026-05", "2026-05-12T03:00:00.000Z-1", "10");
        for (var key :
                List.of(
                        "a/data/BILLING_PERIOD=2026-05/part.csv",
                        "a/metadata/BILLING_PERIOD=2026-05/a-Manifest-FOCUS.json",
                        "a/metadata/BILLING_PERIOD=2026-13/a-Manifest.json")) {
            assertThat(land(key).line())
                    .isEqualTo("nothing to do: exports/" + key + " is no export's manifest");
        }
        assertThat(listed).isEmpty();
    }

    @Test
    void refusesEventsOfOtherPlaces() {
        exports.execution("a", "2026-05", "2026-05-12T03:00:00.000Z-1", "10");
        var key = "exports/" + metadata("a", "2026-05", "");
        for (var foreign :
                List.of(
                        new Landed("glidepath-billing-2", key),
                        new Landed("glidepath-billing", key.substring(1)),
                        new Landed("glidepath-billing", "exports/../" + key),
                        new Landed("glidepath-billing", "exports/%2E%2e/" + key),
                        new Landed("glidepath-billing", "/" + key))) {
            assertThatThrownBy(() -> run(foreign))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(
                            "s3://%s/%s: is not below s3://glidepath-billing/exports/, where the exports are; correct the rule that sends its events",
                            foreign.bucket(), foreign.key());
        }
        assertThat(listed).isEmpty();
    }

    @Test
    void refusesAManifestThatIsGone() {
        assertThatThrownBy(() -> land(metadata("a", "2026-05", "")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the manifest is not there any more");
    }

    @Test
    void leavesOutWhatIsBeingOverwritten() throws IOException {
        exports.overwritten("a", "2026-05", "one", "10");
        run(MAY);
        exports.overwritten("a", "2026-05", "two", "20");
        var part = exports.path("a/data/BILLING_PERIOD=2026-05/part.csv");
        Files.setLastModifiedTime(part, FileTime.from(DELIVERED.plus(Duration.ofMinutes(20))));

        assertThat(run(MAY)).isEqualTo(new RunReport.Ran(0, 0, 0, 1));
        assertThat(snapshots.newest("a", YearMonth.of(2026, 5)).orElseThrow().execution().id())
                .hasFieldOrPropertyWithValue("executionId", "one");

        now = DELIVERED.plus(Duration.ofHours(4));
        assertThat(run(MAY)).isEqualTo(recordedOne());
    }

    private static RunReport recordedOne() {
        return new RunReport.Ran(1, 0, 0, 0);
    }

    private RunReport land(String key) {
        return run(new Landed("glidepath-billing", "exports/" + key));
    }

    private RunReport run(CollectRequest request) {
        return new CollectRun(
                        new CollectRun.Source(new Watched(new FolderBucket(folder)), PLACE),
                        new Collect(snapshots, scratch),
                        Collect.Rules.NONE,
                        health::add,
                        () -> now)
                .run(request);
    }

    private List<String> recorded() {
        return snapshots.executions(Instant.MAX).stream()
                .map(r -> r.execution().id())
                .map(id -> id.export() + " " + id.billingPeriod())
                .sorted()
                .toList();
    }

    private static Map<HealthMetric, Long> health(long recorded, long refused) {
        return Map.of(
                HealthMetric.SNAPSHOTS_RECORDED, recorded,
                HealthMetric.DELIVERIES_REFUSED, refused);
    }

    /// Notes what is asked of a bucket.
    private final class Watched implements Bucket {

        private final Bucket bucket;

        Watched(Bucket bucket) {
            this.bucket = bucket;
        }

        @Override
        public Folder list(String prefix) {
            listed.add(prefix);
            return bucket.list(prefix);
        }

        @Override
        public String etag(Item item) {
            return bucket.etag(item);
        }

        @Override
        public Fetched fetch(Item item) {
            fetched.add(item.key());
            return bucket.fetch(item);
        }

        @Override
        public Optional<Path> inPlace(Item item) {
            return bucket.inPlace(item);
        }
    }
}
