package dev.glidepath.collect.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.Collect;
import dev.glidepath.collect.CollectRequest;
import dev.glidepath.collect.CollectRun;
import dev.glidepath.collect.ExportFolder;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.RunReport;
import dev.glidepath.collect.export.Bucket.Item;
import dev.glidepath.collect.export.BucketPrefix;
import dev.glidepath.runtime.StandIn;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/// On what stands in for S3.
class S3BucketTest {

    private static final StandIn AWS = StandIn.require();
    private static final S3Client S3 = AWS.client(S3Client.builder());

    private final String name = "b-" + UUID.randomUUID();

    @TempDir Path scratch;

    @BeforeEach
    void createBucket() {
        S3.createBucket(r -> r.bucket(name));
    }

    @Test
    void listsAFolderOfMoreThanAPage() {
        for (int i = 0; i < 1_005; i++) {
            put("x/%04d".formatted(i), "");
        }
        put("x/folder/1", "");
        put("x/folder/2", "");
        put("x/other/", "");
        put("xy", "");

        var folder = bucket().list("x/");

        assertThat(folder.folders()).containsExactly("x/folder/", "x/other/");
        assertThat(folder.items()).hasSize(1_005).isSortedAccordingTo(byKey());
        assertThat(folder.items().getLast().key()).isEqualTo("x/1004");
        assertThat(bucket().list("nowhere/").items()).isEmpty();
    }

    @Test
    void readsKeysOfAllSorts() throws IOException {
        var keys =
                List.of(
                        "a//x/data/BILLING_PERIOD=2026-05/2026-06-01T23:48:02.356Z-9b6b/x-1.csv",
                        "sp ace/plus+plus/per%20cent%2Fslash.csv",
                        "ünï/日本/💶.csv",
                        "quote'\"&<>;\\.csv",
                        "bell/\u0007.csv",
                        "../../../../../../etc/passwd");
        for (var key : keys) {
            put(key, key);
        }
        for (var key : keys) {
            var folder = key.substring(0, key.lastIndexOf('/') + 1);
            var items = bucket().list(folder).items();
            assertThat(items).singleElement().extracting(Item::key).isEqualTo(key);
            assertThat(fetched(items.getFirst())).isEqualTo(key);
        }
    }

    @Test
    void readsEmptyAndBigObjectsAndLeavesNothingBehind() throws IOException {
        var big = new byte[20_000_000];
        var random = new SplittableRandom(7);
        random.nextBytes(big);
        S3.putObject(r -> r.bucket(name).key("x/big"), RequestBody.fromBytes(big));
        put("x/empty", "");
        var items = bucket().list("x/").items();

        try (var copy = bucket().fetch(items.getFirst())) {
            assertThat(copy.path()).hasBinaryContent(big).hasParent(scratch);
            assertThat(copy.etag()).isEqualTo(items.getFirst().listed().orElseThrow());
        }
        assertThat(fetched(items.getLast())).isEmpty();
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void refusesAnObjectThatWasReplacedSinceItWasListed() {
        put("x/part", "one");
        var listed = item("x/");
        put("x/part", "two");

        assertRefused(listed, "x/part: was replaced after it was listed; collect again");
        assertThat(bucket().etag(item("x/"))).isNotEqualTo(bucket().etag(listed));
    }

    @Test
    void refusesAnObjectThatIsGone() {
        put("x/part", "one");
        var listed = item("x/");
        S3.deleteObject(r -> r.bucket(name).key("x/part"));

        assertRefused(listed, "x/part: is missing since it was listed");
    }

    @Test
    void refusesABucketThatIsNotThere() {
        var missing = new S3Bucket.Account("b-" + UUID.randomUUID(), StandIn.ACCOUNT);
        assertThatThrownBy(() -> new S3Bucket(S3, missing, scratch).list("x/"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(missing.uri("x/") + ": there is no such bucket");
    }

    @Test
    void refusesWhatIsLargerThanTheDisk() {
        put("x/part", "one");
        var vast =
                new Item("x/part", Long.MAX_VALUE, Instant.EPOCH, Optional.of("does not matter"));
        assertRefused(vast, "give the function more ephemeral storage");
    }

    @Test
    void aRunCollectsFromIt(@TempDir Path folder) throws IOException {
        var exports = new ExportFolder(folder, "exports/");
        exports.execution("a", "2026-05", "2026-05-12T03:00:00.000Z-1", "12.34");
        upload(folder);
        var place = new BucketPrefix(name, "exports/");
        var event = "exports/a/metadata/BILLING_PERIOD%3D2026-05/a-Manifest.json";
        try (var table = EmbeddedTable.inMemory()) {
            var snapshots = new Snapshots(table.client(), EmbeddedTable.NAME);
            var run =
                    new CollectRun(
                            new CollectRun.Source(bucket(), place),
                            new Collect(snapshots, scratch),
                            Collect.Rules.NONE,
                            _ -> {},
                            InstantSource.system());
            assertThat(run.run(new CollectRequest.Landed(name, event)))
                    .isEqualTo(new RunReport.Ran(1, 0, 0, 0));
            assertThat(run.run(new CollectRequest.OpenPeriods(YearMonth.of(2026, 5))))
                    .isEqualTo(new RunReport.Ran(0, 1, 0, 0));
            var execution = snapshots.newest("a", YearMonth.of(2026, 5)).orElseThrow().execution();
            assertThat(execution.totals().get("USD").amounts().billed()).isEqualTo("12.34");
            assertThat(execution.files().getFirst().etag()).matches("[0-9a-f]{32}");
        }
        assertThat(scratch).isEmptyDirectory();
    }

    private void upload(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
    }

    private void assertRefused(Item item, String message) {
        assertThatThrownBy(() -> bucket().fetch(item))
                .isInstanceOf(Refusal.class)
                .message()
                .contains("s3://" + name + "/", message)
                .doesNotContain("\n");
        assertThat(scratch).isEmptyDirectory();
    }

    private Item item(String folder) {
        return bucket().list(folder).items().getFirst();
    }

    private String fetched(Item item) throws IOException {
        try (var copy = bucket().fetch(item)) {
            return Files.readString(copy.path());
        }
    }

    private S3Bucket bucket() {
        return new S3Bucket(S3, new S3Bucket.Account(name, StandIn.ACCOUNT), scratch);
    }

    private void put(String key, String text) {
        S3.putObject(
                r -> r.bucket(name).key(key), RequestBody.fromString(text, StandardCharsets.UTF_8));
    }

    private static Comparator<Item> byKey() {
        return Comparator.comparing(Item::key);
    }
}
