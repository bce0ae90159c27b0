package dev.glidepath.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

class DayLinesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    /// Whatever days the charges are of, and in which order they come.
    @Test
    void aDayHasOneLineOfEachKindInOneOrder() {
        var groups =
                List.of(
                        group("b", 3, "3"),
                        group("a", 2, "2"),
                        group("c", 1, "1"),
                        group("a", 3, "6"),
                        group("b", 1, "1"),
                        group("c", 4, "4"));
        var lines = DailyCost.of(groups, _ -> "A").getOrDefault(DAY, List.of());
        assertThat(lines)
                .extracting(line -> line.dimensions().region())
                .containsExactly("a", "b", "c");
        assertThat(lines).extracting(line -> billed(line).intValueExact()).containsExactly(3, 2, 2);
        assertThat(lines).extracting(CostLine::rows).containsExactly(2L, 2L, 2L);
    }

    @Test
    void whatIsCountedIsSpreadAsTheCostIs() {
        var days = DailyCost.of(List.of(group("a", 2, "3"), group("b", 1, "3")), _ -> "A");
        assertThat(days.getOrDefault(DAY, List.of()))
                .extracting(CostLine::quantity)
                .containsExactly(new BigDecimal("1.5"), new BigDecimal("3"));
        assertThat(days.getOrDefault(DAY.plusDays(1), List.of()))
                .extracting(CostLine::quantity)
                .containsExactly(new BigDecimal("1.5"));
    }

    @Test
    void coarserLinesAreSortedAndHaveTheRowsAndTheQuantitiesOfAll() {
        var lines =
                List.of(
                        line("B", "x1", "2", 3),
                        line("A", "y1", null, 1),
                        line("B", "x2", "0.5", 4),
                        line("A", "x1", "1", 1),
                        line("Other", "x1", "1", 1));
        var rolled = DailyCost.rollUp(lines, DayLinesTest::byFirstLetter);
        assertThat(rolled).extracting(CostLine::key).isSorted();
        assertThat(rolled)
                .extracting(line -> line.category() + line.dimensions().region())
                .containsExactly("Ax", "Ay", "Bx", "Otherx");
        assertThat(rolled.get(2).rows()).isEqualTo(7);
        assertThat(rolled.get(2).quantity()).isEqualByComparingTo("2.5");
        assertThat(rolled.get(1).quantity()).isNull();
    }

    @Test
    void linesThatAreThereAreReadDayByDay() {
        var lines = new TreeMap<LocalDate, List<CostLine>>();
        lines.put(DAY, List.of(line("A", "x", "1", 1)));
        var read = DayLines.of(lines);
        assertThat(read.days()).containsExactly(DAY);
        assertThat(read.of(DAY)).isEqualTo(lines.get(DAY));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> read.days().clear());
    }

    private static Dimensions byFirstLetter(Dimensions fine) {
        return dimensions(Objects.requireNonNull(fine.region()).substring(0, 1));
    }

    private static BigDecimal billed(CostLine line) {
        return Objects.requireNonNull(line.amounts().billed());
    }

    private static ChargeGroup group(String region, int days, String amount) {
        var cost = new BigDecimal(amount);
        return new ChargeGroup(
                new ChargeDays(DAY, DAY.plusDays(days)),
                dimensions(region),
                new Amounts(cost, null, null, null),
                cost,
                1);
    }

    private static CostLine line(
            String category, String region, @Nullable String quantity, long rows) {
        return new CostLine(
                category,
                dimensions(region),
                new Amounts(BigDecimal.ONE, null, null, null),
                quantity == null ? null : new BigDecimal(quantity),
                rows);
    }

    private static Dimensions dimensions(String region) {
        return new Dimensions(
                "USD",
                new Dimensions.Service("AWS", "EC2", null),
                new Dimensions.SubAccount("1", null),
                region,
                new Dimensions.Charge("Usage", null, null, null, null, null),
                Map.of());
    }
}
