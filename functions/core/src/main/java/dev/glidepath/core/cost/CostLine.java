package dev.glidepath.core.cost;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// One day's cost of one set of dimensions, in the category that the plan puts it in.
///
/// @param category a category's name, or [#UNALLOCATED]
/// @param rows rows of charges that start on this day, so that days add up to the export's rows
public record CostLine(
        String category,
        Dimensions dimensions,
        Amounts amounts,
        @Nullable BigDecimal quantity,
        long rows) {

    public static final String UNALLOCATED = "Unallocated";

    CostLine plus(CostLine other) {
        return new CostLine(
                category,
                dimensions,
                amounts.plus(other.amounts),
                Amounts.both(quantity, other.quantity, BigDecimal::add),
                rows + other.rows);
    }

    /// Equal for lines that are alike but in their figures.
    public String key() {
        return key(category) + dimensions.key();
    }

    /// None begins another.
    static String key(String category) {
        return category.length() + ":" + category;
    }
}
