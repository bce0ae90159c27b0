package dev.glidepath.collect.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.Refusal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;

/// When something was delivered, and whether it is what was delivered.
class DeliveredTest {

    private static final String PERIOD = "billing_period=2026-05/";
    private static final Instant MANIFEST = Instant.parse("2026-06-02T03:04:05Z");

    @TempDir Path folder;
    private FolderBucket bucket;

    @BeforeEach
    void emptyBucket() {
        bucket = new FolderBucket(folder);
    }

    @Test
    void theNewestExecutionIsTheOneWhosePathSaysSo() throws IOException {
        var old = "2026-05-20T04:12:09.101Z-1";
        var young = "2026-06-01T23:48:02.356Z-2";
        for (var execution : new String[] {old, young}) {
            write("x/data/" + PERIOD + execution + "/x-1.csv", "", MANIFEST);
            write(
                    "x/metadata/" + PERIOD + execution + "/x-Manifest.json",
                    manifest(
                            "executionId",
                            execution,
                            "s3://b/x/data/" + PERIOD + execution + "/x-1.csv"),
                    execution.equals(old) ? MANIFEST.plusSeconds(60) : MANIFEST);
        }

        assertThat(newest().version().executionId()).isEqualTo(young);
    }

    @Test
    void legacyReportsSayTheirTimeInAnotherSpelling() throws IOException {
        var key = "r/20260501-20260601/20260602T010203Z-asm/r-1.csv.gz";
        write(key, "", MANIFEST);
        write("r/20260501-20260601/r-Manifest.json", manifest("assemblyId", "asm", key), MANIFEST);

        assertThat(newest().version().delivered()).isEqualTo("2026-06-02T01:02:03Z");
    }

    @Test
    void filesAsOldAsTheirManifestAreDelivered() throws IOException {
        deliver("", MANIFEST.plusSeconds(30));
        assertThat(newest().isUnderWay(MANIFEST.plusSeconds(90))).isFalse();

        deliver("", MANIFEST.plusSeconds(90));
        assertThat(newest().isUnderWay(MANIFEST.plusSeconds(90))).isTrue();
        assertThat(newest().isUnderWay(MANIFEST.plus(Duration.ofHours(4)))).isFalse();
    }

    @Test
    void aFolderOfItsOwnIsNeverOverwritten() throws IOException {
        deliver("2026-06-01T23:48:02.356Z-2/", MANIFEST.plusSeconds(600));

        assertThat(newest().isUnderWay(MANIFEST.plusSeconds(600))).isFalse();
    }

    @Test
    void aManifestWithoutAnIdIsKnownByWhatItSays() throws IOException {
        deliver("", MANIFEST);
        write(
                "x/metadata/" + PERIOD + "x-Manifest.json",
                "{\"dataFiles\": [\"s3a://b/x/data/" + PERIOD + "x-1.csv\"]}",
                MANIFEST);

        assertThat(newest().version().executionId()).matches("[0-9a-f]{16}");
        assertThat(newest().files()).hasSize(1);
    }

    @Test
    void aFileThatIsSpelledInTwoWaysIsNamedTwice() throws IOException {
        deliver("", MANIFEST);
        var key = "x/data/" + PERIOD + "x-1.csv";
        for (var other : new String[] {"/" + key, "s3a://c/" + key}) {
            write(
                    "x/metadata/" + PERIOD + "x-Manifest.json",
                    manifest("executionId", "e", "s3://b/" + key, other),
                    MANIFEST);
            assertThatThrownBy(this::newest)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("names " + key + " twice");
        }
    }

    @Test
    void aFolderOfAnotherExportsTableIsNotOfThisOne() throws IOException {
        write("t/u/year=2026/month=5/t-1.parquet", "", MANIFEST);
        write(
                "t/20260501-20260601/t-Manifest.json",
                manifest("assemblyId", "a", "t/u/year=2026/month=5/t-1.parquet"),
                MANIFEST);

        assertThatThrownBy(this::newest).hasMessageContaining("not of its billing period");
    }

    @Test
    void aLargeFileIsKnownByBothOfItsEnds() throws IOException {
        write("large", "a", MANIFEST);
        var etags = new HashSet<String>();
        for (long at : new long[] {0, (64 << 20) + 9}) {
            try (var file = new RandomAccessFile(folder.resolve("large").toFile(), "rw")) {
                file.setLength((64 << 20) + 10);
                file.seek(at);
                file.write('b');
            }
            Files.setLastModifiedTime(folder.resolve("large"), FileTime.from(MANIFEST));
            etags.add(bucket.etag(bucket.list("").items().getFirst()));
        }

        assertThat(etags).hasSize(2);
    }

    @Test
    void aFileThatIsReplacedWhileItIsReadIsRefused() throws IOException {
        write("bill.csv", "a", MANIFEST);
        var fetched = bucket.fetch(bucket.list("").items().getFirst());
        write("bill.csv", "b", MANIFEST.plusSeconds(1));

        assertThatThrownBy(fetched::close)
                .isInstanceOf(Refusal.class)
                .hasMessage("bill.csv: file was replaced while it was read; run again");
    }

    @Test
    void aLinkToAFolderIsNotEntered() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("b"), folder);

        assertThat(bucket.list("").folders()).containsExactly("a/");
    }

    @Test
    void aFileThatStandsAloneIsCalledAsItsNameBeginsHoweverThatEnds() throws IOException {
        for (var name :
                new String[] {
                    "BILL.CSV", "bill.csv.gz", "bill.csv.zip", "bill.snappy.parquet", "bill.gz"
                }) {
            write(name, "a", MANIFEST);
            assertThat(new Deliveries(bucket).ofFile(name).export())
                    .as(name)
                    .isEqualToIgnoringCase("bill");
        }
    }

    private void deliver(String execution, Instant written) throws IOException {
        var key = "x/data/" + PERIOD + execution + "x-1.csv";
        write(key, "", written);
        write(
                "x/metadata/" + PERIOD + "x-Manifest.json",
                manifest("executionId", "e", "s3://b/" + key),
                MANIFEST);
    }

    private Delivery newest() {
        return new Deliveries(bucket).newest("").getFirst();
    }

    private static String manifest(String idKey, String id, String... files) {
        return "{\"%s\": \"%s\", \"%s\": [\"%s\"]}"
                .formatted(
                        idKey,
                        id,
                        idKey.equals("assemblyId") ? "reportKeys" : "dataFiles",
                        String.join("\", \"", files));
    }

    private void write(String key, String text, Instant modified) throws IOException {
        var path = folder.resolve(key);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, FileTime.from(modified));
    }
}
