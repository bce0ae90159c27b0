package dev.glidepath.core.bridge;

import static dev.glidepath.core.bridge.Cube.told;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.bridge.Cube.Thing;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.money.Split;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/// What is charged by the month, in weeks of two months.
class MonthlyFeesTest {

    private static final Thing OLD = Thing.usage("S3", "storage", "GB-Mo");

    @Test
    void aFeeByTheMonthChangesWithTheMonthsLengthOnly() {
        // 2026-W23 is the first week of June.
        var cube = monthly("310", "310");
        assertThat(cents(cube.bridge(Week.parse("2026-W23")))).containsExactly("CALENDAR 2.33");
        // 310 / 31 to 620 / 30 a day, of which the month's length is 465 × (1/30 − 1/31).
        assertThat(cents(monthly("310", "620").bridge(Week.parse("2026-W23"))))
                .containsExactly("TAX_AND_FEES 71.17", "CALENDAR 3.50");
    }

    @Test
    void aFeeByTheYearOrTheDayHasNoCalendar() {
        var fee = Thing.charge("Support", "Purchase");
        var yearly = spread("365", "2026-01-01", "2027-01-01", fee, null);
        assertThat(cents(yearly.bridge(Week.parse("2026-W23")))).isEmpty();

        var daily =
                new Cube()
                        .week(Week.parse("2026-W22"), fee, null, "3")
                        .week(Week.parse("2026-W23"), fee, null, "4");
        assertThat(told(daily.bridge(Week.parse("2026-W23")))).containsExactly("TAX_AND_FEES 7");
    }

    /// It follows what it is levied on; and a credit is given back, however the month is long.
    @Test
    void taxAndCreditsByTheMonthHaveNoCalendar() {
        var week = Week.parse("2026-W23");
        var tax = Thing.charge("Support", "Tax");
        assertThat(cents(monthly("310", "310", tax).bridge(week)))
                .containsExactly("TAX_AND_FEES 2.33");
        var credit = Thing.charge("Support", "Credit");
        assertThat(cents(monthly("-310", "-310", credit).bridge(week)))
                .containsExactly("CREDITS_AND_REFUNDS -2.33");
    }

    @Test
    void aFeeThatBeginsWithItsMonthOrWithinItHasNoCalendar() {
        var fee = Thing.charge("Support", "Purchase");
        var begun = spread("300", "2026-06-01", "2026-07-01", fee, null);
        begun.week(Week.parse("2026-W22"), OLD, "3", "1")
                .week(Week.parse("2026-W23"), OLD, "3", "1");
        assertThat(cents(begun.bridge(Week.parse("2026-W23"))))
                .containsExactly("TAX_AND_FEES 70.00");

        var within = spread("270", "2026-05-01", "2026-05-28", fee, null);
        spread(within, "132", "2026-05-28", "2026-06-08", fee, null);
        assertThat(cents(within.bridge(Week.parse("2026-W23"))))
                .containsExactly("TAX_AND_FEES 6.00");
    }

    @Test
    void aFeeThatChangesWithinAMonthAndNotWithItHasNoCalendar() {
        var fee = Thing.charge("Support", "Purchase");
        var cube = new Cube();
        for (var day = LocalDate.of(2026, 6, 22); day.getDayOfMonth() != 6; day = day.plusDays(1)) {
            boolean end = day.getMonthValue() == 6 && day.getDayOfMonth() > 28;
            cube.day(day, fee, null, end ? "11" : "10", 0);
        }
        assertThat(told(cube.bridge(Week.parse("2026-W27")))).containsExactly("TAX_AND_FEES 2");
    }

    @Test
    void seatsByTheMonthAreCalendarVolumeAndRate() {
        var seats = Thing.usage("Desk", "agent", "Seats");
        var cube = spread("310", "2026-05-01", "2026-06-01", seats, "31");
        spread(cube, "310", "2026-06-01", "2026-07-01", seats, "31");
        assertThat(cents(cube.bridge(Week.parse("2026-W23")))).containsExactly("CALENDAR 2.33");
    }

    private static Cube monthly(String may, String june) {
        return monthly(may, june, Thing.charge("Support", "Purchase"));
    }

    private static Cube monthly(String may, String june, Thing fee) {
        var cube = spread(may, "2026-05-01", "2026-06-01", fee, null);
        return spread(cube, june, "2026-06-01", "2026-07-01", fee, null);
    }

    private static Cube spread(
            String cost, String from, String to, Thing thing, @Nullable String quantity) {
        return spread(new Cube(), cost, from, to, thing, quantity);
    }

    /// As the store has a charge over several days: its rows are on the first.
    private static Cube spread(
            Cube cube,
            String cost,
            String from,
            String to,
            Thing thing,
            @Nullable String quantity) {
        var days = LocalDate.parse(from).datesUntil(LocalDate.parse(to)).toList();
        var costs = Split.evenly(new BigDecimal(cost), days.size());
        for (int i = 0; i < days.size(); i++) {
            var share =
                    quantity == null
                            ? null
                            : Split.evenly(new BigDecimal(quantity), days.size()).get(i);
            cube.line(days.get(i), "USD", "A", thing, share, both(costs.get(i)), i == 0 ? 1 : 0);
        }
        return cube;
    }

    private static Amounts both(BigDecimal cost) {
        return new Amounts(cost, cost, null, null);
    }

    /// Steps of a cent or more, in cents.
    private static List<String> cents(Bridge.Told bridge) {
        return bridge.steps().stream()
                .filter(s -> s.amount().abs().compareTo(new BigDecimal("0.005")) >= 0)
                .map(s -> s.kind() + " " + s.amount().setScale(2, RoundingMode.HALF_UP))
                .toList();
    }
}
