package dev.glidepath.core.money;

import java.math.BigDecimal;
import java.util.Objects;

/// An exact amount of one currency (ISO 4217 code). The scale is normalised, so that record
/// equality is equality of amounts. Adding two currencies throws.
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

    public Money {
        amount = normalise(amount);
        Objects.requireNonNull(currency, "currency");
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    /// @throws IllegalArgumentException for two currencies
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    /// The same value without trailing zeros and never in E notation when printed plain.
    public static BigDecimal normalise(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "cannot mix " + currency + " and " + other.currency + " in one amount");
        }
        return other;
    }
}
