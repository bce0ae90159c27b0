package dev.glidepath.store;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Execution;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Nothing is stored that does not add up to what was read.
final class Closing {

    private static final Sum NOTHING = new Sum(0, Amounts.NONE);

    private Closing() {}

    record Sum(long rows, Amounts amounts) {

        Sum plus(Sum other) {
            return new Sum(rows + other.rows, amounts.plus(other.amounts));
        }
    }

    static void require(Execution execution, Map<LocalDate, List<CostLine>> days) {
        var stored = new TreeMap<String, Sum>();
        for (var lines : days.values()) {
            for (var line : lines) {
                var sum = new Sum(line.rows(), line.amounts());
                stored.merge(line.dimensions().currency(), sum, Sum::plus);
            }
        }
        var read = new TreeMap<String, Sum>();
        execution.totals().forEach((c, t) -> read.put(c, new Sum(t.rows(), t.amounts())));
        var currencies = new TreeSet<>(stored.keySet());
        currencies.addAll(read.keySet());
        for (var currency : currencies) {
            require(
                    execution.id(),
                    currency,
                    read.getOrDefault(currency, NOTHING),
                    stored.getOrDefault(currency, NOTHING));
        }
    }

    private static void require(Execution.Id id, String currency, Sum read, Sum stored) {
        if (!read.equals(stored)) {
            throw new IllegalArgumentException(
                    "export %s, billing period %s, execution %s: its days sum to %s %s, but %s was read; nothing was recorded"
                            .formatted(
                                    id.export(),
                                    id.billingPeriod(),
                                    id.executionId(),
                                    currency,
                                    stored,
                                    read));
        }
    }
}
