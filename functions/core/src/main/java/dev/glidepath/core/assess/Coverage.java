package dev.glidepath.core.assess;

import dev.glidepath.core.cost.ChargeDays;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The charge days that each export reports. A day outside is unknown, which is not zero.
///
/// @param known per export, the days of which it says what they cost, zero included
/// @param silent exports that no longer deliver: nothing is expected of them after their last day
public record Coverage(Map<String, NavigableSet<LocalDate>> known, Set<String> silent) {

    private static final int DENSE_PERCENT = 90;

    public Coverage {
        known = Map.copyOf(known);
        silent = Set.copyOf(silent);
    }

    /// One execution: which charge days of its billing period have charges in it.
    ///
    /// @param usageDays those with usage: a month's fee or tax has a share on each day of the month
    public record Report(
            String export,
            YearMonth billingPeriod,
            Instant delivered,
            Set<LocalDate> chargeDays,
            Set<LocalDate> usageDays) {
        public Report {
            chargeDays = Set.copyOf(chargeDays);
            usageDays = Set.copyOf(usageDays);
        }
    }

    /// An export with usage on nearly every day, as a cloud's, knows just the days that it has
    /// usage for: a gap is missing data, whatever share of a month's fee is on it. So does one with
    /// other charges on nearly every day. One with few, as a subscription's, knows every day of its
    /// billing periods up to its delivery: a gap is a day without cost.
    public static Coverage of(Collection<Report> reports, Set<String> silent) {
        var byExport = new TreeMap<String, List<Report>>();
        reports.forEach(r -> byExport.computeIfAbsent(r.export(), _ -> new ArrayList<>()).add(r));
        var known = new TreeMap<String, NavigableSet<LocalDate>>();
        byExport.forEach((export, own) -> known.put(export, days(own)));
        return new Coverage(known, silent);
    }

    /// Of these days only.
    public Coverage within(ChargeDays range) {
        var own = new TreeMap<String, NavigableSet<LocalDate>>();
        known.forEach(
                (export, days) ->
                        own.put(
                                export,
                                new TreeSet<>(
                                        days.subSet(range.start(), true, range.end(), false))));
        return new Coverage(own, silent);
    }

    /// True when at least one export reports the day, and each that had begun by then does.
    public boolean knows(LocalDate day) {
        boolean reported = false;
        for (var export : known.entrySet()) {
            boolean covers = export.getValue().contains(day);
            if (!covers && expects(export.getKey(), export.getValue(), day)) {
                return false;
            }
            reported |= covers;
        }
        return reported;
    }

    /// The exports that should report the day and do not.
    public List<String> missing(LocalDate day) {
        return known.entrySet().stream()
                .filter(e -> !e.getValue().contains(day) && expects(e.getKey(), e.getValue(), day))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private boolean expects(String export, NavigableSet<LocalDate> days, LocalDate day) {
        return !days.isEmpty()
                && !day.isBefore(days.first())
                && !(silent.contains(export) && day.isAfter(days.last()));
    }

    private static NavigableSet<LocalDate> days(List<Report> reports) {
        var used = new TreeSet<LocalDate>();
        reports.forEach(r -> used.addAll(r.usageDays()));
        if (!used.isEmpty() && dense(used)) {
            return used;
        }
        var charged = new TreeSet<LocalDate>();
        reports.forEach(r -> charged.addAll(r.chargeDays()));
        if (charged.isEmpty() || dense(charged)) {
            return charged;
        }
        var days = new TreeSet<>(charged);
        for (var report : reports) {
            var from = report.billingPeriod().atDay(1);
            var end = earlier(utcDay(report.delivered()), from.plusMonths(1));
            if (from.isBefore(end)) {
                from.datesUntil(end).forEach(days::add);
            }
        }
        return days;
    }

    private static boolean dense(NavigableSet<LocalDate> days) {
        long span = days.last().toEpochDay() - days.first().toEpochDay() + 1;
        return days.size() * 100L >= span * DENSE_PERCENT;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    static LocalDate utcDay(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
