package dev.glidepath.store.evidence;

import dev.glidepath.core.assess.Estimates;
import dev.glidepath.core.assess.Settled;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.lever.Recommended;
import dev.glidepath.core.plan.Metering;
import dev.glidepath.store.DailyValues;
import dev.glidepath.store.Known;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What was known at a time beside the bill, a number for each day: what measures were, and what
/// AWS estimated and recommended.
public final class Series {

    private static final int WEEKS_OF_ESTIMATES = 9;

    /// Advice that is older says little about what there is to do now.
    private static final int WEEKS_OF_ADVICE = 4;

    /// A mail goes out some days after its week.
    private static final int DAYS_OF_ADVICE_AFTER = 14;

    private final DailyValues values;
    private final Known known;
    private final Settled settled;
    private final Instant asOf;

    Series(DailyValues values, Known known, Settled settled, Instant asOf) {
        this.values = values;
        this.known = known;
        this.settled = settled;
        this.asOf = asOf;
    }

    /// The values that measures were known to have by then, also before the range where a window
    /// reaches back to there from a week before its last day.
    public Map<String, NavigableMap<LocalDate, BigDecimal>> measured(
            ChargeDays range, List<Metering> meterings) {
        if (meterings.isEmpty()) {
            return Map.of();
        }
        int longest = meterings.stream().mapToInt(Metering::days).max().orElseThrow();
        var reached = range.end().minusDays(longest + 7L);
        var from = reached.isBefore(range.start()) ? reached : range.start();
        var last = range.end().minusDays(1);
        return values.known(DailyValues.Kind.MEASURED, from, last, asOf);
    }

    /// What AWS estimated of the days around the week's end; nothing for a week of long ago, about
    /// whose days the bill says more.
    public Estimates estimates(Week week) {
        var through = settled.through();
        if (through.isAfter(week.sunday().plusDays(7))) {
            return Estimates.NONE;
        }
        int lag = settled.lags().values().stream().mapToInt(Settled.Lag::days).max().orElse(0);
        var from = week.minus(WEEKS_OF_ESTIMATES).monday().withDayOfMonth(1);
        var last = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        var told = values.history(DailyValues.Kind.ESTIMATED, from, last);
        return new Estimates(
                told.known(_ -> asOf),
                upTo(through, told.known(day -> earlier(asOf, day.plusDays(lag + 1L)))),
                through.isAfter(week.sunday())
                        ? known.days(new ChargeDays(week.sunday().plusDays(1), through.plusDays(1)))
                        : new TreeMap<>());
    }

    private static Map<String, NavigableMap<LocalDate, BigDecimal>> upTo(
            LocalDate last, Map<String, NavigableMap<LocalDate, BigDecimal>> series) {
        var own = new TreeMap<String, NavigableMap<LocalDate, BigDecimal>>();
        series.forEach(
                (name, days) -> {
                    var settled = days.headMap(last, true);
                    if (!settled.isEmpty()) {
                        own.put(name, settled);
                    }
                });
        return own;
    }

    /// What AWS recommended around the week's end; empty where nothing of the weeks before it was
    /// read.
    public Optional<Recommended> recommended(Week week) {
        var last = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        var through = week.sunday().plusDays(DAYS_OF_ADVICE_AFTER);
        return Recommended.newest(
                values.known(
                        DailyValues.Kind.RECOMMENDED,
                        week.minus(WEEKS_OF_ADVICE).sunday(),
                        last.isBefore(through) ? last : through,
                        asOf));
    }

    private static Instant earlier(Instant time, LocalDate day) {
        var midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return midnight.isBefore(time) ? midnight : time;
    }
}
