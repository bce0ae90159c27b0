package dev.glidepath.core.assess;

import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// How far estimates were from what the bill said then, per day.
final class EstimateTrack {

    private static final int WEEKS_OF_RECORD = 8;

    private EstimateTrack() {}

    /// @param end the first day that is not settled
    static Optional<Provisional.Track> of(
            Ledger ledger, Plan plan, ServiceNames names, LocalDate end) {
        var estimated = EstimatedCosts.of(ledger.estimates().then(), names::dimensions);
        var sums = estimated.byDay().subMap(end.minusWeeks(WEEKS_OF_RECORD), true, end, false);
        var offs = new ArrayList<Map.Entry<LocalDate, BigDecimal>>();
        sums.forEach(
                (day, sum) -> {
                    var bill = billed(ledger, plan, day);
                    if (bill.signum() > 0) {
                        var off = sum.subtract(bill).abs();
                        offs.add(Map.entry(day, off.divide(bill, MathContext.DECIMAL64)));
                    }
                });
        if (offs.isEmpty()) {
            return Optional.empty();
        }
        offs.sort(Map.Entry.comparingByValue());
        var worst = offs.stream().max(Comparator.comparing(Map.Entry::getValue)).orElseThrow();
        return Optional.of(
                new Provisional.Track(
                        offs.size(),
                        offs.get(offs.size() / 2).getValue(),
                        worst.getValue(),
                        worst.getKey()));
    }

    /// What AWS's bill counts of a day.
    private static BigDecimal billed(Ledger ledger, Plan plan, LocalDate day) {
        return ledger.known(day).stream()
                .filter(line -> line.dimensions().service().code() != null)
                .filter(line -> CountedCost.counts(line, plan.basis()))
                .map(line -> CountedCost.amount(line, plan.basis()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
