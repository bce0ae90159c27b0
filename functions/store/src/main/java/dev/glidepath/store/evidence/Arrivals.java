package dev.glidepath.store.evidence;

import dev.glidepath.core.assess.Settled;
import dev.glidepath.core.assess.Settling;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Known;
import dev.glidepath.store.Recorded;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How the days of each export arrived, delivery by delivery: what settling is measured from.
record Arrivals(Known known, Plan.Basis basis, Instant asOf) {

    /// How an export arrived longer ago says little about how it arrives now.
    private static final int MONTHS_OF_HISTORY = 4;

    Settled settled() {
        var oldest = YearMonth.from(asOf.atOffset(ZoneOffset.UTC)).minusMonths(MONTHS_OF_HISTORY);
        return Settling.of(known.executionsAndHistory(oldest).stream().map(this::arrival).toList());
    }

    private Settling.Delivery arrival(Recorded recorded) {
        var id = recorded.execution().id();
        var costs = new HashMap<LocalDate, BigDecimal>();
        recorded.days()
                .forEach(
                        (day, sums) ->
                                costs.put(day, cost(sums.usage(), basis).orElse(BigDecimal.ZERO)));
        return new Settling.Delivery(id.export(), id.billingPeriod(), id.delivered(), costs);
    }

    static Optional<BigDecimal> cost(Map<String, Amounts> sums, Plan.Basis basis) {
        return Optional.ofNullable(sums.get(basis.currency()))
                .map(amounts -> amounts.of(basis.metric()));
    }
}
