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
                item.forEach(
                        e -> found.add(Kind.NOT_TOLD_APART, Cause.of(e.line()), e.change()));
            }
        }
        var price = pricePerUnit(items);
        items.forEach(item -> add(item, price, found));
    }

    /// Of the mean of both weeks' quantities, at the means of both weeks' prices.
    private static BigDecimal pricePerUnit(List<ItemChange> items) {
        var cost = BigDecimal.ZERO;
        var quantity = BigDecimal.ZERO;
        for (var item : items) {
            cost = cost.add(item.meanQuantity().multiply(item.meanPrice()));
            quantity = quantity.add(item.meanQuantity());
        }
        return items.isEmpty() ? cost : cost.divide(quantity, ItemChange.PRECISION);
    }

    private static void add(ItemChange item, BigDecimal groupPrice, Contributions found) {
        var volume = item.moreQuantity().multiply(groupPrice);
        var mix = item.moreQuantity().multiply(item.meanPrice().subtract(groupPrice));
        var commitment = item.commitment();
        var parts = Split.closing(List.of(volume, mix, commitment), item.change());
        var cause = item.cause();
        found.add(Kind.VOLUME, cause, parts.get(0));
        found.add(Kind.MIX, cause.ofAnyItem(), parts.get(1));
        found.add(Kind.COMMITMENT, cause, parts.get(2));
        found.add(cause.item() == null ? Kind.NOT_TOLD_APART : Kind.RATE, cause, parts.get(3));
    }
}
