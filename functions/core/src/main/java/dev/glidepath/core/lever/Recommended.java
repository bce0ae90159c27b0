package dev.glidepath.core.lever;

import static java.util.Objects.requireNonNull;

import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.plan.Rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What AWS's Cost Optimization Hub recommends, as it was on a day. The savings are AWS's
/// estimates; several may be about the same cost, so that they are never added up, nor to what the
/// bill shows.
public record Recommended(LocalDate day, List<Group> groups) {

    private static final String WHOLE = "/";

    public Recommended {
        groups = List.copyOf(groups);
    }

    /// @param action as AWS calls it, such as `PurchaseSavingsPlans`
    /// @param effort as AWS calls it, such as `VeryLow`
    /// @param saving of a month
    public record Group(
            String account,
            String action,
            String effort,
            String currency,
            long count,
            BigDecimal saving) {

        private String key() {
            return String.join(WHOLE, account, action, effort, currency);
        }
    }

    /// As series of one day: per group how many and how much, and how many there are in all. A
    /// group of before that is there no more is 0.
    ///
    /// @param known what is known of the day
    public Map<String, BigDecimal> series(Iterable<String> known) {
        var series = new TreeMap<String, BigDecimal>();
        known.forEach(name -> series.put(name, BigDecimal.ZERO));
        long all = 0;
        for (var group : groups) {
            series.put(group.key() + "/count", BigDecimal.valueOf(group.count()));
            series.put(group.key() + "/saving", group.saving());
            all += group.count();
        }
        series.put(WHOLE, BigDecimal.valueOf(all));
        return series;
    }

    /// Those of the newest day that the series have; empty where they have none.
    public static Optional<Recommended> newest(
            Map<String, NavigableMap<LocalDate, BigDecimal>> series) {
        return Optional.ofNullable(series.get(WHOLE))
                .filter(days -> !days.isEmpty())
                .map(days -> new Recommended(days.lastKey(), groups(series, days.lastKey())));
    }

    private static List<Group> groups(
            Map<String, NavigableMap<LocalDate, BigDecimal>> series, LocalDate day) {
        var numbers = new HashMap<String, BigDecimal>();
        series.forEach((name, days) -> numbers.put(name, days.getOrDefault(day, BigDecimal.ZERO)));
        var groups = new ArrayList<Group>();
        new TreeMap<>(numbers)
                .forEach(
                        (name, number) -> {
                            if (name.endsWith("/count") && number.signum() > 0) {
                                groups.add(
                                        group(name.substring(0, name.lastIndexOf('/')), numbers));
                            }
                        });
        return groups;
    }

    private static Group group(String key, Map<String, BigDecimal> numbers) {
        var parts = key.split(WHOLE, -1);
        return new Group(
                parts[0],
                parts[1],
                parts[2],
                parts[3],
                requireNonNull(numbers.get(key + "/count")).longValueExact(),
                numbers.getOrDefault(key + "/saving", BigDecimal.ZERO));
    }

    /// Those of the accounts that a rule matches; empty for a rule that looks at anything else, as
    /// a recommendation has neither tags nor a category.
    public Optional<Recommended> within(Rule rule) {
        return rule.isOfAccounts()
                ? Optional.of(
                        new Recommended(
                                day,
                                groups.stream()
                                        .filter(g -> rule.matches(of(g.account())))
                                        .toList()))
                : Optional.empty();
    }

    private static Dimensions of(String account) {
        return new Dimensions(
                "",
                new Dimensions.Service(null, null, null),
                new Dimensions.SubAccount(account, null),
                null,
                new Dimensions.Charge("", null, null, null, null, null),
                Map.of());
    }
}
