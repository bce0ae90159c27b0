package dev.glidepath.core.assess;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.money.Money;
import dev.glidepath.core.money.Split;
import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/// The cost of a week, or of other days, as billed: what counts towards the targets, and what is
/// shown beside them.
///
/// @param notCounted per charge category that the plan leaves out
/// @param otherCurrencies never in a total
/// @param unpriced rows that have no amount in the plan's metric
public record Bill(
        BigDecimal counted,
        List<NotCounted> notCounted,
        List<Money> otherCurrencies,
        long unpriced) {

    public Bill {
        notCounted = List.copyOf(notCounted);
        otherCurrencies = List.copyOf(otherCurrencies);
    }

    public static Bill of(List<CostLine> lines, Plan.Basis basis) {
        return Billing.of(lines, basis);
    }

    public BigDecimal total() {
        return notCounted.stream().map(NotCounted::amount).reduce(counted, BigDecimal::add);
    }

    /// What is counted and the whole as they are rounded elsewhere, too: a cent that rounding
    /// leaves over goes to what is not counted.
    public Bill toTheCent() {
        var cents = counted.setScale(2, RoundingMode.HALF_UP);
        var rounded =
                Split.rounded(
                        notCounted.stream().map(NotCounted::amount).toList(),
                        total().setScale(2, RoundingMode.HALF_UP).subtract(cents));
        return new Bill(
                cents,
                IntStream.range(0, notCounted.size())
                        .mapToObj(
                                i ->
                                        new NotCounted(
                                                notCounted.get(i).chargeCategory(), rounded.get(i)))
                        .toList(),
                otherCurrencies,
                unpriced);
    }

    public record NotCounted(String chargeCategory, BigDecimal amount) {}
}
