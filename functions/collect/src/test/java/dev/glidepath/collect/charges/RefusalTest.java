package dev.glidepath.collect.charges;

import static dev.glidepath.collect.charges.Refused.refused;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// What cannot be read exactly is refused with one line that says where and what to do.
class RefusalTest extends OneBill {

    @Test
    void textInACostColumn() {
        refused(
                () -> bill.csv(Bill.FOCUS + Bill.row("1", "1") + Bill.row("1", "n/a")),
                "bill.csv: row 3: column EffectiveCost: 'n/a' is not a number");
        refused(() -> bill.csv(Bill.FOCUS + Bill.row("1_000", "1")), "'1_000' is not a number");
        refused(() -> bill.csv(Bill.FOCUS + Bill.row("NaN", "1")), "'NaN' is not a number");
        refused(() -> bill.csv(Bill.FOCUS + Bill.row("\"1,5\"", "1")), "'1,5' is not a number");
        refused(() -> bill.csv(Bill.FOCUS + Bill.row("1e-9999", "1")), "'1e-9999' is not a number");
        refused(() -> bill.csv(Bill.FOCUS + Bill.row("9".repeat(61), "1")), "9…' is not a number");
    }

    @Test
    void notANumberInParquet() {
        refused(
                () -> bill.parquet(Bill.query("'NaN'::DOUBLE", "TIMESTAMP '2026-05-03'")),
                "bill.parquet: row 1: column BilledCost: 'nan' is not a number");
        refused(
                () -> bill.parquet(Bill.query("'-inf'::DOUBLE", "TIMESTAMP '2026-05-03'")),
                "'-inf' is not a number");
    }

    @Test
    void aChargeWithoutItsPeriod() {
        refused(
                () -> bill.parquet(Bill.query("1.0::DOUBLE", "NULL::TIMESTAMP")),
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

    /// To the day, and within one.
    @Test
    void aPeriodJustBeyondWhatThereIs() {
        bill.csv(Bill.FOCUS + period("2026-05-03T00:00:00Z", "2036-05-10T23:59:59Z"));
        refused(
                () -> bill.csv(Bill.FOCUS + period("2026-05-03T23:59:59Z", "2036-05-11T00:00:00Z")),
                "ends a charge more than ten years after it began");
        bill.csv(Bill.FOCUS + period("2000-01-01T00:00:00Z", "2000-01-01T00:00:01Z"));
        bill.csv(Bill.FOCUS + period("2099-12-31T00:00:00Z", "2099-12-31T23:59:59Z"));
        refused(
                () -> bill.csv(Bill.FOCUS + period("2099-12-31T00:00:00Z", "2100-01-01T00:00:00Z")),
                "column ChargePeriodEnd: '2100-01-01T00:00:00Z' is not between the years");
        refused(
                () -> bill.csv(Bill.FOCUS + period("2026-05-03T10:00:00Z", "2026-05-03T09:59:59Z")),
                "ends a charge before it began");
    }

    private static String period(String start, String end) {
        return Bill.row("1", "1")
                .replace("2026-05-03T00:00:00Z", start)
                .replace("2026-05-04T00:00:00Z", end);
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
                () -> bill.parquet(Bill.query("1.0::DOUBLE", "TIMESTAMP 'infinity'")),
                "row 1: column ChargePeriodStart: 'infinity' is not a date and time");
    }

    /// They would be days away.
    @Test
    void timesInZonesThatThereAreNot() {
        for (var zone : List.of("+99:00", "-15:00", "+1500", "+20")) {
            refused(
                    () ->
                            bill.csv(
                                    Bill.FOCUS
                                            + Bill.row("1", "1")
                                                    .replace(
                                                            "-03T00:00:00Z",
                                                            "-03T00:00:00" + zone)),
                    zone + "' is not a date and time");
        }
        for (var zone : List.of("+14:00", "-12:00", "+0530", "")) {
            bill.csv(
                    Bill.FOCUS
                            + Bill.row("1", "1").replace("-03T00:00:00Z", "-03T00:00:00" + zone));
        }
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
        refused(
                () -> bill.bytes("bill.parquet", "PAR1----\u0005\0\0\0PAR1".getBytes(UTF_8)),
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
                "bill.csv: row 2: column ServiceName: is longer than 2000 bytes");
        refused(
                () ->
                        bill.csv(
                                Bill.FOCUS + tagged("{\"\"team\"\":\"\"" + most + "x\"\"}"),
                                "tag:team"),
                "bill.csv: row 2: column tag:team: is longer than 2000 bytes");
        refused(
                () -> bill.csv(Bill.FOCUS + Bill.row("1", "1").replace("USD", "x".repeat(2_001))),
                "column BillingCurrency: is longer than 2000 bytes; have the export made again");
        refused(
                () ->
                        bill.parquet(
                                "SELECT *, repeat('x', 20000000) AS \"ServiceName\" FROM (%s)"
                                        .formatted(
                                                Bill.query(
                                                        "1.0::DOUBLE", "TIMESTAMP '2026-05-03'"))),
                "bill.parquet: row 1: column ServiceName: is longer than 2000 bytes");
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

    @Test
    void aFooterAndAnUnpackedFileThatAreLargerThanTheirLimit() throws IOException {
        var parquet = SmallFiles.parquet().getFirst();
        var zipped = SmallFiles.gzip(SmallFiles.CSV);
        bill = new Bill(folder, Limits.of(List.of("footer=1KB", "unpacked=1KB")));
        bill.bytes("bill.csv.gz", zipped);
        bill = new Bill(folder, Limits.of(List.of("footer=100", "unpacked=100")));
        refused(
                () -> bill.bytes("bill.csv.gz", zipped),
                "bill.csv.gz: unpacks to more bytes than are expected; at most 100 are read: look"
                        + " whether it is an export, and if it is, raise the limit \"unpacked\"");
        refused(
                () -> bill.bytes("bill.parquet", parquet),
                "at most 100 are read: look whether it is an export, and if it is, raise the limit"
                        + " \"footer\"");
    }

    @Test
    void twoFormatsInOneDelivery() {
        refused(
                () ->
                        bill.delivery(
                                Bill.FOCUS + Bill.row("1", "1"),
                                Cur.HEADER + Cur.row("Usage", "1")),
                "bill-Manifest.json: mixes FOCUS and CUR in one delivery; deliver each export into"
                        + " a folder of its own");
    }

    /// Whose fault it is that it cannot be read is the engine's to say.
    @Test
    void aDiskThatIsFullIsNoFaultOfAFile() {
        var full =
                new SQLException(
                        "IO Error: Could not write file \"/tmp/x.tmp\": No space left on device");

        assertThat(EngineError.shortage(full))
                .get()
                .extracting(Refusal::getMessage)
                .asString()
                .startsWith("the disk for temporary files is full")
                .endsWith("give the function more ephemeral storage");
        assertThat(EngineError.shortage(new SQLException("Invalid Input Error: x"))).isEmpty();
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
}
