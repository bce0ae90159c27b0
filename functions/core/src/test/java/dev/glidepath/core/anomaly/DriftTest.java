package dev.glidepath.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glidepath.core.anomaly.Drift.Growth;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/// Weeks of one amount a day each.
class DriftTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 5);
    private static final Floor FLOOR =
            new Floor(new BigDecimal("0.2"), new BigDecimal("0.05"), BigDecimal.ONE);

    @Test
    void tenWeeksThatAllRiseAreTheFewest() {
        var growth = in(weeks(10, w -> 100 + 2 * w)).orElseThrow();
        assertThat(growth.first()).isZero();
        assertThat(growth.level()).isCloseTo(new BigDecimal("100"), within(BigDecimal.ONE));
        assertThat(in(weeks(9, w -> 100 + 2 * w))).isEmpty();
        assertThat(in(weeks(10, w -> 100 + 2 * w).subList(0, 69))).isEmpty();
    }

    @Test
    void tenWeeksOfWhichTwoAreTheOtherWayRoundMayBeChance() {
        assertThat(in(weeks(10, w -> 100 + 2 * (w == 4 ? 5 : w == 5 ? 4 : w)))).isEmpty();
        assertThat(in(weeks(20, w -> 100 + 2 * (w == 4 ? 5 : w == 5 ? 4 : w)))).isPresent();
    }

    @Test
    void growthBeginsAfterTheWeekThatWasFlat() {
        // Weeks are counted from the end: the first three days are of none.
        var costs = new ArrayList<>(weeks(1, _ -> 100).subList(0, 3));
        costs.addAll(weeks(24, w -> 100 + 3 * Math.max(0, w - 11)));
        var growth = in(costs).orElseThrow();
        assertThat(growth.first()).isEqualTo(3 + 11 * 7 + 4);
        assertThat(growth.level()).isCloseTo(new BigDecimal("100"), within(BigDecimal.ONE));
    }

    @Test
    void whatHasGrownIsAShareOfTheLevel() {
        // The median of the last three weeks is 8 steps above the first.
        assertThat(in(weeks(10, w -> 1000 + 6.5 * w))).isPresent();
        assertThat(in(weeks(10, w -> 1000 + 6.0 * w))).isEmpty();
    }

    @Test
    void whatHasGrownIsAnAmountInAWeek() {
        assertThat(in(weeks(10, w -> 100 + 2 * w), least("111"))).isPresent();
        assertThat(in(weeks(10, w -> 100 + 2 * w), least("114"))).isEmpty();
    }

    @Test
    void whatNoLongerGrowsIsNone() {
        assertThat(in(weeks(24, w -> 100 + 4 * Math.min(w, 15)))).isEmpty();
        assertThat(in(weeks(24, w -> 100 + 4 * Math.min(w, 23)))).isPresent();
    }

    @Test
    void aStepOrAFallIsNone() {
        assertThat(in(weeks(20, w -> w < 10 ? 100 : 140))).isEmpty();
        assertThat(in(weeks(20, w -> 200 - 4 * w))).isEmpty();
        assertThat(in(weeks(20, _ -> 100))).isEmpty();
    }

    private static Optional<Growth> in(List<BigDecimal> costs) {
        return in(costs, FLOOR);
    }

    private static Optional<Growth> in(List<BigDecimal> costs, Floor floor) {
        return Drift.of(new Usual(FROM, costs), floor);
    }

    private static Floor least(String amount) {
        return new Floor(FLOOR.rise(), FLOOR.drift(), new BigDecimal(amount));
    }

    private static List<BigDecimal> weeks(int count, IntToDoubleFunction cost) {
        var days = new ArrayList<BigDecimal>();
        for (int day = 0; day < count * 7; day++) {
            days.add(BigDecimal.valueOf(cost.applyAsDouble(day / 7)));
        }
        return days;
    }
}
