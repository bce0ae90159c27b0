package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.core.cost.Metric;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What real exports contain is read, to the last digit.
class ReadingTest extends OneBill {

    private static final LocalDate MAY_3 = LocalDate.of(2026, 5, 3);

    @Test
    void sumsTheWrittenDigitsWhateverTheirSize() {
        var random = new SplittableRandom(11);
        var text = new StringBuilder(Bill.FOCUS);
        var expected = BigDecimal.ZERO;
        for (int i = 0; i < 4_000; i++) {
            var amount = amount(random);
            expected = expected.add(amount);
            text.append(Bill.row(written(random, amount), "0"));
        }
        assertThat(Bill.totals(bill.csv(text.toString())).amounts().billed())
                .isEqualByComparingTo(expected);
    }

    @Test
    void sumsTheShortestDecimalsOfDoubles() {
        var random = new SplittableRandom(12);
        var values = new StringBuilder("(0.0)");
        var expected = BigDecimal.ZERO;
        for (int i = 0; i < 4_000; i++) {
            double value = random.nextDouble() * Math.pow(10, random.nextInt(-14, 9));
            expected = expected.add(BigDecimal.valueOf(value));
            values.append(",(").append(value).append(")");
        }
        var charges =
                bill.parquet(
                        """
                        SELECT CAST(x AS DOUBLE) AS "BilledCost", 4392.60::DOUBLE AS "EffectiveCost",
                          'USD' AS "BillingCurrency", TIMESTAMP '2026-05-03' AS "ChargePeriodStart",
                          TIMESTAMP '2026-05-04' AS "ChargePeriodEnd", 'Usage' AS "ChargeCategory"
                        FROM (VALUES %s) AS t(x)"""
                                .formatted(values));
        var totals = Bill.totals(charges);
        assertThat(totals.amounts().billed()).isEqualByComparingTo(expected);
        assertThat(totals.amounts().effective()).isEqualByComparingTo("17574792.6");
    }

    @Test
    void readsThreeSpellingsOfNullAsUnknown() {
        var header = Bill.FOCUS.replace("BilledCost", "ListCost,BilledCost");
        var charges =
                bill.csv(
                        header
                                + "NULL,"
                                + Bill.row("1", "1")
                                + ","
                                + Bill.row("1", "1")
                                + "\"\","
                                + Bill.row("1", "1")
                                + "2.5,"
                                + Bill.row("1", "1"));
        var totals = Bill.totals(charges);
        assertThat(totals.amounts().list()).isEqualByComparingTo("2.5");
        assertThat(totals.absent())
                .containsEntry(Metric.LIST, 3L)
                .containsEntry(Metric.CONTRACTED, 4L);
        assertThat(totals.amounts().contracted()).isNull();
    }

    @Test
    void quantitiesOfTwoUnitsAreNotAdded() {
        var header = Bill.FOCUS.replace("BilledCost", "PricingUnit,PricingQuantity,BilledCost");
        var charges =
                bill.csv(
                        header
                                + "Hrs,2,"
                                + Bill.row("1", "1")
                                + "GB-Mo,5,"
                                + Bill.row("1", "1")
                                + "Hrs,3,"
                                + Bill.row("1", "1"));
        var groups = charges.periods().values().iterator().next().groups();
        assertThat(groups)
                .extracting(g -> g.dimensions().charge().unit())
                .containsExactlyInAnyOrder("Hrs", "GB-Mo");
        assertThat(groups)
                .extracting(ChargeGroup::quantity)
                .allMatch(q -> new BigDecimal("5").compareTo(q) == 0);
    }

    @Test
    void readsTimesWithAndWithoutZone() {
        for (var start :
                List.of(
                        "2026-05-03T00:00:00Z",
                        "2026-05-03 00:00:00",
                        "2026-05-03T00:00:00.000Z",
                        "2026-05-03 02:00:00+02:00",
                        "2026-05-03 00:00:00.000",
                        "2026-05-03")) {
            var charges =
                    bill.csv(
                            Bill.FOCUS + Bill.row("1", "1").replace("2026-05-03T00:00:00Z", start));
            assertThat(only(charges).days().start()).as(start).isEqualTo(MAY_3);
        }
        for (var type :
                List.of(
                        "TIMESTAMP",
                        "TIMESTAMPTZ",
                        "TIMESTAMP_MS",
                        "TIMESTAMP_NS",
                        "DATE",
                        "VARCHAR")) {
            var charges =
                    bill.parquet(
                            """
                            SELECT 1.5 AS "BilledCost", 1::INTEGER AS "EffectiveCost", 'USD' AS "BillingCurrency",
                              '2026-05-03'::%1$s AS "ChargePeriodStart", '2026-05-04'::%1$s AS "ChargePeriodEnd",
                              'Usage' AS "ChargeCategory\""""
                                    .formatted(type));
            assertThat(only(charges).days().start()).as(type).isEqualTo(MAY_3);
            assertThat(only(charges).amounts().billed()).isEqualByComparingTo("1.5");
        }
    }

    @Test
    void aChargeCoversTheDaysThatItTouches() {
        assertThat(days("2026-05-03T22:00:00Z", "2026-05-03T23:00:00Z")).isEqualTo(1);
        assertThat(days("2026-05-03T23:00:00Z", "2026-05-04T00:00:00Z")).isEqualTo(1);
        assertThat(days("2026-05-03T23:00:00Z", "2026-05-04T01:00:00Z")).isEqualTo(2);
        assertThat(days("2026-05-03T00:00:00Z", "2026-06-03T00:00:00Z")).isEqualTo(31);
        assertThat(days("2026-05-03T12:00:00Z", "2026-05-03T12:00:00Z")).isEqualTo(1);
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstColumn() {
        var charges = bill.csv("\uFEFF" + Bill.FOCUS + Bill.row("1.25", "1"));
        assertThat(Bill.totals(charges).amounts().billed()).isEqualByComparingTo("1.25");
    }

    @Test
    void lineEndsAndQuotesAreAsTheyCome() {
        var text =
                Bill.FOCUS
                        + Bill.row("1", "1")
                        + Bill.row("2", "1").replace("Amazon S3", "\"Amazon\nS3, \"\"new\"\"\"");
        assertThat(Bill.totals(bill.csv(text)).amounts().billed()).isEqualByComparingTo("3");
        var windows = (Bill.FOCUS + Bill.row("1", "1") + Bill.row("2", "1")).replace("\n", "\r\n");
        assertThat(Bill.totals(bill.csv(windows)).rows()).isEqualTo(2);
        var unended = (Bill.FOCUS + Bill.row("1", "1")).strip();
        assertThat(Bill.totals(bill.csv(unended)).rows()).isEqualTo(1);
        assertThat(Bill.totals(bill.csv(unended + "\n\n")).rows()).isEqualTo(1);
    }

    @Test
    void compressionIsToldByTheBytes() throws IOException {
        var text = Bill.FOCUS + Bill.row("1", "1");
        assertThat(Bill.totals(bill.bytes("a.csv", SmallFiles.gzip(text))).rows()).isEqualTo(1);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("inside.csv"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Bill.totals(bill.bytes("b[1]*.zip", bytes.toByteArray())).rows()).isEqualTo(1);
    }

    @Test
    void accountIdsKeepTheirLeadingZeros() {
        var account = only(bill.csv(Bill.FOCUS + Bill.row("1", "1"))).dimensions().subAccount();
        assertThat(account.id()).isEqualTo("000123456789");
    }

    @Test
    void aCorrectionLandsOnItsOwnDayInItsOwnBillingPeriod() {
        var charges =
                bill.csv(
                        Bill.FOCUS
                                + Bill.row("1", "1")
                                + Bill.row("-4", "-4").replace("2026-05-01T", "2026-06-01T"));
        assertThat(charges.periods())
                .containsOnlyKeys(YearMonth.of(2026, 5), YearMonth.of(2026, 6));
        assertThat(charges.periods().get(YearMonth.of(2026, 6)).groups())
                .singleElement()
                .satisfies(g -> assertThat(g.days().start()).isEqualTo(MAY_3));
    }

    @Test
    void anUnknownKindOfChargeIsMoney() {
        var charges = bill.csv(Cur.HEADER + Cur.row("BrandNewFee", "7.5") + Cur.row("", "0.5"));
        assertThat(Bill.totals(charges).amounts().effective()).isEqualByComparingTo("8");
        assertThat(only(charges).dimensions().charge().category()).isEqualTo("Adjustment");
    }

    @Test
    void aHeaderAloneIsADeliveryWithoutCharges() {
        assertThat(bill.csv(Bill.FOCUS).files())
                .singleElement()
                .satisfies(f -> assertThat(f.rows()).isZero());
    }

    @Test
    void aPeriodThatIsDeliveredWithoutChargesIsOneThatCostNothing() {
        var charges = bill.delivery(Bill.FOCUS);

        assertThat(charges.periods()).containsOnlyKeys(YearMonth.of(2026, 5));
        assertThat(charges.period(YearMonth.of(2026, 5)).rows()).isZero();
    }

    @Test
    void theNewestVersionThatAPartHasIsTheDeliverys() {
        var row = Bill.row("1", "1");
        var newer = Bill.FOCUS.replace("\n", ",InvoiceId\n") + row.replace("\n", ",i\n");

        assertThat(bill.delivery(newer, Bill.FOCUS + row).format()).isEqualTo("FOCUS 1.2");
        assertThat(bill.delivery(Bill.FOCUS + row, newer).format()).isEqualTo("FOCUS 1.2");
    }

    @Test
    void tagsAreFoundInEverySpelling() {
        for (var tags :
                List.of(
                        "{\"\"CostCenter\"\": \"\"42\"\"}",
                        "{\"\"user:CostCenter\"\": \"\"42\"\", \"\"a.b:c\"\": true}",
                        "{\"\"user_cost_center\"\": 42}")) {
            var charges =
                    bill.csv(
                            Bill.FOCUS + Bill.row("1", "1").replace("{}", "\"" + tags + "\""),
                            "tag:CostCenter");
            assertThat(only(charges).dimensions().labels())
                    .containsOnly(java.util.Map.entry("tag:CostCenter", "42"));
        }
        var legacy =
                bill.csv(
                        Cur.HEADER.replace(
                                        "\n",
                                        ",resourceTags/user:CostCenter,costCategory/My Product\n")
                                + Cur.row("Usage", "1").replace("\n", ",42,search\n"),
                        "tag:CostCenter",
                        "cost_category:My Product");
        assertThat(only(legacy).dimensions().labels())
                .containsEntry("tag:CostCenter", "42")
                .containsEntry("cost_category:My Product", "search");
        var map =
                bill.parquet(
                        """
                        SELECT 1.0 AS "BilledCost", 1.0 AS "EffectiveCost", 'USD' AS "BillingCurrency",
                          TIMESTAMP '2026-05-03' AS "ChargePeriodStart", TIMESTAMP '2026-05-04' AS "ChargePeriodEnd",
                          'Usage' AS "ChargeCategory", MAP {'CostCenter': '42', 'other': ''} AS "Tags\"""",
                        "tag:CostCenter",
                        "tag:other",
                        "tag:none");
        assertThat(only(map).dimensions().labels())
                .containsOnly(java.util.Map.entry("tag:CostCenter", "42"));
    }

    private int days(String start, String end) {
        var row =
                Bill.row("1", "1")
                        .replace("2026-05-04T00:00:00Z", end)
                        .replace("2026-05-03T00:00:00Z", start);
        return only(bill.csv(Bill.FOCUS + row)).days().count();
    }

    private static ChargeGroup only(Charges charges) {
        return charges.periods().values().iterator().next().groups().getFirst();
    }

    private static BigDecimal amount(SplittableRandom random) {
        var digits = new BigInteger(random.nextInt(1, 70), new Random(random.nextLong()));
        var amount = new BigDecimal(digits, random.nextInt(0, 30));
        return random.nextInt(5) == 0 ? amount.negate() : amount;
    }

    private static String written(SplittableRandom random, BigDecimal amount) {
        return switch (random.nextInt(3)) {
            case 0 -> amount.toPlainString();
            case 1 -> amount.toString();
            default -> amount.unscaledValue() + "e-" + amount.scale();
        };
    }
}
