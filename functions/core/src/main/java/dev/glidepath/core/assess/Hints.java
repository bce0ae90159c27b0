package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.lever.Lever;
import dev.glidepath.core.lever.Levers;
import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the bill suggests to look at.
///
/// @param levers of the run-rate's 28 days; none unless all of them are known, as for `nextRule`
/// @param own what this system itself costs; empty where no charge of these days says so
public record Hints(
        Anomalies anomalies,
        List<Lever> levers,
        Optional<NextRule> nextRule,
        Optional<OwnCost> own) {

    public Hints {
        levers = List.copyOf(levers);
    }

    static Hints of(Ledger ledger, Plan.Basis basis, Week week, LocalDate asOf) {
        var lines = recent(ledger, asOf);
        var counted = lines.stream().filter(l -> CountedCost.counts(l, basis)).toList();
        return new Hints(
                Watching.of(ledger, basis, week, asOf),
                Levers.of(counted, basis.metric()),
                Ruling.of(lines, basis),
                OwnCost.of(ledger, lines, basis, week));
    }

    /// As cost of an average month.
    public static BigDecimal perMonth(BigDecimal ofTheDays) {
        return RunRate.perMonth(ofTheDays, RunRate.DAYS);
    }

    private static List<CostLine> recent(Ledger ledger, LocalDate asOf) {
        var from = asOf.minusDays(RunRate.DAYS - 1);
        return ledger.knownDays(from, asOf) < RunRate.DAYS
                ? List.of()
                : ledger.detail().subMap(from, true, asOf, true).values().stream()
                        .flatMap(List::stream)
                        .toList();
    }
}
