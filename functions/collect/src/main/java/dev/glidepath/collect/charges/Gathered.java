package dev.glidepath.collect.charges;

import dev.glidepath.collect.charges.Charges.Period;
import dev.glidepath.core.cost.AmountSum;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution.Totals;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The groups of all files so far, by billing period. Those of two files that are alike become one.
final class Gathered {

    private final Optional<YearMonth> period;
    private final Map<YearMonth, Map<Key, ChargeGroup>> groups = new TreeMap<>();
    private final Map<YearMonth, Map<String, Sum>> sums = new HashMap<>();

    private long rows;

    private record Key(ChargeDays days, Dimensions dimensions) {}

    private static final class Sum {

        private final AmountSum amounts = new AmountSum();
        private GroupRows.Known known = GroupRows.Known.NONE;
        private long rows;

        void add(GroupRows.Row row) {
            amounts.add(row.group().amounts());
            known = known.plus(row.known());
            rows += row.group().rows();
        }

        Totals totals() {
            return new Totals(rows, amounts.total(), known.absent(rows));
        }
    }

    /// @param period of all rows; empty when each says its own
    Gathered(Optional<YearMonth> period) {
        this.period = period;
        period.ifPresent(only -> groups.put(only, new HashMap<>()));
    }

    void add(GroupRows.Row row) {
        var month = period.orElse(row.month());
        var group = row.group();
        rows += group.rows();
        groups.computeIfAbsent(month, _ -> new HashMap<>())
                .merge(new Key(group.days(), group.dimensions()), group, ChargeGroup::plus);
        sums.computeIfAbsent(month, _ -> new HashMap<>())
                .computeIfAbsent(group.dimensions().currency(), _ -> new Sum())
                .add(row);
    }

    long rows() {
        return rows;
    }

    Map<YearMonth, Period> periods() {
        var periods = new TreeMap<YearMonth, Period>();
        groups.forEach(
                (month, of) ->
                        periods.put(month, new Period(List.copyOf(of.values()), totals(month))));
        return periods;
    }

    private Map<String, Totals> totals(YearMonth month) {
        return sums.getOrDefault(month, Map.of()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, sum -> sum.getValue().totals()));
    }
}
