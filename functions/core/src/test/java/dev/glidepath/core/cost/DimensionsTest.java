package dev.glidepath.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.Dimensions.Charge;
import dev.glidepath.core.cost.Dimensions.Service;
import dev.glidepath.core.cost.Dimensions.SubAccount;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

class DimensionsTest {

    /// Of each text: absent, empty, another, and two that run into each other with their neighbour.
    @Test
    void twoKeysAreEqualExactlyWhenTheDimensionsAre() {
        var texts = new @Nullable String[] {null, "", "a", "b", "1:a", "-"};
        var all = new HashSet<Dimensions>();
        var keys = new HashSet<String>();
        for (int part = 0; part < 14; part++) {
            for (var one : texts) {
                for (var next : texts) {
                    for (var labels :
                            List.of(
                                    Map.<String, String>of(),
                                    Map.of("tag:a", "b"),
                                    Map.of("tag:b", "b"),
                                    Map.of("tag:a", "c"),
                                    Map.of("tag:ab", ""),
                                    Map.of("tag:a", "b", "tag:c", "d"))) {
                        var dimensions = dimensions(part, one, next, labels);
                        all.add(dimensions);
                        keys.add(dimensions.key());
                    }
                }
            }
        }
        assertThat(keys).hasSameSizeAs(all);
    }

    @Test
    void labelsOfAnyOrderAreTheSameKey() {
        var some = dimensions(0, "x", "x", Map.of("tag:a", "1", "tag:b", "2", "tag:c", "3"));
        var same = dimensions(0, "x", "x", Map.of("tag:c", "3", "tag:a", "1", "tag:b", "2"));
        assertThat(same.key()).isEqualTo(some.key());
    }

    /// `tag:a` is what a plan calls it, and none of the charge's texts.
    @Test
    void charactersAreThoseOfAllTexts() {
        var plain = dimensions(0, "USD", null, Map.of());
        assertThat(plain.characters()).isEqualTo(3 + 12);
        assertThat(dimensions(0, "USD", null, Map.of("tag:a", "four")).characters())
                .isEqualTo(plain.characters() + 4);
    }

    @Test
    void aChargeIsCountedInAnotherUnitAndElseTheSame() {
        var charge = new Charge("Usage", "Correction", "item", "Standard", "id", "Used");
        assertThat(charge.countedIn("Hrs"))
                .isEqualTo(
                        new Charge("Usage", "Correction", "item", "Standard", "id", "Used", "Hrs"));
        assertThat(charge.countedIn("Hrs").countedIn(null)).isEqualTo(charge);
    }

    @Test
    void alikeChargesAddUpInAmountQuantityAndRows() {
        var dimensions = dimensions(0, "USD", "x", Map.of());
        var day = ChargeDays.of(LocalDate.of(2026, 5, 4));
        var one = new ChargeGroup(day, dimensions, billed("1.25"), new BigDecimal("2"), 3);
        var unmeasured = new ChargeGroup(day, dimensions, billed("-0.25"), null, 4);
        assertThat(one.plus(unmeasured))
                .isEqualTo(new ChargeGroup(day, dimensions, billed("1"), new BigDecimal("2"), 7));
        assertThat(unmeasured.plus(unmeasured).quantity()).isNull();
        var more = new ChargeGroup(day, dimensions, billed("1"), new BigDecimal("0.50"), 1);
        assertThat(one.plus(more).quantity()).isEqualTo("2.5");
    }

    /// A later delivery is newer; at the same instant the greater id is.
    @Test
    void executionsAreInTheOrderInWhichTheyWereDelivered() {
        var nine = Instant.parse("2026-05-04T09:00:00Z");
        var first = id("b", nine);
        assertThat(List.of(id("a", nine.plusNanos(1)), id("c", nine), first, id("a", nine)))
                .isSortedAccordingTo((x, y) -> y.compareTo(x));
        assertThat(first).isEqualByComparingTo(id("b", nine)).isLessThan(id("c", nine));
    }

    @Test
    void anExecutionHasTheRowsOfItsFilesAndTotalsAddUpPerMetric() {
        var files =
                List.of(
                        new Execution.FileRead("a", "1", 10, 3),
                        new Execution.FileRead("b", "2", 10, 4));
        var execution =
                new Execution(
                        id("x", Instant.EPOCH),
                        new Execution.Source("FOCUS 1.2", "m"),
                        files,
                        Map.of());
        assertThat(execution.rows()).isEqualTo(7);
        var some = new Execution.Totals(3, billed("1"), Map.of(Metric.LIST, 3L, Metric.BILLED, 1L));
        var more = new Execution.Totals(4, billed("2"), Map.of(Metric.LIST, 2L));
        assertThat(some.plus(more))
                .isEqualTo(
                        new Execution.Totals(
                                7, billed("3"), Map.of(Metric.LIST, 5L, Metric.BILLED, 1L)));
    }

    private static Execution.Id id(String execution, Instant delivered) {
        return new Execution.Id("aws", YearMonth.of(2026, 5), execution, delivered);
    }

    private static Amounts billed(String amount) {
        return new Amounts(new BigDecimal(amount), null, null, null);
    }

    /// All parts `x`, but this one and the next.
    private static Dimensions dimensions(
            int part, @Nullable String one, @Nullable String next, Map<String, String> labels) {
        var parts = new @Nullable String[15];
        Arrays.fill(parts, "x");
        parts[part] = one;
        parts[part + 1] = next;
        return new Dimensions(
                String.valueOf(parts[0]),
                new Service(parts[1], parts[2], parts[3]),
                new SubAccount(parts[4], parts[5]),
                parts[6],
                new Charge(
                        String.valueOf(parts[7]),
                        parts[8],
                        parts[9],
                        parts[10],
                        parts[11],
                        parts[12],
                        parts[13]),
                labels);
    }
}
