package dev.glidepath.store.evidence;

import static dev.glidepath.store.evidence.Bills.BASIS;
import static dev.glidepath.store.evidence.Bills.MAY;
import static dev.glidepath.store.evidence.Bills.morning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Estimates;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.lever.Recommended;
import dev.glidepath.core.plan.Metering;
import dev.glidepath.store.DailyValues.Kind;
import dev.glidepath.store.FreshTable;
import dev.glidepath.store.Snapshots;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What was known beside the bill: of which days, and when. The bill has settled through 31 May, a
/// Sunday, and is looked at on 5 June.
@ExtendWith(FreshTable.class)
class SeriesTest {

    private static final LocalDate JUNE_5 = LocalDate.of(2026, 6, 5);
    private static final Week LAST_OF_MAY = Week.of(MAY.atEndOfMonth());

    private Snapshots snapshots;
    private Series series;

    @BeforeEach
    void aSettledMonth(FreshTable.Tables tables) {
        var table = tables.get();
        snapshots = new Snapshots(table.dynamo(), table.name());
        Bills.of(MAY).usedUpTo(31).deliveredOn(JUNE_5, snapshots);
        series = Evidence.asOf(snapshots, BASIS, morning(JUNE_5)).series();
    }

    @Test
    void measuresReachBackFromAWeekBeforeTheLastDayAndNoFurther() {
        record(Kind.MEASURED, "m", LocalDate.of(2026, 4, 26), "1", JUNE_5);
        record(Kind.MEASURED, "m", LocalDate.of(2026, 4, 27), "2", JUNE_5);
        record(Kind.MEASURED, "m", MAY.atDay(31), "3", JUNE_5);
        record(Kind.MEASURED, "m", MAY.atDay(31), "4", JUNE_5.plusDays(1));
        record(Kind.MEASURED, "m", LocalDate.of(2026, 6, 1), "5", JUNE_5);
        var week = new ChargeDays(MAY.atDay(25), LocalDate.of(2026, 6, 1));

        assertThat(series.measured(week, List.of(metering(1), metering(28))))
                .isEqualTo(
                        Map.of(
                                "m",
                                Map.of(
                                        LocalDate.of(2026, 4, 27), new BigDecimal("2"),
                                        MAY.atDay(31), new BigDecimal("3"))));
        assertThat(series.measured(week, List.of())).isEmpty();
    }

    @Test
    void estimatesAreAsTheyAreKnownNowAndAsTheyWereWhenTheBillSettled() {
        record(Kind.ESTIMATED, "/", MAY.atDay(10), "100", MAY.atDay(11));
        record(Kind.ESTIMATED, "/", MAY.atDay(10), "110", MAY.atDay(13));
        record(Kind.ESTIMATED, "/", MAY.atDay(10), "120", MAY.atDay(14));
        record(Kind.ESTIMATED, "/", LocalDate.of(2026, 6, 2), "7", JUNE_5.minusDays(2));

        var estimates = series.estimates(LAST_OF_MAY);

        assertThat(estimates.now().get("/"))
                .containsEntry(MAY.atDay(10), new BigDecimal("120"))
                .containsKey(LocalDate.of(2026, 6, 2));
        assertThat(estimates.then().get("/"))
                .isEqualTo(Map.of(MAY.atDay(10), new BigDecimal("110")));
        assertThat(estimates.since()).isEmpty();
    }

    @Test
    void estimatesAreOfNoWeekThatHasBeenSettledForMoreThanAWeek() {
        record(Kind.ESTIMATED, "/", MAY.atDay(10), "100", MAY.atDay(11));

        assertThat(series.estimates(LAST_OF_MAY.previous()).since())
                .containsOnlyKeys(MAY.atDay(25).datesUntil(MAY.atDay(31).plusDays(1)).toList());
        assertThat(series.estimates(LAST_OF_MAY.minus(2))).isEqualTo(Estimates.NONE);
    }

    @Test
    void adviceIsWhatWasKnownThenOfTheWeeksAroundTheWeeksEnd() {
        advise(MAY.atDay(2), 1, JUNE_5);
        assertThat(series.recommended(LAST_OF_MAY)).isEmpty();

        advise(MAY.atDay(4), 2, JUNE_5.minusDays(1));
        advise(MAY.atDay(4), 3, JUNE_5.plusDays(1));
        assertThat(series.recommended(LAST_OF_MAY))
                .get()
                .extracting(r -> r.groups().getFirst().count())
                .isEqualTo(2L);
        assertThat(series.recommended(LAST_OF_MAY.minus(7))).isEmpty();
    }

    private void advise(LocalDate day, int count, LocalDate known) {
        var group =
                new Recommended.Group(
                        "001", "Stop", "Low", "USD", count, BigDecimal.valueOf(10L * count));
        new Recommended(day, List.of(group))
                .series(List.of())
                .forEach(
                        (name, number) ->
                                record(Kind.RECOMMENDED, name, day, number.toPlainString(), known));
    }

    private void record(Kind kind, String name, LocalDate day, String value, LocalDate known) {
        NavigableMap<LocalDate, BigDecimal> days =
                new TreeMap<>(Map.of(day, new BigDecimal(value)));
        snapshots.values().record(kind, Map.of(name, days), () -> morning(known));
    }

    private static Metering metering(int days) {
        return new Metering(
                Optional.empty(), List.of(), Optional.empty(), days, Metering.Take.AVERAGE);
    }
}
