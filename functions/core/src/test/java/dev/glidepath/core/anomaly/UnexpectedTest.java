package dev.glidepath.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.anomaly.Anomaly.Kind;
import dev.glidepath.core.anomaly.Costs.Noise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;

class UnexpectedTest {

    private static final int SERVICES = 12;
    private static final Floor FLOOR = Floor.of(new BigDecimal("4000"));

    /// A week of a company with a dozen services, where nothing happens.
    @ParameterizedTest
    @EnumSource(Noise.class)
    void alarmsInHardlyAnyWeekInWhichNothingHappens(Noise noise) {
        long alarms = LongStream.range(0, 1_000).filter(seed -> alarms(seed, noise)).count();
        System.out.println(noise + " alarms in " + alarms + " of 1000 weeks");
        assertThat(alarms).isLessThanOrEqualTo(10);
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
        for (long seed = 0; seed < 300; seed++) {
            int first = Costs.DAYS - 7 + (int) (seed % 6);
            int length = 1 + (int) (seed % 4);
            var anomaly = planted(seed, d -> d >= first && d < first + length ? 2.5 : 1);
            found += anomaly.isPresent() ? 1 : 0;
            exact += anomaly.isPresent() && off(anomaly.get(), first) == 0 ? 1 : 0;
        }
        System.out.println("spikes found " + found + " exact " + exact);
        assertThat(found).isGreaterThanOrEqualTo(297);
        assertThat(exact).isGreaterThanOrEqualTo(290);
    }

    @Test
    void findsARiseThatStays() {
        int found = 0;
        int near = 0;
        for (long seed = 0; seed < 300; seed++) {
            int first = Costs.DAYS - 7 - (int) (seed % 14);
            var anomaly = planted(seed, d -> d >= first ? 1.4 : 1);
            found += anomaly.filter(a -> a.kind() == Kind.RISE).isPresent() ? 1 : 0;
            near += anomaly.isPresent() && Math.abs(off(anomaly.get(), first)) <= 1 ? 1 : 0;
        }
        System.out.println("rises found " + found + " near " + near);
        assertThat(found).isGreaterThanOrEqualTo(290);
        assertThat(near).isGreaterThanOrEqualTo(280);
    }

    @Test
    void findsASlowDrift() {
        int found = 0;
        int near = 0;
        for (long seed = 0; seed < 300; seed++) {
            int first = 40 + (int) (seed % 50);
            var anomaly = planted(seed, d -> d < first ? 1 : 1 + 0.02 / 7 * (d - first + 1));
            found += anomaly.filter(a -> a.kind() == Kind.DRIFT).isPresent() ? 1 : 0;
            near += anomaly.isPresent() && Math.abs(off(anomaly.get(), first)) <= 14 ? 1 : 0;
        }
        System.out.println("drifts found " + found + " near " + near);
        assertThat(found).isGreaterThanOrEqualTo(285);
        assertThat(near).isGreaterThanOrEqualTo(250);
    }

    @Test
    void keepsQuietAboutFalls() {
        int alarms = 0;
        for (long seed = 0; seed < 300; seed++) {
            int first = 60 + (int) (seed % 115);
            alarms += planted(seed, d -> d < first ? 1 : 0.5).isPresent() ? 1 : 0;
        }
        System.out.println("falls " + alarms);
        assertThat(alarms).isLessThanOrEqualTo(3);
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
