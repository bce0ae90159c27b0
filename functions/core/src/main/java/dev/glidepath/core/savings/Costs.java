package dev.glidepath.core.savings;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.savings.Saving.Source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What one source cost per day; absent is a day without a charge.
final class Costs {

    /// Given back, or not to be saved.
    private static final Set<String> NO_COST = Set.of("Credit", "Adjustment", "Tax");

    private final Map<LocalDate, BigDecimal> amounts = new HashMap<>();
    private boolean continued;
    private boolean acrossMonths;

    static boolean isLookedAt(CostLine line) {
        var charge = line.dimensions().charge();
        return !NO_COST.contains(charge.category()) && !"Correction".equals(charge.chargeClass());
    }

    static Source source(CostLine line) {
        var dimensions = line.dimensions();
        var service = dimensions.service();
        return new Source(
                line.category(),
                service.provider(),
                service.name() == null ? service.code() : service.name(),
                dimensions.charge().category().equals("Usage"));
    }

    void add(LocalDate day, CostLine line, BigDecimal amount) {
        amounts.merge(day, amount, BigDecimal::add);
        boolean begins = line.rows() > 0;
        continued |= !begins;
        acrossMonths |= begins == (day.getDayOfMonth() > 1);
    }

    BigDecimal on(LocalDate day) {
        return amounts.getOrDefault(day, BigDecimal.ZERO);
    }

    /// Only the first day of a charge over several has its rows: these begin on the first of each
    /// month and on no other day.
    boolean byTheMonth() {
        return continued && !acrossMonths;
    }

    /// Whether its last charge is of one of the days, or of the week before.
    boolean endedWith(Set<LocalDate> days) {
        return days.stream().anyMatch(d -> withinWeek(last(), d));
    }

    /// Whether its first charge is of one of the days, or of the week after.
    boolean beganWith(Set<LocalDate> days) {
        return days.stream().anyMatch(d -> withinWeek(d, first()));
    }

    LocalDate first() {
        return amounts.keySet().stream().min(LocalDate::compareTo).orElse(LocalDate.MAX);
    }

    LocalDate last() {
        return amounts.keySet().stream().max(LocalDate::compareTo).orElse(LocalDate.MIN);
    }

    private static boolean withinWeek(LocalDate day, LocalDate later) {
        return !day.isAfter(later) && day.isAfter(later.minusWeeks(1));
    }
}
