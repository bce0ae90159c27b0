package dev.glidepath.store;

import dev.glidepath.core.cost.AmountSum;
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

    record Sum(long rows, Amounts amounts) {}

    private static final class Summing {

        private final AmountSum amounts = new AmountSum();
        private long rows;

        void add(CostLine line) {
            amounts.add(line.amounts());
            rows += line.rows();
        }

        Sum total() {
            return new Sum(rows, amounts.total());
        }
    }

    static void require(Execution execution, Map<LocalDate, List<CostLine>> days) {
        var sums = new TreeMap<String, Summing>();
        for (var lines : days.values()) {
            for (var line : lines) {
                sums.computeIfAbsent(line.dimensions().currency(), _ -> new Summing()).add(line);
            }
        }
        var stored = new TreeMap<String, Sum>();
        sums.forEach((currency, sum) -> stored.put(currency, sum.total()));
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
