package dev.glidepath.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.anomaly.Anomaly.Kind;
import dev.glidepath.core.anomaly.Costs.Noise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class UnexpectedTest {

    private static final int SERVICES = 12;

    /// `-Danomaly.weeks=1000` for the figures in [Unexpected]; slow.
    private static final int WEEKS = Integer.getInteger("anomaly.weeks", 100);

    private static final int PLANTED = 100;

    private static final Floor FLOOR = Floor.of(new BigDecimal("4000"));

    /// A week of a company with a dozen services, where nothing happens.
    @ParameterizedTest
    @EnumSource(Noise.class)
    void alarmsInHardlyAnyWeekInWhichNothingHappens(Noise noise) {
        long alarms = LongStream.range(0, WEEKS).filter(seed -> alarms(seed, noise)).count();
        assertThat(alarms).isLessThanOrEqualTo(WEEKS / 100);
    }

    private static boolean alarms(long seed, Noise noise) {
        var random = new Random(seed);
        return random.ints(SERVICES)
                .anyMatch(
                        own -> {
                            double size = 0.01 + new Random(own).nextDouble() * 0.14;
                            double level = 5 + new Random(own + 1L).nextDouble() * 100;
                            return in(Costs.of(own, noise, size, level, _ -> 1)).isPresent();
                        });
    }

    @Test
    void findsASpikeFromItsFirstDay() {
        int found = 0;
        int exact = 0;
        for (long seed = 0; seed < PLANTED; seed++) {
            int first = Costs.DAYS - 7 + (int) (seed % 6);
            int length = 1 + (int) (seed % 4);
            var anomaly = planted(seed, d -> d >= first && d < first + length ? 2.5 : 1);
            found += anomaly.isPresent() ? 1 : 0;
            exact += anomaly.isPresent() && off(anomaly.get(), first) == 0 ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(PLANTED * 99 / 100);
        assertThat(exact).isGreaterThanOrEqualTo(PLANTED * 97 / 100);
    }

    @Test
    void findsARiseThatStays() {
        int found = 0;
        int near = 0;
        for (long seed = 0; seed < PLANTED; seed++) {
            int first = Costs.DAYS - 7 - (int) (seed % 14);
            var anomaly = planted(seed, d -> d >= first ? 1.4 : 1);
            found += anomaly.filter(a -> a.kind() == Kind.RISE).isPresent() ? 1 : 0;
            near += anomaly.isPresent() && Math.abs(off(anomaly.get(), first)) <= 1 ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(PLANTED * 95 / 100);
        assertThat(near).isGreaterThanOrEqualTo(PLANTED * 95 / 100);
    }

    @Test
    void findsASlowDrift() {
        int found = 0;
        int near = 0;
        for (long seed = 0; seed < PLANTED; seed++) {
            int first = 40 + (int) (seed % 50);
            var anomaly = planted(seed, d -> d < first ? 1 : 1 + 0.02 / 7 * (d - first + 1));
            found += anomaly.filter(a -> a.kind() == Kind.DRIFT).isPresent() ? 1 : 0;
            near += anomaly.isPresent() && Math.abs(off(anomaly.get(), first)) <= 14 ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(PLANTED * 94 / 100);
        assertThat(near).isGreaterThanOrEqualTo(PLANTED * 83 / 100);
    }

    @Test
    void keepsQuietAboutFalls() {
        int alarms = 0;
        for (long seed = 0; seed < PLANTED; seed++) {
            int first = 60 + (int) (seed % 115);
            alarms += planted(seed, d -> d < first ? 1 : 0.5).isPresent() ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(PLANTED / 100);
    }

    @Test
    void amountsAreExact() {
        for (long seed = 0; seed < 40; seed++) {
            int first = Costs.DAYS - 9 + (int) (seed % 8);
            var costs = Costs.of(seed, Noise.NORMAL, 0.06, 100, d -> d >= first ? 2 : 1);
            var anomaly = in(costs).orElseThrow();
            var cost =
                    IntStream.range(0, Costs.DAYS)
                            .filter(d -> !Costs.FROM.plusDays(d).isBefore(anomaly.from()))
                            .filter(d -> !Costs.FROM.plusDays(d).isAfter(anomaly.through()))
                            .mapToObj(costs::get)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(anomaly.expected().add(anomaly.soFar())).isEqualByComparingTo(cost);
            assertThat(anomaly.expected().scale()).isEqualTo(2);
        }
    }

    @Test
    void aFeeThatComesEachMonthIsNone() {
        var costs = new ArrayList<>(Costs.of(7, Noise.NORMAL, 0.05, 40, _ -> 1));
        for (int day = 0; day < Costs.DAYS; day++) {
            if (Costs.FROM.plusDays(day).getDayOfMonth() == 1) {
                costs.set(day, costs.get(day).add(new BigDecimal("900")));
            }
        }
        for (int end = 70; end <= Costs.DAYS; end++) {
            var since = Costs.FROM.plusDays(end - 7L);
            assertThat(Unexpected.in(Costs.FROM, costs.subList(0, end), since, FLOOR)).isEmpty();
        }
    }

    @Test
    void aMonthsFeeOverItsDaysIsNone() {
        var costs =
                IntStream.range(0, Costs.DAYS)
                        .mapToObj(d -> YearMonth.from(Costs.FROM.plusDays(d)))
                        .map(
                                m ->
                                        new BigDecimal("9000")
                                                .divide(
                                                        BigDecimal.valueOf(m.lengthOfMonth()),
                                                        8,
                                                        RoundingMode.DOWN))
                        .toList();
        for (int end = 56; end <= Costs.DAYS; end++) {
            var since = Costs.FROM.plusDays(end - 7L);
            assertThat(Unexpected.in(Costs.FROM, costs.subList(0, end), since, FLOOR)).isEmpty();
        }
    }

    @Test
    void aServiceThatWasNotThereIsARiseFromItsFirstDay() {
        int first = Costs.DAYS - 4;
        var anomaly = planted(3, d -> d < first ? 0 : 1).orElseThrow();
        assertThat(anomaly.kind()).isEqualTo(Kind.RISE);
        assertThat(off(anomaly, first)).isZero();
        assertThat(anomaly.expected()).isEqualByComparingTo("0");
    }

    /// Told while it is new, from the same day on; then it is the level.
    @Test
    void aRiseIsToldForFourWeeksAndThenNoMore() {
        var costs = Costs.of(11, Noise.NORMAL, 0.04, 100, d -> d >= 120 ? 1.5 : 1);
        for (int end = 123; end <= Costs.DAYS; end++) {
            var since = Costs.FROM.plusDays(end - 7L);
            var found = Unexpected.in(Costs.FROM, costs.subList(0, end), since, FLOOR);
            assertThat(found.isPresent()).as("day %s", end).isEqualTo(end <= 148);
            found.ifPresent(a -> assertThat(off(a, 120)).isBetween(-1L, 1L));
        }
    }

    @Test
    void aSpikeThatWasOverBeforeTheWeekIsHistory() {
        var anomaly = planted(5, d -> d == Costs.DAYS - 8 ? 4 : 1);
        assertThat(anomaly).isEmpty();
        var within = planted(5, d -> d == Costs.DAYS - 7 ? 4 : 1).orElseThrow();
        assertThat(within.kind()).isEqualTo(Kind.SPIKE);
        assertThat(within.perMonth()).isEmpty();
    }

    @Test
    void belowTheFloorIsNone() {
        assertThat(planted(5, d -> d >= Costs.DAYS - 7 ? 1.1 : 1)).isEmpty();
        assertThat(in(Costs.of(5, Noise.NORMAL, 0.03, 0.5, d -> d >= Costs.DAYS - 7 ? 3 : 1)))
                .isEmpty();
    }

    private static Optional<Anomaly> planted(long seed, IntToDoubleFunction what) {
        return in(Costs.of(seed, Noise.NORMAL, 0.06, 100, what));
    }

    private static long off(Anomaly anomaly, int first) {
        return ChronoUnit.DAYS.between(Costs.FROM.plusDays(first), anomaly.from());
    }

    private static Optional<Anomaly> in(List<BigDecimal> costs) {
        return Unexpected.in(Costs.FROM, costs, Costs.LAST_WEEK, FLOOR);
    }
}
