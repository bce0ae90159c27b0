package dev.glidepath.collect.charges;

import dev.glidepath.collect.Limit;
import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.Charges.Period;
import dev.glidepath.collect.export.Delivery;
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

    /// Characters that take no more memory than what else a group is.
    private static final int NAMES = 250;

    private final String name;
    private final Optional<YearMonth> period;
    private final Limits limits;
    private final Map<YearMonth, Map<Key, ChargeGroup>> groups = new TreeMap<>();
    private final Map<YearMonth, Map<String, Sum>> sums = new HashMap<>();

    private long rows;
    private long size;

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

    /// @param delivery whose billing period is that of all rows; else each says its own
    Gathered(Delivery delivery, Limits limits) {
        this.name = delivery.manifest();
        this.period = delivery.billingPeriod();
        this.limits = limits;
        period.ifPresent(only -> groups.put(only, new HashMap<>()));
    }

    /// @throws Refusal when memory may not hold what it comes to
    void add(GroupRows.Row row) {
        var month = period.orElse(row.month());
        var group = row.group();
        rows += group.rows();
        var of = groups.computeIfAbsent(month, _ -> new HashMap<>());
        int before = of.size();
        of.merge(new Key(group.days(), group.dimensions()), group, ChargeGroup::plus);
        if (of.size() > before) {
            grow(group);
        }
        sums.computeIfAbsent(month, _ -> new HashMap<>())
                .computeIfAbsent(group.dimensions().currency(), _ -> new Sum())
                .add(row);
    }

    /// Its lines are to be held, too: one for each day.
    private void grow(ChargeGroup group) {
        size += (long) group.days().count() * (1 + group.dimensions().characters() / NAMES);
        limits.require(
                Limit.GROUPS,
                size,
                name
                        + ": its charges are of too many days, accounts, services, usage types and tags"
                        + " together");
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
