package dev.glidepath.core.assess;

import dev.glidepath.core.assess.Movers.Change;
import dev.glidepath.core.assess.Movers.Mover;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.Plan;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Ranks services by how much their week changed.
final class MoverRanking {

    private static final int MOST = 5;

    /// Of the week before: a change below a thousandth of it is noise; at least one unit of money.
    private static final BigDecimal FLOOR_SHARE = new BigDecimal("0.001");

    private static final Comparator<Mover> LARGEST_FIRST =
            Comparator.comparing((Mover m) -> m.change().difference().abs())
                    .reversed()
                    .thenComparing(m -> String.valueOf(m.provider()))
                    .thenComparing(m -> String.valueOf(m.service()));

    private record Key(@Nullable String provider, @Nullable String service) {
        static Key of(CostLine line) {
            var service = line.dimensions().service();
            return new Key(
                    service.provider(), service.name() == null ? service.code() : service.name());
        }
    }

    private MoverRanking() {}

    static Movers of(Ledger ledger, Plan.Basis basis, Week week) {
        for (var each : List.of(week, week.previous())) {
            if (!ledger.state(each).complete()) {
                return new Movers.NotComparable(each);
            }
        }
        var changes = new HashMap<Key, Map<String, Change>>();
        add(changes, ledger.lines(week.previous()), basis, a -> new Change(a, BigDecimal.ZERO));
        add(changes, ledger.lines(week), basis, a -> new Change(BigDecimal.ZERO, a));
        var movers =
                changes.entrySet().stream()
                        .map(e -> mover(e.getKey(), e.getValue()))
                        .sorted(LARGEST_FIRST)
                        .toList();
        return compared(movers);
    }

    private static Movers compared(List<Mover> movers) {
        var total = sum(movers);
        var floor = total.before().abs().multiply(FLOOR_SHARE).max(BigDecimal.ONE);
        var top =
                movers.stream()
                        .filter(m -> m.change().difference().abs().compareTo(floor) >= 0)
                        .limit(MOST)
                        .toList();
        var rest = movers.subList(top.size(), movers.size());
        return new Movers.Compared(top, new Movers.Others(rest.size(), sum(rest)), total, floor);
    }

    private static void add(
            Map<Key, Map<String, Change>> changes,
            List<CostLine> lines,
            Plan.Basis basis,
            Function<BigDecimal, Change> change) {
        for (var line : lines) {
            if (CountedCost.counts(line, basis)) {
                changes.computeIfAbsent(Key.of(line), _ -> new TreeMap<>())
                        .merge(
                                line.category(),
                                change.apply(CountedCost.amount(line, basis)),
                                Change::plus);
            }
        }
    }

    private static Mover mover(Key key, Map<String, Change> byCategory) {
        var categories =
                byCategory.entrySet().stream()
                        .sorted(
                                Comparator.comparing(
                                        (Map.Entry<String, Change> e) ->
                                                e.getValue().difference().abs().negate()))
                        .map(Map.Entry::getKey)
                        .toList();
        var change = byCategory.values().stream().reduce(Change.NONE, Change::plus);
        return new Mover(key.provider(), key.service(), categories, change);
    }

    private static Change sum(List<Mover> movers) {
        return movers.stream().map(Mover::change).reduce(Change.NONE, Change::plus);
    }
}
