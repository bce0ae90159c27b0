package dev.glidepath.core.savings;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Tells the savings of one source apart.
final class Telling {

    /// Smaller differences of unit prices are rounding, tiers and chance.
    private static final BigDecimal CLEARLY = new BigDecimal("0.95");

    private final Map<String, BigDecimal> savings = new TreeMap<>();
    private BigDecimal rate = BigDecimal.ZERO;
    private BigDecimal usage = BigDecimal.ZERO;
    private BigDecimal untold = BigDecimal.ZERO;
    private BigDecimal avoided = BigDecimal.ZERO;

    private Telling() {}

    static Told of(Collection<Item> items) {
        var telling = new Telling();
        items.stream()
                .filter(item -> !item.isPriced())
                .forEach(item -> telling.untold = telling.untold.add(item.fall()));
        telling.untold = telling.untold.max(BigDecimal.ZERO);
        items.stream()
                .filter(Item::isPriced)
                .collect(groupingBy(item -> item.key().group(), TreeMap::new, toList()))
                .values()
                .forEach(telling::add);
        return telling.told();
    }

    private Told told() {
        return new Told(rate, usage, untold, avoided, largest());
    }

    private Optional<String> largest() {
        return savings.entrySet().stream()
                .filter(e -> e.getValue().signum() > 0)
                .max(Map.Entry.<String, BigDecimal>comparingByValue())
                .map(Map.Entry::getKey);
    }

    private void add(List<Item> group) {
        var less = sum(group.stream().map(Item::less).toList());
        var more = sum(group.stream().map(Item::more).toList());
        var exchanged = less.min(more);
        var left = BigDecimal.ONE.subtract(share(exchanged, less));
        var added = BigDecimal.ONE.subtract(share(exchanged, more));
        var swap = BigDecimal.ZERO;
        for (var item : group) {
            var given = item.less().multiply(item.before().price());
            var taken = item.more().multiply(item.now().price());
            var kept = item.kept().multiply(item.cheaper());
            var unused = given.multiply(left);
            swap =
                    swap.add(given.subtract(unused))
                            .subtract(taken.multiply(BigDecimal.ONE.subtract(added)));
            rate = rate.add(kept.max(BigDecimal.ZERO));
            usage = usage.add(unused);
            avoided = avoided.add(avoided(item).multiply(added));
            note(item, kept.max(BigDecimal.ZERO).add(given));
        }
        rate = rate.add(swap.max(BigDecimal.ZERO));
    }

    private static BigDecimal avoided(Item item) {
        boolean cheaper =
                item.before().quantity().signum() > 0
                        && item.now().price().compareTo(item.before().price().multiply(CLEARLY))
                                < 0;
        return cheaper ? item.more().multiply(item.cheaper()) : BigDecimal.ZERO;
    }

    private void note(Item item, BigDecimal saved) {
        var name = item.key().item();
        if (name != null) {
            savings.merge(name, saved, BigDecimal::add);
        }
    }

    private static BigDecimal share(BigDecimal part, BigDecimal of) {
        return of.signum() == 0 ? BigDecimal.ZERO : part.divide(of, Item.PRECISION);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
