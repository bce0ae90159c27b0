package dev.glidepath.core.bridge;

import dev.glidepath.core.bridge.Entry.Side;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// What one item cost and how much it was in both weeks, per commitment that covered it.
///
/// @param covers one per commitment, and one for what none covers
record ItemChange(Cause cause, Cover all, Collection<Cover> covers) {

    /// Unit prices are rounded far beyond the digits of amounts, which then hide it.
    static final MathContext PRECISION = new MathContext(60);

    private static final Tally NOTHING = new Tally(BigDecimal.ZERO, BigDecimal.ZERO);

    record Tally(BigDecimal amount, BigDecimal quantity) {

        Tally plus(Tally other) {
            return new Tally(amount.add(other.amount), quantity.add(other.quantity));
        }

        /// A quantity that nothing can be divided by, for an amount.
        boolean isPartial() {
            return quantity.signum() < 0 || (quantity.signum() == 0 && amount.signum() != 0);
        }

        boolean isNothing() {
            return quantity.signum() == 0;
        }
    }

    record Cover(Tally before, Tally after) {

        static Cover of(Entry entry) {
            var quantity = entry.quantity() == null ? BigDecimal.ZERO : entry.quantity();
            var tally = new Tally(entry.amount(), quantity);
            return entry.side() == Side.AFTER
                    ? new Cover(NOTHING, tally)
                    : new Cover(tally, NOTHING);
        }

        Cover plus(Cover other) {
            return new Cover(before.plus(other.before), after.plus(other.after));
        }

        boolean isPriced() {
            return !before.isPartial() && !after.isPartial();
        }

        /// The mean of both weeks'; of one week only, that one's.
        BigDecimal meanPrice() {
            if (before.isNothing() && after.isNothing()) {
                return BigDecimal.ZERO;
            }
            return price(before, after).add(price(after, before)).divide(BigDecimal.TWO);
        }

        private static BigDecimal price(Tally of, Tally other) {
            var known = of.isNothing() ? other : of;
            return known.amount().divide(known.quantity(), PRECISION);
        }
    }

    static ItemChange of(List<Entry> entries) {
        var covers = new TreeMap<String, Cover>();
        for (var entry : entries) {
            covers.merge(commitment(entry), Cover.of(entry), Cover::plus);
        }
        var all = covers.values().stream().reduce(new Cover(NOTHING, NOTHING), Cover::plus);
        return new ItemChange(Cause.of(entries.getFirst().line()), all, covers.values());
    }

    /// A committed price may come without its commitment's id.
    private static String commitment(Entry entry) {
        var charge = entry.line().dimensions().charge();
        var id = charge.commitmentId();
        if (id != null) {
            return "id " + id;
        }
        return "Committed".equals(charge.pricing()) ? "committed" : "none";
    }

    boolean isPriced() {
        return covers.stream().allMatch(Cover::isPriced)
                && !(all.before().isNothing() && all.after().isNothing());
    }

    BigDecimal change() {
        return all.after().amount().subtract(all.before().amount());
    }

    BigDecimal moreQuantity() {
        return all.after().quantity().subtract(all.before().quantity());
    }

    BigDecimal meanQuantity() {
        return all.after().quantity().add(all.before().quantity()).divide(BigDecimal.TWO);
    }

    BigDecimal meanPrice() {
        return all.meanPrice();
    }

    /// Mean quantity × Σ change of a commitment's share × its mean price.
    BigDecimal commitment() {
        if (all.before().isNothing() || all.after().isNothing()) {
            return BigDecimal.ZERO;
        }
        return covers.stream()
                .map(c -> shift(c).multiply(c.meanPrice()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(meanQuantity());
    }

    private BigDecimal shift(Cover cover) {
        var before = cover.before().quantity().divide(all.before().quantity(), PRECISION);
        return cover.after().quantity().divide(all.after().quantity(), PRECISION).subtract(before);
    }
}
