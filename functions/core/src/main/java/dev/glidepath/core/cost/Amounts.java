package dev.glidepath.core.cost;

import dev.glidepath.core.money.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// A charge's four costs, exact, in one currency that the holder knows. Null is *unknown*: the
/// export has no such figure. The sum of an unknown and a known amount is the known one.
public record Amounts(
        @Nullable BigDecimal billed,
        @Nullable BigDecimal effective,
        @Nullable BigDecimal list,
        @Nullable BigDecimal contracted) {

    public static final Amounts NONE = new Amounts(null, null, null, null);

    public Amounts {
        billed = normalised(billed);
        effective = shared(normalised(effective), billed);
        list = shared(normalised(list), effective);
        contracted = shared(normalised(contracted), effective);
    }

    public @Nullable BigDecimal of(Metric metric) {
        return switch (metric) {
            case BILLED -> billed;
            case EFFECTIVE -> effective;
            case LIST -> list;
            case CONTRACTED -> contracted;
        };
    }

    public Amounts plus(Amounts other) {
        return with(other, BigDecimal::add);
    }

    public Amounts minus(Amounts other) {
        return with(other.map(BigDecimal::negate), BigDecimal::add);
    }

    public Amounts map(Function<BigDecimal, BigDecimal> change) {
        return new Amounts(
                billed == null ? null : change.apply(billed),
                effective == null ? null : change.apply(effective),
                list == null ? null : change.apply(list),
                contracted == null ? null : change.apply(contracted));
    }

    private Amounts with(Amounts other, BinaryOperator<BigDecimal> sum) {
        return new Amounts(
                both(billed, other.billed, sum),
                both(effective, other.effective, sum),
                both(list, other.list, sum),
                both(contracted, other.contracted, sum));
    }

    static @Nullable BigDecimal both(
            @Nullable BigDecimal a, @Nullable BigDecimal b, BinaryOperator<BigDecimal> sum) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return sum.apply(a, b);
    }

    /// Most charges cost the same by two or three of them: one number for all is half the memory of
    /// a bill's lines. Normalised amounts that are equal have the same scale.
    private static @Nullable BigDecimal shared(
            @Nullable BigDecimal amount, @Nullable BigDecimal other) {
        boolean alike = amount != null && other != null && amount.compareTo(other) == 0;
        return alike ? other : amount;
    }

    private static @Nullable BigDecimal normalised(@Nullable BigDecimal amount) {
        return amount == null ? null : Money.normalise(amount);
    }
}
