package dev.glidepath.collect.charges;

import dev.glidepath.collect.Limit;
import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.Charges.Period;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.core.cost.AmountSum;
import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution.Totals;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
    private final Map<YearMonth, GroupTable> groups = new TreeMap<>();
    private final Map<YearMonth, Map<String, Sum>> sums = new HashMap<>();
    private final IdentityHashMap<Dimensions, Integer> characters = new IdentityHashMap<>();

    private long rows;
    private long size;

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
        period.ifPresent(only -> groups.put(only, new GroupTable()));
    }

    /// @throws Refusal when memory may not hold what it comes to
    void add(GroupRows.Row row) {
        var month = period.orElse(row.month());
        var group = row.group();
        rows += group.rows();
        if (groups.computeIfAbsent(month, _ -> new GroupTable()).gather(group)) {
            grow(group);
        }
        sums.computeIfAbsent(month, _ -> new HashMap<>())
                .computeIfAbsent(group.dimensions().currency(), _ -> new Sum())
                .add(row);
    }

    /// Its lines are to be held, too: one for each day.
    private void grow(ChargeGroup group) {
        int names = characters.computeIfAbsent(group.dimensions(), Dimensions::characters);
        size += (long) group.days().count() * (1 + names / NAMES);
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
        groups.forEach((month, of) -> periods.put(month, new Period(of, totals(month))));
        return periods;
    }

    private Map<String, Totals> totals(YearMonth month) {
        return sums.getOrDefault(month, Map.of()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, sum -> sum.getValue().totals()));
    }
}
