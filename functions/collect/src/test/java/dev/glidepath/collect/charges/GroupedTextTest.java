package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.core.cost.Dimensions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;

/// Rows are grouped by one text and summed in whole units: neither is seen in what is read.
class GroupedTextTest extends OneBill {

    @Test
    void textsThatHoldTheSeparatorStayApart() {
        var row = Bill.row("1", "1");
        var charges =
                bill.csv(
                        Bill.FOCUS
                                + row.replace("Amazon S3,000123456789", "a\u001fb,c")
                                + row.replace("Amazon S3,000123456789", "a,b\u001fc")
                                + row.replace("Amazon S3,000123456789", "a\u001fb,c"));

        assertThat(groups(charges))
                .extracting(
                        g -> g.dimensions().service().name(),
                        g -> g.dimensions().subAccount().id(),
                        g -> g.rows())
                .containsExactlyInAnyOrder(tuple("a\u001fb", "c", 2L), tuple("a", "b\u001fc", 1L));
    }

    @Test
    void whatIsMissingAtTheEndsOfAGroupsTextIsMissing() {
        var row = Bill.row("1", "1").replace("AWS,Amazon S3,000123456789,{}", ",,,");

        assertThat(groups(bill.csv(Bill.FOCUS + row)))
                .singleElement()
                .extracting(g -> g.dimensions())
                .satisfies(
                        d -> {
                            assertThat(d.service())
                                    .isEqualTo(new Dimensions.Service(null, null, null));
                            assertThat(d.subAccount().id()).isNull();
                        });
    }

    @Test
    void aTagIsFoundHoweverItsJsonIsSpelled() {
        var row = Bill.row("1", "1");
        var charges =
                bill.csv(
                        Bill.FOCUS
                                + row.replace("{}", "\"{\"\"te\\u0061m\"\":\"\"x\"\"}\"")
                                + row.replace("{}", "\"{\"\"user_team\"\":\"\"y\"\"}\"")
                                + row.replace(
                                        "{}", "\"{\"\"team\"\":null,\"\"user:team\"\":\"\"z\"\"}\"")
                                + row.replace(
                                        "{}",
                                        "\"{\"\"team\"\":\"\"NULL\"\",\"\"user:team\"\":\"\"w\"\"}\"")
                                + row.replace("{}", "\"{\"\"a\"\":\"\"team\"\"}\""),
                        "tag:team");

        assertThat(groups(charges))
                .extracting(g -> g.dimensions().labels().getOrDefault("tag:team", "-"))
                .containsExactlyInAnyOrder("x", "y", "z", "w", "-");
    }

    /// Where a double has one decimal of 12 places fewer, of 9 and of 6, and just beyond.
    @ParameterizedTest
    @ValueSource(doubles = {1, 4_096, 8_192, 8_192_000, 8_192_000_000.0, 1e15})
    void sumsAreExactAroundTheSizesOfUnits(double size) {
        var random = new SplittableRandom(31);
        var values = new StringBuilder("(0.0)");
        var expected = BigDecimal.ZERO;
        for (int i = 0; i < 3_000; i++) {
            double value =
                    BigDecimal.valueOf(size * random.nextDouble(0.99, 1.01))
                            .setScale(random.nextInt(0, 15), RoundingMode.HALF_UP)
                            .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1))
                            .doubleValue();
            expected = expected.add(new BigDecimal(Double.toString(value)));
            values.append(",(").append(value).append(")");
        }

        var totals =
                Bill.totals(
                        bill.parquet(
                                Bill.query("CAST(x AS DOUBLE)", "TIMESTAMP '2026-05-03'")
                                        + "FROM (VALUES "
                                        + values
                                        + ") AS t(x)"));

        assertThat(totals.amounts().billed()).isEqualByComparingTo(expected);
        assertThat(totals.rows()).isEqualTo(3_001);
    }

    @Test
    void sumsMayBeLargerThanAnyLongOfUnits() {
        var query = Bill.query("8191999999.5::DOUBLE", "TIMESTAMP '2026-05-03'");

        assertThat(Bill.totals(bill.parquet(query + "FROM range(2000)")).amounts().billed())
                .isEqualByComparingTo("16383999999000");
    }

    private static List<ChargeGroup> groups(Charges charges) {
        return charges.periods().values().iterator().next().groups();
    }
}
