package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What cannot be read exactly is refused with one line that says where and what to do.
class RefusalTest {

    @TempDir Path folder;
    private Bill bill;

    @BeforeEach
    void emptyFolder() {
        bill = new Bill(folder);
    }

    @Test
    void textInACostColumn() {
        refused(
                () -> bill.csv(Bill.FOCUS + Bill.row("1", "1") + Bill.row("1", "n/a")),
                "bill.csv: row 3: column EffectiveCost: 'n/a' is not a number");
        refused(() -> bill.csv(Bill.FOCUS + Bill.row("1_000", "1")), "'1_000' is not a number");
        refused(() -> bill.csv(Bill.FOCUS + Bill.row("NaN", "1")), "'NaN' is not a number");
        refused(() -> bill.csv(Bill.FOCUS + Bill.row("\"1,5\"", "1")), "'1,5' is not a number");
        refused(() -> bill.csv(Bill.FOCUS + Bill.row("1e-9999", "1")), "'1e-9999' is not a number");
    }

    @Test
    void notANumberInParquet() {
        refused(
                () -> bill.parquet(focusQuery("'NaN'::DOUBLE", "TIMESTAMP '2026-05-03'")),
                "bill.parquet: row 1: column BilledCost: 'nan' is not a number");
        refused(
                () -> bill.parquet(focusQuery("'-inf'::DOUBLE", "TIMESTAMP '2026-05-03'")),
                "'-inf' is not a number");
    }

    @Test
    void aChargeWithoutItsPeriod() {
        refused(
                () -> bill.parquet(focusQuery("1.0::DOUBLE", "NULL::TIMESTAMP")),
                "row 1: column ChargePeriodStart: is empty");
        refused(
                () ->
                        bill.csv(
                                Bill.FOCUS
                                        + Bill.row("1", "1")
                                                .replace("2026-05-04T00:00:00Z", "NULL")),
                "row 2: column ChargePeriodEnd: is empty");
        refused(
                () ->
                        bill.csv(
                                Bill.FOCUS
                                        + Bill.row("1", "1").replace("2026-05-03T", "2026-05-33T")),
                "column ChargePeriodStart: '2026-05-33T00:00:00Z' is not a date and time");
        refused(
                () ->
                        bill.csv(
                                Bill.FOCUS
                                        + Bill.row("1", "1").replace("2026-05-04T", "2066-05-04T")),
                "ends a charge more than ten years after it began");
        for (var year : List.of("0001", "1999", "2100", "9999")) {
            refused(
                    () ->
                            bill.csv(
                                    Bill.FOCUS
                                            + Bill.row("1", "1")
                                                    .replace("2026-05-0", year + "-05-0")),
                    "is not between the years 2000 and 2099");
        }
    }

    @Test
    void wordsThatTheEngineTakesForTimes() {
        for (var word : List.of("infinity", "-infinity", "epoch")) {
            refused(
                    () ->
                            bill.csv(
                                    Bill.FOCUS
                                            + Bill.row("1", "1")
                                                    .replace("2026-05-03T00:00:00Z", word)),
                    "row 2: column ChargePeriodStart: '" + word + "' is not a date and time");
        }
        refused(
                () -> bill.parquet(focusQuery("1.0::DOUBLE", "TIMESTAMP 'infinity'")),
                "row 1: column ChargePeriodStart: 'infinity' is not a date and time");
    }

    @Test
    void aHeaderWithoutAnEnd() throws IOException {
        var file = folder.resolve("bill.csv");
        Files.writeString(file, "a".repeat(17_000_000));
        refused(
                () -> bill.read("bill.csv"),
                "bill.csv: row 1: no header: it has more than 5000 columns");
    }

    @Test
    void aBillingPeriodThatIsNoTime() {
        refused(
                () ->
                        bill.csv(
                                Bill.FOCUS
                                        + Bill.row("1", "1")
                                                .replace("2026-05-01T00:00:00Z", "May")),
                "row 2: column BillingPeriodStart: 'May' is not a date and time");
    }

    @Test
    void inOneLineWhateverTheFileHolds() throws IOException {
        refused(
                () -> bill.csv("\"Cost\n" + Bill.FOCUS + Bill.row("1", "1").repeat(9) + "\n"),
                "bill.csv: neither CUR nor FOCUS (its columns begin with Cost BilledCost");
        refused(
                () -> bill.csv(Bill.FOCUS + Bill.row("\"1\n2\"", "1")),
                "column BilledCost: '1 2' is not a number");
        refused(() -> bill.csv("\n\n"), "bill.csv: has no header row");
        refused(
                () -> bill.bytes("bill.zip", new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0}),
                "zip holds 0 files instead of one CSV");
        refused(
                () -> bill.bytes("bill.parquet", "PAR1 this is not it PAR1".getBytes(UTF_8)),
                "bill.parquet: Parquet file is damaged: its footer does not fit");
    }

    @Test
    void aChargeThatEndsBeforeItBegan() {
        refused(
                () ->
                        bill.csv(
                                Bill.FOCUS
                                        + Bill.row("1", "1").replace("2026-05-04T", "2026-05-02T")),
                "row 2: column ChargePeriodEnd: '2026-05-02T00:00:00Z' ends a charge before it began");
    }

    @Test
    void aChargeWithoutItsCurrency() {
        refused(
                () -> bill.csv(Bill.FOCUS + Bill.row("1", "1").replace("USD", "")),
                "row 2: column BillingCurrency: is empty");
    }

    @Test
    void essentialColumnsMissingOrTwice() {
        refused(
                () -> bill.csv(Bill.FOCUS.replace("EffectiveCost", "Other") + Bill.row("1", "1")),
                "bill.csv: a FOCUS file without EffectiveCost; add the column");
        refused(
                () ->
                        bill.csv(
                                Bill.FOCUS.replace("ServiceName", "BilledCost")
                                        + Bill.row("1", "1")),
                "bill.csv: column BilledCost appears 2 times");
        refused(
                () ->
                        bill.csv(
                                "lineItem/UnblendedCost,lineItem/LineItemType,lineItem/UsageStartDate\n1,Usage,2026-05-03\n"),
                "a CUR legacy file without line_item_usage_end_date, line_item_currency_code");
    }

    @Test
    void formatsThatAreNotOurs() {
        refused(
                () ->
                        bill.csv(
                                "InvoiceSectionName,AccountName,CostInBillingCurrency,MeterId\na,b,1,c\n"),
                "bill.csv: neither CUR nor FOCUS (its columns begin with InvoiceSectionName, AccountName,");
        refused(
                () ->
                        bill.csv(
                                "lineItem/referenceNo,lineItem/tenantId,lineItem/intervalUsageStart,cost/myCost,cost/currencyCode\na,b,c,1,USD\n"),
                "neither CUR nor FOCUS");
        refused(() -> bill.bytes("bill.csv", new byte[0]), "bill.csv: file is empty");
    }

    @Test
    void filesThatAreCutOff() throws IOException {
        var gzip = gzip(Bill.FOCUS + Bill.row("1", "1").repeat(500));
        refused(
                () -> bill.bytes("bill.csv.gz", Arrays.copyOf(gzip, gzip.length - 9)),
                "bill.csv.gz: compressed file is cut off or damaged");
        var flipped = gzip.clone();
        flipped[gzip.length / 2] ^= 0x10;
        refused(() -> bill.bytes("bill.csv.gz", flipped), "bill.csv.gz: ");
        bill.parquet(focusQuery("1.0::DOUBLE", "TIMESTAMP '2026-05-03'"));
        var parquet = Files.readAllBytes(folder.resolve("bill.parquet"));
        refused(
                () -> bill.bytes("cut.parquet", Arrays.copyOf(parquet, parquet.length - 20)),
                "cut.parquet: Parquet file is cut off: it has no footer");
    }

    @Test
    void aGzipThatGoesOnAsSomethingElse() {
        var gzip = gzip(Bill.FOCUS + Bill.row("1", "1"));
        for (var rest : List.of(Arrays.copyOf(gzip, 7), "row".getBytes(UTF_8))) {
            refused(
                    () -> bill.bytes("bill.csv.gz", SmallFiles.joined(gzip, rest)),
                    "bill.csv.gz: compressed file is cut off or damaged");
        }
        bill.bytes("bill.csv.gz", SmallFiles.joined(gzip, new byte[512]));
        var two = SmallFiles.joined(gzip, gzip(Bill.row("1", "1")));
        assertThat(Bill.totals(bill.bytes("bill.csv.gz", two)).rows()).isEqualTo(2);
    }

    @Test
    void anyPrefixOfAParquetFile() throws IOException {
        bill.parquet(focusQuery("1.0::DOUBLE", "TIMESTAMP '2026-05-03'"));
        var parquet = Files.readAllBytes(folder.resolve("bill.parquet"));
        for (int length = 4; length < parquet.length; length += 97) {
            var cut = Arrays.copyOf(parquet, length);
            refused(() -> bill.bytes("cut.parquet", cut), "cut.parquet: ");
        }
    }

    @Test
    void rowsOfAnotherLength() {
        refused(
                () -> bill.csv(Bill.FOCUS + Bill.row("1", "1") + "1,1,USD\n"),
                "bill.csv: row 3: has 3 columns instead of 11;");
        refused(
                () -> bill.csv(Bill.FOCUS + Bill.row("1", "1").replace("Amazon S3", "\"Amazon S3")),
                "bill.csv: ");
    }

    @Test
    void aZipWithTwoFiles() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : new String[] {"a.csv", "b.csv"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Bill.FOCUS.getBytes(StandardCharsets.UTF_8));
            }
        }
        refused(
                () -> bill.bytes("bill.zip", bytes.toByteArray()),
                "zip holds 2 files or more instead of one CSV");
    }

    @Test
    void tagsThatAreNotJsonWhenARuleAsksForThem() {
        var text = Bill.FOCUS + Bill.row("1", "1").replace("{}", "{team");
        bill.csv(text);
        refused(() -> bill.csv(text, "tag:team"), "row 2: column Tags: is not a JSON object");
    }

    /// What fills a parser's memory is not given to it.
    @Test
    void jsonThatOpensTooMuch() {
        var most = "{\"\"team\"\":\"\"a\"\",\"\"b\"\":" + "[".repeat(999) + "]".repeat(999) + "}";
        assertThat(labels(bill.csv(Bill.FOCUS + tagged(most), "tag:team"))).containsExactly("a");
        var brackets = "{\"\"team\"\":\"\"" + "[{\\\"\"".repeat(600) + "\"\"}";
        assertThat(labels(bill.csv(Bill.FOCUS + tagged(brackets), "tag:team")))
                .containsExactly("[{\"".repeat(600));
        for (var json : List.of("[" + most + "]", "[1" + ",1".repeat(50_000) + "]")) {
            var text = Bill.FOCUS + tagged(json);
            bill.csv(text);
            refused(
                    () -> bill.csv(text, "tag:team"),
                    "bill.csv: row 2: column Tags: is JSON of more than 100000 characters or 1000"
                            + " objects and lists; have the export made again");
        }
        refused(
                () ->
                        bill.csv(
                                Cur.HEADER.strip()
                                        + ",product\n"
                                        + Cur.row("Usage", "1").strip()
                                        + ","
                                        + "[".repeat(1_001)
                                        + "\n"),
                "bill.csv: row 2: column product: is JSON of more than");
    }

    @Test
    void commitmentsWhoseCostTheExportLeavesOut() {
        refused(
                () -> bill.csv(Cur.HEADER + Cur.row("DiscountedUsage", "0")),
                "row 2: column lineItem/LineItemType: 'DiscountedUsage' needs the column"
                        + " reservation_effective_cost, which the export lacks");
    }

    @Test
    void namesThatAreTooLong() {
        var most = "ä".repeat(1_000);
        assertThat(
                        labels(
                                bill.csv(
                                        Bill.FOCUS
                                                + tagged("{\"\"team\"\":\"\"" + most + "\"\"}")
                                                        .replace("Amazon S3", most),
                                        "tag:team")))
                .containsExactly(most);
        refused(
                () -> bill.csv(Bill.FOCUS + Bill.row("1", "1").replace("Amazon S3", most + "x")),
                "bill.csv: row 2: column ServiceName: 'ääää");
        refused(
                () ->
                        bill.csv(
                                Bill.FOCUS + tagged("{\"\"team\"\":\"\"" + most + "x\"\"}"),
                                "tag:team"),
                "bill.csv: row 2: column tag:team: 'ääää");
        refused(
                () -> bill.csv(Bill.FOCUS + Bill.row("1", "1").replace("USD", "x".repeat(2_001))),
                "…' is longer than 2000 bytes; have the export made again");
    }

    @Test
    void moreGroupsThanThereMayBe() {
        bill = new Bill(folder, Limits.of(List.of("groups=3")));
        var days = Bill.row("1", "1").replace("2026-05-04T", "2026-05-06T");
        bill.csv(Bill.FOCUS + days + days);
        refused(
                () -> bill.csv(Bill.FOCUS + days + Bill.row("1", "1")),
                "bill.csv: its charges are of too many days, accounts, services, usage types and"
                        + " tags together; at most 3 are read: look whether it is an export, and if"
                        + " it is, raise the limit \"groups\"");
    }

    private static String tagged(String json) {
        return Bill.row("1", "1").replace("{}", '"' + json + '"');
    }

    private static List<String> labels(Charges charges) {
        return charges.periods().values().stream()
                .flatMap(period -> period.groups().stream())
                .map(group -> group.dimensions().labels().get("tag:team"))
                .toList();
    }

    private static void refused(ThrowingCallable reading, String message) {
        assertThatThrownBy(reading)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message)
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(400));
    }

    private static String focusQuery(String billed, String start) {
        return """
        SELECT %s AS "BilledCost", 1.0::DOUBLE AS "EffectiveCost", 'USD' AS "BillingCurrency",
          %s AS "ChargePeriodStart", TIMESTAMP '2026-05-04' AS "ChargePeriodEnd",
          'Usage' AS "ChargeCategory"
        """
                .formatted(billed, start);
    }

    static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
