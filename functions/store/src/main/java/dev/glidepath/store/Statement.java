package dev.glidepath.store;

import static java.util.Objects.requireNonNull;

import dev.glidepath.core.cost.AmountSum;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// An execution with what it says of each charge day and where the lines of that day are stored.
/// [StatementText] is its stored form.
record Statement(Execution execution, String allocation, NavigableMap<LocalDate, Day> days) {

    Statement {
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    }

    record Day(DaySums sums, Map<Level, Content.Address> addresses) {

        Day {
            addresses = Map.copyOf(addresses);
        }

        Content.Address at(Level level) {
            return requireNonNull(addresses.get(level), level::name);
        }
    }

    static DaySums sums(List<CostLine> lines) {
        var used =
                lines.stream()
                        .filter(line -> line.dimensions().charge().category().equals("Usage"))
                        .toList();
        return new DaySums(perCurrency(lines), perCurrency(used));
    }

    private static Map<String, Amounts> perCurrency(List<CostLine> lines) {
        var sums = new TreeMap<String, AmountSum>();
        for (var line : lines) {
            sums.computeIfAbsent(line.dimensions().currency(), _ -> new AmountSum())
                    .add(line.amounts());
        }
        var totals = new TreeMap<String, Amounts>();
        sums.forEach((currency, sum) -> totals.put(currency, sum.total()));
        return totals;
    }

    Recorded recorded(Instant recordedAt) {
        var sums = new TreeMap<LocalDate, DaySums>();
        days.forEach((date, day) -> sums.put(date, day.sums()));
        return new Recorded(execution, allocation, recordedAt, sums);
    }
}
