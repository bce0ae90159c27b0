package dev.glidepath.local.scale;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Execution.Totals;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Recording;
import dev.glidepath.store.Snapshots;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Months of an organisation's bills, delivered every day and recorded. What a digest or a page
/// reads in all dimensions is there with all accounts; of the other days, which are read as totals,
/// one account has it all: their totals are the same.
record History(Snapshots snapshots, Organisation organisation, Plan plan) {

    static final YearMonth LAST = YearMonth.of(2026, 6);
    static final Instant AS_OF = Instant.parse("2026-07-01T06:00:00Z");

    private static final int MONTHS_OF_DAILY_DELIVERIES = 5;
    private static final int DAYS_IN_ALL_DIMENSIONS = 42;

    void record(int months) {
        for (int before = months - 1; before >= 0; before--) {
            var month = LAST.minusMonths(before);
            if (before < MONTHS_OF_DAILY_DELIVERIES) {
                deliveries(month);
            }
            record(month, whole(month), month.plusMonths(1).atDay(1), 1);
        }
    }

    /// A day's later delivery of the last month, in which some of its days are different.
    Recording again(int changedDays) {
        var days = new TreeMap<>(whole(LAST));
        days.tailMap(LAST.atEndOfMonth().minusDays(changedDays), false)
                .replaceAll((day, _) -> organisation.day(day, 1));
        return record(LAST, days, LAST.plusMonths(1).atDay(1), 2);
    }

    /// One a day, each with a day more.
    private void deliveries(YearMonth month) {
        var all = new TreeMap<LocalDate, List<CostLine>>();
        month.atDay(1)
                .datesUntil(month.atEndOfMonth())
                .forEach(
                        day -> {
                            all.put(day, organisation.ofOneAccount(day, 0));
                            record(month, all, day.plusDays(1), 0);
                        });
    }

    private NavigableMap<LocalDate, List<CostLine>> whole(YearMonth month) {
        var days = new TreeMap<LocalDate, List<CostLine>>();
        month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .forEach(day -> days.put(day, lines(day)));
        return days;
    }

    private List<CostLine> lines(LocalDate day) {
        var reference = Organisation.START;
        boolean all =
                day.isAfter(LAST.atEndOfMonth().minusDays(DAYS_IN_ALL_DIMENSIONS))
                        || day.isBefore(reference) && day.isAfter(reference.minusDays(29));
        return all ? organisation.day(day, 0) : organisation.ofOneAccount(day, 0);
    }

    private Recording record(
            YearMonth month, NavigableMap<LocalDate, List<CostLine>> days, LocalDate on, int hour) {
        var delivered = on.atTime(hour, 0).toInstant(ZoneOffset.UTC);
        var totals =
                days.values().stream()
                        .flatMap(List::stream)
                        .map(line -> new Totals(line.rows(), line.amounts(), Map.of()))
                        .reduce(Totals::plus)
                        .orElseThrow();
        var name = "execution-" + on + "-" + hour;
        var execution =
                new Execution(
                        new Execution.Id("cur", month, name, delivered),
                        new Execution.Source("CUR 2.0", "s3://bucket/" + name),
                        List.of(new Execution.FileRead(name + ".parquet", "etag", 1234, 7)),
                        Map.of("USD", totals));
        var clock = InstantSource.fixed(delivered.plusSeconds(3600));
        return snapshots.record(execution, plan.allocation().version(), days, clock);
    }
}
