package dev.glidepath.store.evidence;

import dev.glidepath.core.assess.Settled;
import dev.glidepath.core.assess.Settling;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Recorded;
import dev.glidepath.store.Snapshots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How the days of each export arrived, delivery by delivery: what settling is measured from.
record Arrivals(Snapshots snapshots, Plan.Basis basis, Instant asOf) {

    /// How an export arrived longer ago says little about how it arrives now.
    private static final int MONTHS_OF_HISTORY = 4;

    /// @param executions the newest of each billing period
    Settled settled(List<Recorded> executions) {
        var oldest = YearMonth.from(asOf.atOffset(ZoneOffset.UTC)).minusMonths(MONTHS_OF_HISTORY);
        return Settling.of(
                executions.stream()
                        .flatMap(newest -> arrivals(newest, oldest))
                        .map(this::arrival)
                        .toList());
    }

    private Stream<Recorded> arrivals(Recorded newest, YearMonth oldest) {
        var id = newest.execution().id();
        return id.billingPeriod().isBefore(oldest)
                ? Stream.of(newest)
                : snapshots.history(id.export(), id.billingPeriod(), asOf).stream();
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
