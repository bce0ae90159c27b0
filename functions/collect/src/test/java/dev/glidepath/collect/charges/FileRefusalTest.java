package dev.glidepath.collect.charges;

import static dev.glidepath.collect.charges.Refused.refused;
import static dev.glidepath.collect.charges.SmallFiles.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files that are not what they should be: refused as a whole.
class FileRefusalTest extends OneBill {

    @Test
    void aHeaderWithoutAnEnd() throws IOException {
        var file = folder.resolve("bill.csv");
        Files.writeString(file, "a".repeat(17_000_000));
        refused(
                () -> bill.read("bill.csv"),
                "bill.csv: row 1: no header: it has more than 5000 columns");
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
        bill.parquet(Bill.query("1.0::DOUBLE", "TIMESTAMP '2026-05-03'"));
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
        bill.parquet(Bill.query("1.0::DOUBLE", "TIMESTAMP '2026-05-03'"));
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
                zip.write(Bill.FOCUS.getBytes(UTF_8));
            }
        }
        refused(
                () -> bill.bytes("bill.zip", bytes.toByteArray()),
                "zip holds 2 files or more instead of one CSV");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-16",
                "UTF-16LE",
                "UTF-16BE",
                "x-UTF-16LE-BOM",
                "UTF-32",
                "X-UTF-32BE-BOM"
            })
    void textThatIsNotUtf8(String charset) {
        var text = Bill.FOCUS + Bill.row("1", "1");
        refused(
                () -> bill.bytes("bill.csv", text.getBytes(Charset.forName(charset))),
                "bill.csv: row 1: is text in UTF-16, or no text at all; export it as CSV in UTF-8");
    }

    @Test
    void whatIsPackedInAnotherWay() {
        for (var start : List.of("BZh91AY", "\u0028\u00b5\u002f\u00fd", "7z\u00bc\u00af")) {
            refused(
                    () -> bill.bytes("bill.csv", (start + "\u00ff,\n").getBytes(ISO_8859_1)),
                    "bill.csv: is neither Parquet nor text in UTF-8");
        }
        refused(
                () -> bill.bytes("bill.csv.gz", gzip(new String(gzip("x".repeat(50)), ISO_8859_1))),
                "bill.csv.gz: ");
    }

    @Test
    void linesThatEndInSeveralWays() {
        var row = Bill.row("1", "1");
        var text =
                Bill.FOCUS.replace("\n", "\r\n")
                        + row
                        + row.replace("\n", "\r\n")
                        + row.replace('\n', '\r');
        refused(() -> bill.csv(text), "bill.csv: is no CSV: its lines end in several ways");
    }
}
