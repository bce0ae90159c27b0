package dev.glidepath.local.generate;

import dev.glidepath.core.cost.Execution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// When what is delivered: on every even day of a month the bill so far, and on those up to the 8th
/// the bill of the month before, which is then final.
record Schedule(Settings settings) {

    private static final int FINAL = 8;

    /// @param closed whether the bill is final
    record Slot(Export export, Execution.Id id, LocalDate day, boolean closed) {
        YearMonth period() {
            return id.billingPeriod();
        }
    }

    List<LocalDate> days() {
        return settings.start()
                .datesUntil(settings.end().plusDays(FINAL))
                .filter(day -> day.getDayOfMonth() % 2 == 0)
                .toList();
    }

    /// In the order of their instants.
    List<Slot> on(LocalDate day) {
        if (day.getDayOfMonth() % 2 != 0) {
            return List.of();
        }
        var current = YearMonth.from(day);
        var previous = current.minusMonths(1);
        var periods =
                day.getDayOfMonth() <= FINAL ? Stream.of(previous, current) : Stream.of(current);
        return periods.filter(this::billed)
                .flatMap(period -> settings.exports().stream().map(e -> slot(e, period, day)))
                .sorted(Comparator.comparing(Slot::id))
                .toList();
    }

    /// The newest of each billing period and export, as of a day.
    List<Slot> newest(LocalDate asOf) {
        var newest = new TreeMap<String, Slot>();
        days().stream()
                .filter(day -> !day.isAfter(asOf))
                .flatMap(day -> on(day).stream())
                .forEach(slot -> newest.put(slot.export().title() + slot.period(), slot));
        return List.copyOf(newest.values());
    }

    private boolean billed(YearMonth period) {
        return !period.isBefore(YearMonth.from(settings.start()))
                && period.isBefore(YearMonth.from(settings.end()));
    }

    private Slot slot(Export export, YearMonth period, LocalDate day) {
        var chance = new Chance(settings.seed());
        var what = export.title() + period;
        var exec = chance.uuid(what, day.toEpochDay(), 0).toString();
        int millis = chance.below(3 * 3_600_000, what, day.toEpochDay(), 1);
        Instant delivered =
                day.atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC).plusMillis(millis);
        return new Slot(
                export,
                new Execution.Id(export.title(), period, exec, delivered),
                day,
                YearMonth.from(day).isAfter(period) && day.getDayOfMonth() >= FINAL);
    }
}
