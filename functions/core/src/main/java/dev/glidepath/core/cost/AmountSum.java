package dev.glidepath.core.cost;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// Adds up the amounts of many charges as [Amounts#plus] does, and normalises them once.
public final class AmountSum {

    private @Nullable BigDecimal billed;
    private @Nullable BigDecimal effective;
    private @Nullable BigDecimal list;
    private @Nullable BigDecimal contracted;

    public AmountSum add(Amounts amounts) {
        billed = Amounts.both(billed, amounts.billed(), BigDecimal::add);
        effective = Amounts.both(effective, amounts.effective(), BigDecimal::add);
        list = Amounts.both(list, amounts.list(), BigDecimal::add);
        contracted = Amounts.both(contracted, amounts.contracted(), BigDecimal::add);
        return this;
    }

    public Amounts total() {
        return new Amounts(billed, effective, list, contracted);
    }
}
