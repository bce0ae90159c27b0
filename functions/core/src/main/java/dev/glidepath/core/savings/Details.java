package dev.glidepath.core.savings;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.savings.Saving.Source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// The items of the reference and of the last 28 days.
final class Details {

    private static final int RECENT_DAYS = 28;

    private final Map<Source, Map<Item.Key, Item>> items = new HashMap<>();
    private final Map<Source, BigDecimal> continued = new HashMap<>();
    private final int recent;
    private final boolean comparable;

    Details(
            Compared compared,
            NavigableMap<LocalDate, List<CostLine>> detail,
            Function<CostLine, BigDecimal> amount,
            Predicate<CostLine> looksAt) {
        var days = compared.days();
        var last = days.subList(Math.max(0, days.size() - RECENT_DAYS), days.size());
        recent = last.size();
        comparable =
                recent == compared.reference().size()
                        && compared.reference().stream().anyMatch(detail::containsKey)
                        && last.stream().anyMatch(detail::containsKey);
        lines(compared.reference(), detail, looksAt)
                .forEach(
                        line -> {
                            var cost = amount.apply(line);
                            add(line, Item.before(line, cost));
                            if (line.rows() == 0) {
                                continued.merge(Costs.source(line), cost.abs(), BigDecimal::add);
                            }
                        });
        lines(last, detail, looksAt).forEach(line -> add(line, Item.now(line, amount.apply(line))));
    }

    Told told(Source source) {
        return comparable
                ? Telling.of(items.getOrDefault(source, Map.of()).values())
                : Told.NOTHING;
    }

    /// Per day of the reference.
    BigDecimal continued(Source source) {
        return perDay(continued.getOrDefault(source, BigDecimal.ZERO));
    }

    BigDecimal perDay(BigDecimal amount) {
        return amount.divide(BigDecimal.valueOf(recent), MathContext.DECIMAL64);
    }

    private void add(CostLine line, Item item) {
        items.computeIfAbsent(Costs.source(line), _ -> new HashMap<>())
                .merge(item.key(), item, Item::plus);
    }

    private static List<CostLine> lines(
            Collection<LocalDate> days,
            NavigableMap<LocalDate, List<CostLine>> detail,
            Predicate<CostLine> looksAt) {
        return days.stream()
                .flatMap(day -> detail.getOrDefault(day, List.of()).stream())
                .filter(looksAt)
                .toList();
    }
}
