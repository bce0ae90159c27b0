package dev.glidepath.core.savings;

import dev.glidepath.core.cost.CostLine;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;

/// What one item cost and how much it was, in the reference and now.
record Item(Key key, Tally before, Tally now) {

    static final MathContext PRECISION = new MathContext(60);

    private static final Tally NOTHING = new Tally(BigDecimal.ZERO, BigDecimal.ZERO, false);

    /// A SKU of an account and region, Spot apart from the rest. Quantities of the same region and
    /// unit can be added.
    record Key(
            @Nullable String account,
            @Nullable String region,
            @Nullable String item,
            @Nullable String unit,
            boolean spot) {

        static Key of(CostLine line) {
            var dimensions = line.dimensions();
            var charge = dimensions.charge();
            return new Key(
                    dimensions.subAccount().id(),
                    dimensions.region(),
                    charge.item(),
                    charge.unit(),
                    "Dynamic".equals(charge.pricing()));
        }

        String group() {
            return region + "|" + (unit == null ? "item " + item : "unit " + unit);
        }
    }

    /// @param uncounted whether some of the amount has no quantity
    record Tally(BigDecimal amount, BigDecimal quantity, boolean uncounted) {

        static Tally of(CostLine line, BigDecimal amount) {
            var charge = line.dimensions().charge();
            boolean counted =
                    line.quantity() != null && (charge.item() != null || charge.unit() != null);
            return new Tally(
                    amount,
                    counted && line.quantity() != null ? line.quantity() : BigDecimal.ZERO,
                    !counted && amount.signum() != 0);
        }

        Tally plus(Tally other) {
            return new Tally(
                    amount.add(other.amount),
                    quantity.add(other.quantity),
                    uncounted || other.uncounted);
        }

        boolean isPriced() {
            return !uncounted && (quantity.signum() > 0 || amount.signum() == 0);
        }

        BigDecimal price() {
            return quantity.signum() == 0 ? BigDecimal.ZERO : amount.divide(quantity, PRECISION);
        }
    }

    static Item before(CostLine line, BigDecimal amount) {
        return new Item(Key.of(line), Tally.of(line, amount), NOTHING);
    }

    static Item now(CostLine line, BigDecimal amount) {
        return new Item(Key.of(line), NOTHING, Tally.of(line, amount));
    }

    Item plus(Item other) {
        return new Item(key, before.plus(other.before), now.plus(other.now));
    }

    boolean isPriced() {
        return before.isPriced() && now.isPriced();
    }

    BigDecimal fall() {
        return before.amount().subtract(now.amount());
    }

    BigDecimal less() {
        return before.quantity().subtract(now.quantity()).max(BigDecimal.ZERO);
    }

    BigDecimal more() {
        return now.quantity().subtract(before.quantity()).max(BigDecimal.ZERO);
    }

    BigDecimal kept() {
        return before.quantity().min(now.quantity());
    }

    /// Positive when it became cheaper.
    BigDecimal cheaper() {
        return before.price().subtract(now.price());
    }
}
