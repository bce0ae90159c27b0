package dev.glidepath.doctor.check;

import static dev.glidepath.doctor.Severity.PROBLEM;
import static dev.glidepath.doctor.Severity.UNKNOWN;
import static dev.glidepath.doctor.Severity.WARNING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.collect.export.FolderBucket;
import dev.glidepath.doctor.Finding;
import dev.glidepath.doctor.check.FunctionCheck.Room;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ExportCheckTest {

    private static final String[] FOCUS = {
        "BilledCost",
        "EffectiveCost",
        "BillingCurrency",
        "BillingPeriodStart",
        "ChargePeriodStart",
        "ChargePeriodEnd",
        "ChargeCategory",
        "ProviderName",
        "ServiceName",
        "Tags",
        "x_CostCategories",
        "InvoiceId"
    };

    @TempDir private Path bucket;

    @Test
    void allIsFine() throws IOException {
        deliver("2026-05-12T03:00:00Z", columns(FOCUS), "0123456789");
        seen("tag:team", "cost_category:product").isAllFine();
    }

    @Test
    void nothingDeliveredIsAProblem() {
        seen().isOnly("present", PROBLEM, "no manifest of an export lies below", "aws s3 ls");
    }

    @Test
    void anOldDeliveryIsAWarningAndThenAProblem() throws IOException {
        deliver("2026-05-10T03:00:00Z", columns(FOCUS), "1");
        seen().isOnly("delivery", WARNING, "51 hours old", "bcm-data-exports");
        Files.walk(bucket).filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
        deliver("2026-05-02T03:00:00Z", columns(FOCUS), "1");
        seen().isOnly("delivery", PROBLEM, "10 days old, of 2026-05", "bcm-data-exports");
    }

    @Test
    void aDeliveryIsLateAfterADayAndAHalf() throws IOException {
        deliver("2026-05-10T18:00:01Z", columns(FOCUS), "1");
        seen().isAllFine();
        deliver("2026-05-10T18:00:00Z", columns(FOCUS), "1");
        seen().isOnly("delivery", WARNING, "36 hours old", "bcm-data-exports");
    }

    /// The new month has no delivery for a day or two.
    @Test
    void atAMonthsStartTheMonthBeforeMayBeOlder() throws IOException {
        deliver("2026-05-28T03:00:00Z", columns(FOCUS), "1");
        seenAt("2026-06-05T00:00:00Z")
                .isOnly("delivery", WARNING, "7 days old, of 2026-05", "bcm-data-exports");
        seenAt("2026-06-06T00:00:00Z")
                .isOnly("delivery", PROBLEM, "8 days old, of 2026-05", "bcm-data-exports");
        seenAt("2026-07-01T00:00:00Z")
                .isOnly("delivery", PROBLEM, "33 days old, of 2026-05", "bcm-data-exports");
    }

    @Test
    void aDeliveryIsNeverYoungerThanNow() throws IOException {
        deliver("2026-05-12T09:00:00Z", columns(FOCUS), "1");
        assertThat(seen().isAllFine().findings())
                .extracting(Finding::what)
                .anyMatch(what -> what.contains("newest manifest is in the future, of 2026-05"));
    }

    @Test
    void aTagWithoutAColumnIsAProblem() throws IOException {
        var without = Stream.of(FOCUS).filter(c -> !c.equals("Tags")).toArray(String[]::new);
        deliver("2026-05-12T03:00:00Z", columns(without), "1");
        seen("tag:team", "cost_category:product")
                .isOnly("columns", PROBLEM, "has no column for tag:team", "Tags or resource_tags");
    }

    @Test
    void legacyCurHasAColumnForEachTag() throws IOException {
        var columns =
                Stream.of(
                                "lineItem/UnblendedCost",
                                "lineItem/UsageStartDate",
                                "lineItem/UsageEndDate",
                                "lineItem/LineItemType",
                                "lineItem/CurrencyCode",
                                "resourceTags/user:team")
                        .map(name -> name.split("/"))
                        .map(n -> "{\"category\":\"%s\",\"name\":\"%s\"}".formatted(n[0], n[1]))
                        .collect(Collectors.joining(","));
        deliver("2026-05-12T03:00:00Z", columns, "1");
        seen("tag:team").isAllFine();
        seen("tag:team", "tag:stage")
                .isOnly("columns", PROBLEM, "no column for tag:stage", "take the rule out");
    }

    @Test
    void anUnknownFormatIsAProblem() throws IOException {
        deliver("2026-05-12T03:00:00Z", columns("a", "b"), "1");
        seen().isOnly("format", PROBLEM, "2 columns are of no known format", "export FOCUS");
    }

    @Test
    void aFormatWithoutAnEssentialColumnIsAProblem() throws IOException {
        var without =
                Stream.of(FOCUS).filter(c -> !c.equals("ChargePeriodEnd")).toArray(String[]::new);
        deliver("2026-05-12T03:00:00Z", columns(without), "1");
        seen().isOnly("delivery", PROBLEM, "without ChargePeriodEnd", "add the column");
    }

    @Test
    void aManifestThatNamesNoColumnsIsUnknown() throws IOException {
        deliver("2026-05-12T03:00:00Z", "", "1");
        seen().isOnly("format", UNKNOWN, "names no columns", "glidepath collect");
    }

    @Test
    void aFileThatIsMissingIsAProblem() throws IOException {
        var file = deliver("2026-05-12T03:00:00Z", columns(FOCUS), "1");
        Files.delete(file);
        seen().isOnly("delivery", PROBLEM, "it is missing", "wait for the delivery");
    }

    @Test
    void aFileThatDoesNotFitTheDiskIsAProblem() throws IOException {
        deliver("2026-05-12T03:00:00Z", columns(FOCUS), "1".repeat(3 << 20));
        room(3008, 4096, Optional.empty()).isAllFine();
        room(3008, 2, Optional.empty())
                .isOnly("size", PROBLEM, "has 3 MB, and collect has 2 MB of disk", "--ephemeral");
        room(3008, 5, Optional.empty()).isOnly("size", WARNING, "has 3 MB", "more memory");
        room(512, 4096, Optional.empty())
                .isOnly("memory", WARNING, "512 MB of memory", "--memory-size 3008");
        room(3008, 4096, Optional.of("is Failed, no image"))
                .isOnly("state", PROBLEM, "is Failed, no image", "npx cdk deploy");
    }

    /// Many files, none of which is too large.
    @Test
    void aDeliveryThatTakesTooLongIsAWarning() throws IOException {
        var file = deliver("2026-05-12T03:00:00Z", columns(FOCUS), "1");
        size(file, 20_000_000_000L);
        room(3008, 100_000, Optional.empty()).isAllFine();
        size(file, 20_000_000_001L);
        room(3008, 100_000, Optional.empty())
                .isOnly("size", WARNING, "the largest delivery has 19073 MB", "Athena");
    }

    /// With a hole in it: it takes no room.
    private static void size(Path file, long bytes) throws IOException {
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
    }

    private Seen room(long memory, long disk, Optional<String> trouble) {
        return Seen.by(
                new FunctionCheck(
                        () -> new Room("collect", memory, disk, trouble),
                        new FolderBucket(bucket),
                        ""));
    }

    private Seen seen(String... labels) {
        return seenAt("2026-05-12T06:00:00Z", labels);
    }

    private Seen seenAt(String now, String... labels) {
        return Seen.by(
                new ExportCheck(
                        new FolderBucket(bucket),
                        "s3://acme/",
                        "",
                        Set.of(labels),
                        () -> Instant.parse(now)));
    }

    private static String columns(String... names) {
        return Arrays.stream(names)
                .map("{\"name\":\"%s\"}"::formatted)
                .collect(Collectors.joining(","));
    }

    /// @return the file that the manifest names
    private Path deliver(String time, String columns, String content) throws IOException {
        var folder = "cost/data/BILLING_PERIOD=2026-05/" + time + "-x/";
        var manifest = bucket.resolve("cost/metadata/BILLING_PERIOD=2026-05/cost-Manifest.json");
        Files.createDirectories(manifest.getParent());
        Files.writeString(
                manifest,
                "{\"executionId\":\"x\",\"columns\":[%s],\"dataFiles\":[\"s3://b/%spart.csv\"]}"
                        .formatted(columns, folder));
        var file = bucket.resolve(folder + "part.csv");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
