package dev.glidepath.local.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

class CompanyTest {

    private static final Settings SETTINGS =
            new Settings(7, LocalDate.of(2026, 1, 1), 1, 1_500, EnumSet.allOf(Export.class));

    @TempDir private static Path out;

    private static final List<Delivery> DELIVERIES = new ArrayList<>();

    @BeforeAll
    static void deliver() throws IOException {
        DELIVERIES.addAll(everything(SETTINGS, out));
    }

    private static List<Delivery> everything(Settings settings, Path out) throws IOException {
        var company = Company.of(settings);
        var deliveries = new ArrayList<Delivery>();
        for (var day : company.deliveryDays()) {
            deliveries.addAll(company.deliver(day, out));
        }
        return deliveries;
    }

    @Test
    void writesTheSameBytesAtTheSameInstantsForTheSameSeed(@TempDir Path again) throws IOException {
        everything(SETTINGS, again);

        assertThat(hashes(again)).isEqualTo(hashes(out));
    }

    @Test
    void writesOtherBytesForAnotherSeed(@TempDir Path other) throws IOException {
        var settings = new Settings(8, SETTINGS.start(), 1, 1_500, EnumSet.allOf(Export.class));
        Company.of(settings).deliver(LocalDate.of(2026, 1, 10), other);

        var same = hashes(other);
        same.values().retainAll(hashes(out).values());
        assertThat(same).isEmpty();
    }

    @Test
    void deliversEverySecondDayAndTheLastMonthUntilTheEighth() {
        var days = Company.of(SETTINGS).deliveryDays();

        assertThat(days.getFirst()).isEqualTo("2026-01-02");
        assertThat(days.getLast()).isEqualTo("2026-02-08");
        assertThat(
                        DELIVERIES.stream()
                                .filter(d -> d.billingPeriod().equals(YearMonth.of(2026, 1)))
                                .map(d -> d.delivered().toString().substring(0, 10))
                                .distinct())
                .startsWith("2026-01-02", "2026-01-04")
                .endsWith("2026-01-30", "2026-02-02", "2026-02-04", "2026-02-06", "2026-02-08");
    }

    @Test
    void leavesInAnOverwrittenPartitionExactlyTheFilesOfItsManifest() throws IOException {
        for (var delivery : newest()) {
            if (!delivery.export().equals("cur2-org") && !delivery.export().equals("legacy-org")) {
                var files = Read.files(delivery, out);
                assertThat(Read.below(Objects.requireNonNull(files.getFirst().getParent())))
                        .isEqualTo(files);
            }
        }
    }

    @Test
    void removesWhatAnEarlierDeliveryLeftInAnOverwrittenPartition(@TempDir Path again)
            throws IOException {
        var company = Company.of(SETTINGS);
        var first = focus(company.deliver(LocalDate.of(2026, 1, 10), again));
        var leftover = Read.files(first, again).getFirst().resolveSibling("focus-org-00009.x");
        Files.writeString(leftover, "");

        company.deliver(LocalDate.of(2026, 1, 12), again);

        assertThat(leftover).doesNotExist();
    }

    private static Delivery focus(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(d -> d.export().equals("focus-org"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsEveryExecutionOfACreatingExportBesideTheNewestManifest() throws IOException {
        var root = out.resolve("billing-bucket/exports/cur2-org");
        var executions = DELIVERIES.stream().filter(d -> d.export().equals("cur2-org")).toList();

        assertThat(Read.below(root.resolve("metadata")))
                .hasSize(executions.size() + SETTINGS.months());
        for (var delivery : executions) {
            var folder = delivery.delivered() + "-" + delivery.executionId();
            var partition = "BILLING_PERIOD=" + delivery.billingPeriod();
            var own = root.resolve("metadata").resolve(partition).resolve(folder);
            var copy = copy(delivery, own.resolve("cur2-org-Manifest.json"));
            assertThat(Read.below(root.resolve("data").resolve(partition).resolve(folder)))
                    .isEqualTo(Read.files(copy, out))
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void givesEveryFileTheInstantOfItsDelivery() throws IOException {
        for (var delivery : newest()) {
            assertThat(Files.getLastModifiedTime(delivery.manifest()).toInstant())
                    .isEqualTo(delivery.delivered());
            if (!delivery.export().equals("legacy-org")) {
                for (var file : Read.files(delivery, out)) {
                    assertThat(Files.getLastModifiedTime(file).toInstant())
                            .isEqualTo(delivery.delivered());
                }
            }
        }
    }

    @Test
    void writesManifestsWithTheKeysThatAwsHas() throws IOException {
        for (var delivery : newest()) {
            var manifest = Read.manifest(delivery);
            if (delivery.export().equals("legacy-org")) {
                assertThat(manifest.fieldNames())
                        .toIterable()
                        .containsExactlyInAnyOrder(
                                "assemblyId",
                                "account",
                                "columns",
                                "charset",
                                "compression",
                                "contentType",
                                "reportId",
                                "reportName",
                                "billingPeriod",
                                "bucket",
                                "reportKeys");
                assertThat(manifest.at("/billingPeriod/start").asText())
                        .matches("2026\\d{4}T000000\\.000Z");
            } else {
                assertThat(manifest.fieldNames())
                        .toIterable()
                        .containsExactly(
                                "executionId",
                                "exportArn",
                                "columns",
                                "dataFiles",
                                "additionalOutputFiles");
                assertThat(manifest.get("executionId").asText()).isEqualTo(delivery.executionId());
            }
        }
    }

    @Test
    void hasTheColumnsOfEachFormat() throws IOException {
        var columns = new TreeMap<String, Integer>();
        for (var delivery : newest()) {
            columns.put(delivery.export(), Read.manifest(delivery).get("columns").size());
        }
        assertThat(columns)
                .containsEntry("cur2-org", 115)
                .containsEntry("focus-org", 60)
                .containsEntry("saas-workplace", 50)
                .containsEntry("saas-helpdesk", 65);
    }

    @Test
    void refusesAStartWithinAMonth() {
        assertThatThrownBy(() -> new Settings(1, LocalDate.of(2026, 1, 2), 1, 3_000, Export.USUAL))
                .hasMessageContaining("2026-01-02 is not the first of a month");
    }

    private static List<Delivery> newest() {
        var newest = new TreeMap<String, Delivery>();
        DELIVERIES.forEach(d -> newest.put(d.export() + d.billingPeriod(), d));
        return List.copyOf(newest.values());
    }

    private static Delivery copy(Delivery delivery, Path manifest) {
        return new Delivery(
                delivery.export(),
                delivery.billingPeriod(),
                delivery.executionId(),
                delivery.delivered(),
                manifest);
    }

    private static Map<String, String> hashes(Path folder) throws IOException {
        var hashes = new TreeMap<String, String>();
        for (var file : Read.below(folder)) {
            hashes.put(
                    folder.relativize(file) + " " + Files.getLastModifiedTime(file),
                    hash(Files.readAllBytes(file)));
        }
        return hashes;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
