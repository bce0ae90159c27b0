package dev.glidepath.collect.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class DeliveriesTest {

    private static final Instant MODIFIED = Instant.parse("2026-06-02T03:04:05Z");

    @TempDir Path bucket;

    @Test
    void readsBothSpellingsOfAPartition() {
        for (var partition : List.of("BILLING_PERIOD=2026-05", "billing_period=2026-05")) {
            write("exports/" + partition + "/x/data/" + partition + "/x-00001.csv", "");
            write(
                    "exports/" + partition + "/x/metadata/" + partition + "/x-Manifest.json",
                    dataExport("e1", "s3://b/exports/x/data/" + partition + "/x-00001.csv"));
        }
        for (var folder :
                List.of("exports/BILLING_PERIOD=2026-05", "exports/billing_period=2026-05")) {
            assertThat(newest(folder + "/"))
                    .singleElement()
                    .satisfies(
                            d -> {
                                assertThat(d.export()).isEqualTo("x");
                                assertThat(d.billingPeriod()).contains(YearMonth.of(2026, 5));
                                assertThat(d.version().executionId()).isEqualTo("e1");
                                assertThat(d.version().delivered()).isEqualTo(MODIFIED);
                                assertThat(d.files()).hasSize(1);
                            });
        }
    }

    @Test
    void takesTheManifestBesideTheExecutionsAndTheTimeOfItsFiles() {
        var old = "2026-05-20T04:12:09.101Z-11111111";
        var young = "2026-06-01T23:48:02.356Z-22222222";
        for (var execution : List.of(old, young)) {
            write("x/data/billing_period=2026-05/" + execution + "/x-00001.snappy.parquet", "");
            write(
                    "x/metadata/billing_period=2026-05/" + execution + "/x-Manifest.json",
                    dataExport(
                            execution,
                            "s3://other/a/x/data/billing_period=2026-05/"
                                    + execution
                                    + "/x-00001.snappy.parquet"));
        }
        assertThat(newest(""))
                .singleElement()
                .satisfies(d -> assertThat(d.version().executionId()).isEqualTo(young));

        write(
                "x/metadata/billing_period=2026-05/x-Manifest.json",
                dataExport(
                        "top",
                        "s3://other/a/x/data/billing_period=2026-05/"
                                + old
                                + "/x-00001.snappy.parquet"));
        write("x/metadata/billing_period=2026-05/x-Manifest-FOCUS.json", "{}");
        assertThat(newest(""))
                .singleElement()
                .satisfies(
                        d -> {
                            assertThat(d.version().executionId()).isEqualTo("top");
                            assertThat(d.version().delivered())
                                    .isEqualTo("2026-05-20T04:12:09.101Z");
                        });
    }

    @Test
    void readsLegacyReportsInAllTheirLayouts() {
        write("p/r/20260501-20260601/asm1/r-1.csv.gz", "");
        write(
                "p/r/20260501-20260601/r-Manifest.json",
                legacy("asm1", "/p/r/20260501-20260601/asm1/r-1.csv.gz"));
        write(
                "p/r/20260501-20260601/asm1/r-Manifest.json",
                legacy("asm1", "p/r/20260501-20260601/asm1/r-1.csv.gz"));
        write("q/s/20260401-20260501/s-1.csv.zip", "");
        write(
                "q/s/20260401-20260501/s-Manifest.json",
                legacy("asm2", "q/s/20260401-20260501/s-1.csv.zip"));
        write("t/t/year=2026/month=5/t-1.snappy.parquet", "");
        write(
                "t/20260501-20260601/t-Manifest.json",
                legacy("asm3", "z/t/t/year=2026/month=5/t-1.snappy.parquet"));

        assertThat(newest(""))
                .extracting(
                        d ->
                                d.export()
                                        + " "
                                        + d.billingPeriod().orElseThrow()
                                        + " "
                                        + d.version().executionId()
                                        + " "
                                        + files(d))
                .containsExactly(
                        "r 2026-05 asm1 p/r/20260501-20260601/asm1/r-1.csv.gz",
                        "s 2026-04 asm2 q/s/20260401-20260501/s-1.csv.zip",
                        "t 2026-05 asm3 t/t/year=2026/month=5/t-1.snappy.parquet");
    }

    @Test
    void anExportMayLieInAFolderThatIsCalledData() {
        write("data/x/data/billing_period=2026-05/x-00001.csv", "");
        write(
                "data/x/metadata/billing_period=2026-05/x-Manifest.json",
                dataExport("e1", "s3://b/data/x/data/billing_period=2026-05/x-00001.csv"));
        assertThat(newest(""))
                .singleElement()
                .extracting(DeliveriesTest::files)
                .isEqualTo("data/x/data/billing_period=2026-05/x-00001.csv");
    }

    @Test
    void withoutAManifestNothingIsDelivered() {
        write("x/data/billing_period=2026-05/x-00001.csv", "");
        assertThat(newest("")).isEmpty();
    }

    @Test
    void refusesAManifestThatCannotBeFollowed() {
        var key = "x/data/billing_period=2026-05/x-00001.csv";
        refused(
                dataExport("e", "s3://b/" + key),
                key + ": the manifest",
                "is missing; wait for the delivery");
        write(key, "");
        refused(dataExport("e", "s3://b/" + key, "s3://b/" + key), "names " + key + " twice");
        refused("{\"executionId\": \"e\", \"dataFiles\": []}", "names no data files");
        refused("{\"executionId\": \"e\", \"dataFiles\": [", "manifest is not JSON");
        refused("[]", "manifest is not a JSON object");
        refused("{\"a\": 1}", "neither dataFiles nor reportKeys");
        refused(dataExport("e", "s3://b/elsewhere/y.csv"), "which is not of its billing period");
        refused(
                dataExport("e", "s3://b/x/data/billing_period=2026-05/../../../y.csv"),
                "names a path with .. in it");
    }

    @Test
    void refusesTwoExportsOfOneName() {
        for (var folder : List.of("a", "b")) {
            write(folder + "/x/data/billing_period=2026-05/x-00001.csv", "");
            write(
                    folder + "/x/metadata/billing_period=2026-05/x-Manifest.json",
                    dataExport("e", "s3://b/x/data/billing_period=2026-05/x-00001.csv"));
        }
        assertThatThrownBy(() -> newest(""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("two exports are called x");
    }

    @Test
    void aFileThatStandsAloneIsVersionedByItsContent() {
        write("bill.csv.gz", "one");
        var deliveries = new Deliveries(new FolderBucket(bucket));
        var first = deliveries.ofFile("bill.csv.gz");
        write("bill.csv.gz", "two");
        var second = deliveries.ofFile("bill.csv.gz");

        assertThat(first.export()).isEqualTo("bill");
        assertThat(first.billingPeriod()).isEmpty();
        assertThat(second.version().executionId()).isNotEqualTo(first.version().executionId());
    }

    private void refused(String manifest, String... parts) {
        write("x/metadata/billing_period=2026-05/x-Manifest.json", manifest);
        assertThatThrownBy(() -> newest(""))
                .isInstanceOf(Refusal.class)
                .message()
                .contains(parts)
                .doesNotContain("\n");
    }

    private List<Delivery> newest(String prefix) {
        return new Deliveries(new FolderBucket(bucket)).newest(prefix);
    }

    private static String files(Delivery delivery) {
        return delivery.files().stream().map(Bucket.Item::key).collect(Collectors.joining(","));
    }

    private static String dataExport(String id, String... files) {
        return "{\"executionId\": \"%s\", \"exportArn\": \"arn\", \"columns\": [], \"dataFiles\": [%s]}"
                .formatted(id, quoted(files));
    }

    private static String legacy(String id, String... keys) {
        return "{\"assemblyId\": \"%s\", \"bucket\": \"b\", \"compression\": \"GZIP\", \"reportKeys\": [%s]}"
                .formatted(id, quoted(keys));
    }

    private static String quoted(String... texts) {
        return Stream.of(texts).map(t -> '"' + t + '"').collect(Collectors.joining(", "));
    }

    private void write(String key, String text) {
        try {
            var path = bucket.resolve(key);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            Files.setLastModifiedTime(path, FileTime.from(MODIFIED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
