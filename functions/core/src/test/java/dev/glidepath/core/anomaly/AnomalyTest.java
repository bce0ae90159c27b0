package dev.glidepath.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glidepath.core.anomaly.Anomaly.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Ten weeks from a Monday on, of 100 a day, on which what happens can be told to the cent.
class AnomalyTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 70;
    private static final Floor FLOOR =
            new Floor(new BigDecimal("0.2"), new BigDecimal("0.05"), new BigDecimal("20"));

    @Test
    void aDayThatIsOverHasWhatItCostAboveTheOthers() {
        var costs = flat();
        costs.set(65, new BigDecimal("400.25"));
        assertThat(in(costs))
                .contains(
                        new Anomaly(
                                Kind.SPIKE,
                                day(65),
                                day(65),
                                new BigDecimal("100.00"),
                                new BigDecimal("300.25"),
                                Optional.empty()));
    }

    @Test
    void ofTwoDaysThatAreOverTheOneThatCostMoreIsTold() {
        assertThat(in(twoDays("400", "500")).orElseThrow())
                .extracting(Anomaly::from, Anomaly::through)
                .containsExactly(day(68), day(68));
        assertThat(in(twoDays("500", "400")).orElseThrow())
                .extracting(Anomaly::from, Anomaly::through)
                .containsExactly(day(63), day(63));
        assertThat(in(twoDays("500", "500")).orElseThrow().from()).isEqualTo(day(63));
    }

    private static List<BigDecimal> twoDays(String first, String second) {
        return days(day -> day == 63 ? first : day == 68 ? second : "100");
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "10", "20", "28"})
    void aRiseCostsAMonthWhatItsLastWeekDoes(int days) {
        var anomaly = in(raised(days, "150")).orElseThrow();
        assertThat(anomaly.kind()).isEqualTo(Kind.RISE);
        assertThat(anomaly.from()).isEqualTo(day(DAYS - days));
        assertThat(anomaly.through()).isEqualTo(day(DAYS - 1));
        assertThat(anomaly.expected()).isEqualByComparingTo(BigDecimal.valueOf(100L * days));
        assertThat(anomaly.soFar()).isEqualByComparingTo(BigDecimal.valueOf(50L * days));
        assertThat(anomaly.perMonth().orElseThrow())
                .isCloseTo(new BigDecimal("1521.875"), within(new BigDecimal("1e-9")));
    }

    @Test
    void afterFourWeeksItIsTheLevel() {
        assertThat(in(raised(29, "150"))).isEmpty();
    }

    @Test
    void theShareThatMattersIsTheLeast() {
        assertThat(in(raised(7, "120"))).isPresent();
        assertThat(in(raised(7, "119.99"))).isEmpty();
    }

    @Test
    void theAmountThatMattersIsTheLeastInAWeekOrAsAWhole() {
        var least = new Floor(new BigDecimal("0.2"), new BigDecimal("0.05"), new BigDecimal("350"));
        assertThat(in(raised(7, "150"), least)).isPresent();
        assertThat(in(raised(7, "149.99"), least)).isEmpty();
        var spike = flat();
        spike.set(65, new BigDecimal("450"));
        assertThat(in(spike, least)).isPresent();
        spike.set(65, new BigDecimal("449.99"));
        assertThat(in(spike, least)).isEmpty();
    }

    @Test
    void aFallIsNone() {
        assertThat(in(raised(5, "20"))).isEmpty();
        assertThat(in(flat())).isEmpty();
    }

    @Test
    void whatIsExpectedHasTheRhythmOfTheWeek() {
        var costs = days(day -> day % 7 > 4 ? "40" : "100");
        costs.set(68, new BigDecimal("200"));
        costs.set(69, new BigDecimal("200"));
        var anomaly = in(costs).orElseThrow();
        assertThat(anomaly.from()).isEqualTo(day(68));
        assertThat(anomaly.expected()).isCloseTo(new BigDecimal("80"), within(BigDecimal.ONE));
        assertThat(anomaly.expected().add(anomaly.soFar())).isEqualByComparingTo("400");
    }

    @Test
    void growthWeekByWeekIsADriftFromWhereItBegan() {
        var costs = new ArrayList<BigDecimal>();
        for (int day = 0; day < 26 * 7; day++) {
            costs.add(BigDecimal.valueOf(day < 70 ? 1000 : 1000 + 20 * ((day - 70) / 7 + 1)));
        }
        var anomaly = in(costs).orElseThrow();
        assertThat(anomaly.kind()).isEqualTo(Kind.DRIFT);
        assertThat(anomaly.from()).isBetween(day(70 - 7), day(70 + 7));
        assertThat(anomaly.through()).isEqualTo(day(26 * 7 - 1));
        // In the last week 320 a day more than the level of 1000.
        assertThat(anomaly.perMonth().orElseThrow())
                .isCloseTo(new BigDecimal("9740"), within(new BigDecimal("10")));
    }

    @Test
    void theFloorIsHalfAPercentOfAWeekAndAtLeastOne() {
        assertThat(Floor.of(new BigDecimal("-4000")).amount()).isEqualByComparingTo("20");
        assertThat(Floor.of(new BigDecimal("40")).amount()).isEqualByComparingTo("1");
    }

    private static Optional<Anomaly> in(List<BigDecimal> costs) {
        return in(costs, FLOOR);
    }

    private static Optional<Anomaly> in(List<BigDecimal> costs, Floor floor) {
        return Unexpected.in(FROM, costs, day(costs.size() - 7), floor);
    }

    private static List<BigDecimal> raised(int days, String to) {
        return days(day -> day < DAYS - days ? "100" : to);
    }

    private static List<BigDecimal> flat() {
        return days(_ -> "100");
    }

    private static List<BigDecimal> days(IntFunction<String> cost) {
        return new ArrayList<>(
                IntStream.range(0, DAYS).mapToObj(cost).map(BigDecimal::new).toList());
    }

    private static LocalDate day(int number) {
        return FROM.plusDays(number);
    }
}
