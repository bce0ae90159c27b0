package dev.glidepath.core.bridge;

import dev.glidepath.core.bridge.Step.Kind;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Takes the month's length out of charges by the month: a fee of 310 is 10 a day in May and 10.33
/// in June, and has not changed.
final class MonthlyCharges {

    /// Shares of a day are rounded to twelve decimals; they differ in fewer if they differ.
    private static final int SCALE = 9;

    private MonthlyCharges() {}

    /// The same entries, those by the month as if both weeks' months had the same length; what that
    /// takes away goes to the calendar.
    static List<Entry> levelled(List<Entry> entries, Contributions found) {
        var levelled = new ArrayList<Entry>();
        entries.stream()
                .collect(Collectors.groupingBy(e -> e.line().key()))
                .values()
                .forEach(
                        alike -> {
                            if (byTheMonth(alike)) {
                                alike.forEach(e -> levelled.add(levelled(e, found)));
                            } else {
                                levelled.addAll(alike);
                            }
                        });
        return levelled;
    }

    private static Entry levelled(Entry entry, Contributions found) {
        if (sameLength(entry)) {
            return entry;
        }
        var amount = levelled(entry, entry.amount());
        var quantity = entry.quantity();
        found.add(
                Kind.CALENDAR,
                Cause.of(entry.line()),
                entry.side().signed(entry.amount().subtract(amount)));
        return new Entry(
                entry.side(),
                entry.day(),
                entry.line(),
                amount,
                quantity == null ? null : levelled(entry, quantity));
    }

    /// Times own length × the mean of 1 / own length and 1 / the other's.
    private static BigDecimal levelled(Entry entry, BigDecimal perDay) {
        int own = entry.day().lengthOfMonth();
        int other = entry.counterpart().lengthOfMonth();
        return perDay.multiply(BigDecimal.valueOf(own + other))
                .divide(BigDecimal.valueOf(2L * other), SCALE, RoundingMode.HALF_EVEN);
    }

    /// Only the first day of a charge over several has its rows, so that lines without rows show
    /// it; where such a charge also changes with the month, it is by the month.
    private static boolean byTheMonth(List<Entry> alike) {
        return alike.stream().allMatch(MonthlyCharges::mayBeByTheMonth)
                && alike.stream().anyMatch(e -> e.line().rows() == 0)
                && alike.stream().filter(e -> !sameLength(e)).anyMatch(e -> moved(e, alike));
    }

    /// Tax follows what it is levied on.
    private static boolean mayBeByTheMonth(Entry entry) {
        return continues(entry)
                && !entry.line().dimensions().charge().category().equals("Tax")
                && Sorting.kind(entry).map(kind -> kind == Kind.TAX_AND_FEES).orElse(true);
    }

    private static boolean continues(Entry entry) {
        return entry.line().rows() == 0 || entry.day().getDayOfMonth() == 1;
    }

    /// Present on both days, at another amount.
    private static boolean moved(Entry entry, List<Entry> alike) {
        var counterparts = alike.stream().filter(e -> e.day().equals(entry.counterpart())).toList();
        return !counterparts.isEmpty()
                && perDay(entry.day(), alike).compareTo(perDay(entry.counterpart(), alike)) != 0;
    }

    private static BigDecimal perDay(LocalDate day, List<Entry> alike) {
        return alike.stream()
                .filter(e -> e.day().equals(day))
                .map(Entry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    private static boolean sameLength(Entry entry) {
        return entry.day().lengthOfMonth() == entry.counterpart().lengthOfMonth();
    }
}
