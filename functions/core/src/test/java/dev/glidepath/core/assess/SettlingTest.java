package dev.glidepath.core.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.glidepath.core.assess.Settled.Lag;
import dev.glidepath.core.assess.Settled.Source;
import dev.glidepath.core.assess.Settling.Delivery;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

class SettlingTest {

    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    @Test
    void findsTheAgeAtWhichDaysStandStill() {
        // 60 at a day old, 90 at two, 100 from the third day on.
        var lag =
                Settling.lag(deliveries("aws", 30, age -> age < 2 ? "60" : age < 3 ? "90" : "100"));
        assertThat(lag.days()).isEqualTo(3);
        assertThat(lag.source()).isEqualTo(Source.MEASURED);
    }

    @Test
    void aChangeBelowHalfAPerCentIsNone() {
        var lag = Settling.lag(deliveries("aws", 30, age -> age < 5 ? "99.6" : "100"));
        assertThat(lag.days()).isEqualTo(1);
    }

    @Test
    void oneDayInTwentyMayBeRestated() {
        assertThat(Settling.lag(restated(30))).isEqualTo(new Lag(1, Source.MEASURED, 29));
        // 19 of 20 are 95 %; 18 of 19 are less.
        assertThat(Settling.lag(restated(21))).isEqualTo(new Lag(1, Source.MEASURED, 20));
        assertThat(Settling.lag(restated(20)).days()).isGreaterThan(1);
    }

    /// One day, long after it had come.
    private static List<Delivery> restated(int count) {
        var deliveries = new ArrayList<>(deliveries("aws", count, _ -> "100"));
        var last = deliveries.removeLast();
        var costs = new TreeMap<>(last.costs());
        costs.put(APRIL.atDay(3), new BigDecimal("150"));
        deliveries.add(new Delivery("aws", APRIL, last.delivered(), costs));
        return deliveries;
    }

    @Test
    void withLittleHistoryThreeDaysAreAssumed() {
        assertThat(Settling.lag(deliveries("aws", 10, _ -> "100")))
                .isEqualTo(new Lag(3, Source.ASSUMED, 9));
    }

    @Test
    void whatIsReadLongAfterSaysNothingOfHowItArrived() {
        var old =
                deliveries("aws", 30, _ -> "100").stream()
                        .map(
                                d ->
                                        new Delivery(
                                                "aws",
                                                APRIL,
                                                d.delivered().plusSeconds(86_400L * 90),
                                                d.costs()))
                        .toList();
        assertThat(Settling.lag(old).source()).isEqualTo(Source.ASSUMED);
    }

    @Test
    void settledThroughIsTheSlowestExportThatStillDelivers() {
        var history = new ArrayList<>(deliveries("aws", 30, _ -> "100"));
        history.addAll(deliveries("saas", 12, _ -> "5"));
        history.add(
                new Delivery(
                        "old",
                        YearMonth.of(2026, 2),
                        at(LocalDate.of(2026, 3, 1)),
                        Map.of(LocalDate.of(2026, 2, 3), BigDecimal.ONE)));
        var settled = Settling.of(history);
        // saas last delivered on 13 April, with three days assumed.
        assertThat(settled.through()).isEqualTo(LocalDate.of(2026, 4, 10));
        assertThat(settled.silent()).containsExactly("old");
        assertThat(settled.lags()).containsOnlyKeys("aws", "saas");
    }

    @Test
    void aLateDeliverySettlesNoDayAfterItsBillingPeriod() {
        var costs = deliveries("aws", 30, _ -> "100").getLast().costs();
        var may = new Delivery("aws", APRIL, at(LocalDate.of(2026, 5, 8)), costs);
        assertThat(Settling.of(List.of(may)).through()).isEqualTo(LocalDate.of(2026, 4, 30));
        var years = new Delivery("aws", APRIL, at(LocalDate.of(2028, 5, 8)), costs);
        assertThat(Settling.of(List.of(years)).through()).isEqualTo(LocalDate.of(2026, 4, 30));
    }

    @Test
    void withoutADeliveryThereIsNothingToSettle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settling.of(List.of()))
                .withMessageContaining("collect");
    }

    @Test
    void aDeliveryWithoutAChargeSettlesNothing() {
        var empty = new Delivery("aws", APRIL, at(APRIL.atDay(3)), Map.of());
        assertThatExceptionOfType(NothingCollected.class)
                .isThrownBy(() -> Settling.of(List.of(empty)))
                .withMessage("no export has a charge: collect first");
        var history = new ArrayList<>(deliveries("saas", 12, _ -> "5"));
        history.add(empty);
        assertThat(Settling.of(history).silent()).containsExactly("aws");
    }

    @Test
    void aChargeOfADayToComeMakesNoExportNewer() {
        var history = new ArrayList<>(deliveries("aws", 12, _ -> "5"));
        var paidAhead = Map.of(LocalDate.of(2027, 2, 1), BigDecimal.ONE);
        history.add(
                new Delivery(
                        "old", YearMonth.of(2026, 2), at(LocalDate.of(2026, 2, 3)), paidAhead));
        assertThat(Settling.of(history).silent()).containsExactly("old");
    }

    @Test
    void daysThatNeverStandStillAreWaitedForForTenDays() {
        assertThat(Settling.lag(deliveries("aws", 30, age -> Integer.toString(100 + 10 * age))))
                .isEqualTo(new Lag(10, Source.CAPPED, 20));
    }

    @Test
    void halfAPerCentIsAChangeAndFourteenDaysAreEnough() {
        assertThat(Settling.lag(deliveries("aws", 30, age -> age < 5 ? "99.5" : "100")).days())
                .isEqualTo(5);
        assertThat(Settling.lag(deliveries("aws", 15, _ -> "100")))
                .isEqualTo(new Lag(1, Source.MEASURED, 14));
        assertThat(Settling.lag(deliveries("aws", 14, _ -> "100")))
                .isEqualTo(new Lag(3, Source.ASSUMED, 13));
    }

    /// One each morning: every earlier day of April with what is known of it at its age.
    private static List<Delivery> deliveries(String export, int count, IntFunction<String> atAge) {
        var deliveries = new ArrayList<Delivery>();
        for (int i = 1; i <= count; i++) {
            var day = APRIL.atDay(1).plusDays(i);
            var costs = new TreeMap<LocalDate, BigDecimal>();
            for (int age = 1; age <= i; age++) {
                costs.put(day.minusDays(age), new BigDecimal(atAge.apply(age)));
            }
            deliveries.add(new Delivery(export, APRIL, at(day), costs));
        }
        return deliveries;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(2, 0).toInstant(ZoneOffset.UTC);
    }
}
