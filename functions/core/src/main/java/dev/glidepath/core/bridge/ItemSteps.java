package dev.glidepath.core.bridge;

import static java.util.stream.Collectors.groupingBy;

import dev.glidepath.core.bridge.Step.Kind;
import dev.glidepath.core.money.Split;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Divides the change of a group of items whose quantities can be added, as [Step.Kind] defines it.
final class ItemSteps {

    private record Key(@Nullable String account, @Nullable String item, boolean spot) {

        static Key of(Entry entry) {
            var dimensions = entry.line().dimensions();
            var charge = dimensions.charge();
            return new Key(
                    dimensions.subAccount().id(),
                    charge.item(),
                    "Dynamic".equals(charge.pricing()));
        }
    }

    private ItemSteps() {}

    static void add(List<Entry> group, Contributions found) {
        var items = new ArrayList<ItemChange>();
        for (var item : group.stream().collect(groupingBy(Key::of)).values()) {
            var change = ItemChange.of(item);
            if (change.isPriced()) {
                items.add(change);
            } else {
                item.forEach(e -> found.add(Kind.NOT_TOLD_APART, Cause.of(e.line()), e.change()));
            }
        }
        var taken = Taken.of(items);
        items.forEach(item -> add(item, taken, found));
    }

    /// How much of what was more and of what was less made up for each other, as shares.
    private record Taken(BigDecimal ofMore, BigDecimal ofLess) {

        static Taken of(List<ItemChange> items) {
            var more = BigDecimal.ZERO;
            var less = BigDecimal.ZERO;
            for (var item : items) {
                more = more.add(item.moreQuantity().max(BigDecimal.ZERO));
                less = less.subtract(item.moreQuantity().min(BigDecimal.ZERO));
            }
            var both = more.min(less);
            return both.signum() == 0
                    ? new Taken(both, both)
                    : new Taken(
                            both.divide(more, ItemChange.PRECISION),
                            both.divide(less, ItemChange.PRECISION));
        }

        BigDecimal share(BigDecimal more) {
            return more.signum() > 0 ? ofMore : ofLess;
        }
    }

    private static void add(ItemChange item, Taken taken, Contributions found) {
        var quantities = item.moreQuantity().multiply(item.meanPrice());
        var mix = quantities.multiply(taken.share(item.moreQuantity()));
        var volume = quantities.subtract(mix);
        var parts = Split.closing(List.of(volume, mix, item.commitment()), item.change());
        var cause = item.cause();
        found.add(Kind.VOLUME, cause, parts.get(0));
        found.add(Kind.MIX, cause.ofAnyItem(), parts.get(1));
        found.add(Kind.COMMITMENT, cause, parts.get(2));
        found.add(cause.item() == null ? Kind.NOT_TOLD_APART : Kind.RATE, cause, parts.get(3));
    }
}
