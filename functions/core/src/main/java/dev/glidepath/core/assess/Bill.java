package dev.glidepath.core.assess;

import dev.glidepath.core.money.Money;

import java.math.BigDecimal;
import java.util.List;

/// The week's cost as billed: what counts towards the targets, and what is shown beside them.
///
/// @param notCounted per charge category that the plan leaves out
/// @param otherCurrencies never in a total
/// @param unpriced rows of the week that have no amount in the plan's metric
public record Bill(
        BigDecimal counted,
        List<NotCounted> notCounted,
        List<Money> otherCurrencies,
        long unpriced) {

    public Bill {
        notCounted = List.copyOf(notCounted);
        otherCurrencies = List.copyOf(otherCurrencies);
    }

    public BigDecimal total() {
        return notCounted.stream().map(NotCounted::amount).reduce(counted, BigDecimal::add);
    }

    public record NotCounted(String chargeCategory, BigDecimal amount) {}
}
