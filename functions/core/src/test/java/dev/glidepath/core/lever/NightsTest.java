package dev.glidepath.core.lever;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Metric;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;

class NightsTest {

    /// A Wednesday: the weeks may begin on any day.
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 15);

    private static final String PRICE = "0.1";

    private final NavigableMap<LocalDate, List<CostLine>> days = new TreeMap<>();

    /// Two instances: 2 × 24 × 28 hours at 0.10 are 134.40; 12 hours on weekdays are 60 of 168.
    @Test
    void whatRunsAroundTheClockCostsWhatIsOutsideOfTheHours() {
        ran("BoxUsage:m5.large", _ -> "48");
        var lever = lever(12).orElseThrow();
        assertThat(lever.of().orElseThrow()).isEqualByComparingTo("134.40");
        assertThat(lever.cost()).isEqualByComparingTo("86.40");
        assertThat(lever.awake()).contains(new Lever.Awake(2, 12));
        assertThat(lever.largest()).contains(new Lever.Where("BoxUsage:m5.large", "222233334444"));
        assertThat(lever(23).orElseThrow().cost()).isEqualByComparingTo("42.40");
    }

    @ParameterizedTest
    @CsvSource({
        "48, 48, 2",
        "84, 48, 2",
        "48, 84, 2",
        "36, 36, 1",
        "23.995, 24, 1",
        "24, 12, 0",
        "24, 0, 0",
        "0, 24, 0",
        "23.9, 23.9, 0"
    })
    void theQuietestDayTells(String weekday, String weekend, long instances) {
        ran("EU-BoxUsage:t3.xlarge", day -> isWeekend(day) ? weekend : weekday);
        assertThat(lever(10).flatMap(Lever::awake).map(Lever.Awake::instances).orElse(0L))
                .isEqualTo(instances);
        lever(10)
                .ifPresent(
                        lever ->
                                assertThat(lever.of().orElseThrow())
                                        .isEqualByComparingTo(
                                                new BigDecimal(24 * 28 * instances)
                                                        .multiply(new BigDecimal(PRICE))));
    }

    @Test
    void aDayWithoutHoursLeavesItOut() {
        ran("BoxUsage:m5.large", _ -> "24");
        days.put(FIRST.plusDays(9), new ArrayList<>());
        assertThat(lever(12)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BoxUsage:m5.large, true",
        "EUC1-SpotUsage:m5.large, true",
        "EU-InstanceUsage:db.t4g.lrg, true",
        "Multi-AZUsage:db.r6g.2xl, true",
        "NodeUsage:cache.r7g.large, false",
        "USE1-Fargate-vCPU-Hours:perCPU, false",
        "NatGateway-Hours, false",
        "3TXDJZ4AKQ7H2B5F, false"
    })
    void onlyWhatCanBeStoppedIsAsked(String item, boolean asked) {
        ran(item, _ -> "24");
        assertThat(lever(12).isPresent()).isEqualTo(asked);
    }

    @Test
    void whatIsPaidEitherWayIsLeftOut() {
        ran("BoxUsage:m5.large", "Committed", "Used", "Hrs", true, _ -> "48");
        ran("BoxUsage:m5.large", "Committed", null, "Hrs", true, _ -> "48");
        ran("BoxUsage:m5.large", "Standard", "Used", "Hrs", true, _ -> "48");
        assertThat(lever(12)).isEmpty();
    }

    @Test
    void whatHasNoHoursOrIsOfProductionIsLeftOut() {
        ran("BoxUsage:m5.large", "Standard", null, "Requests", true, _ -> "24");
        ran("BoxUsage:m5.large", "Standard", null, null, true, _ -> "24");
        ran("BoxUsage:m5.large", "Standard", null, "Hrs", false, _ -> "24");
        assertThat(lever(12)).isEmpty();
    }

    @Test
    void hoursOfTwoKindsAreNotAdded() {
        ran("BoxUsage:m5.large", _ -> "12");
        ran("BoxUsage:m5.xlarge", _ -> "12");
        ran("BoxUsage:m5.large", "Dynamic", null, "Hours", true, _ -> "12");
        assertThat(lever(12)).isEmpty();
        ran("BoxUsage:m5.large", _ -> "12");
        assertThat(lever(12).flatMap(Lever::awake)).contains(new Lever.Awake(1, 12));
    }

    @Test
    void aPlanThatDoesNotSayHasNoSuchLever() {
        ran("BoxUsage:m5.large", _ -> "24");
        assertThat(Levers.of(days, Metric.EFFECTIVE, OptionalInt.empty()))
                .isNotEmpty()
                .noneMatch(lever -> lever.kind() == Lever.Kind.NON_PRODUCTION_HOURS);
        assertThat(Levers.of(days, Metric.LIST, OptionalInt.of(12)))
                .as("the export has no list cost")
                .noneMatch(lever -> lever.kind() == Lever.Kind.NON_PRODUCTION_HOURS);
    }

    private Optional<Lever> lever(int weekdayHours) {
        return Levers.of(days, Metric.EFFECTIVE, OptionalInt.of(weekdayHours)).stream()
                .filter(lever -> lever.kind() == Lever.Kind.NON_PRODUCTION_HOURS)
                .findFirst();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private void ran(String item, Function<LocalDate, String> hours) {
        ran(item, "Standard", null, "Hrs", true, hours);
    }

    private void ran(
            String item,
            String pricing,
            @Nullable String status,
            @Nullable String unit,
            boolean isNonProduction,
            Function<LocalDate, String> hours) {
        FIRST.datesUntil(FIRST.plusDays(28))
                .forEach(
                        day -> {
                            var quantity = new BigDecimal(hours.apply(day));
                            var cost = quantity.multiply(new BigDecimal(PRICE));
                            var charge =
                                    new Dimensions.Charge(
                                            "Usage", null, item, pricing, null, status, unit);
                            var dimensions =
                                    new Dimensions(
                                            "USD",
                                            new Dimensions.Service("AWS", "EC2", "AmazonEC2"),
                                            new Dimensions.SubAccount("222233334444", null),
                                            "eu-west-1",
                                            charge,
                                            isNonProduction
                                                    ? Map.of(Dimensions.NON_PRODUCTION, "yes")
                                                    : Map.of());
                            days.computeIfAbsent(day, _ -> new ArrayList<>())
                                    .add(
                                            new CostLine(
                                                    "Infrastructure",
                                                    dimensions,
                                                    new Amounts(cost, cost, null, null),
                                                    quantity,
                                                    1));
                        });
    }
}
