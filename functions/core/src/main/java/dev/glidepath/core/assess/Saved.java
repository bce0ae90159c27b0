package dev.glidepath.core.assess;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.savings.Compared;
import dev.glidepath.core.savings.Savings;
import dev.glidepath.core.savings.Verification;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Finds what a ledger says of savings.
final class Saved {

    private Saved() {}

    static Savings of(Ledger ledger, Plan.Basis basis, LocalDate asOf) {
        return Baseline.of(ledger.coverage(), basis.start(), asOf)
                .<Savings>map(baseline -> known(ledger, basis, asOf, baseline))
                .orElseGet(
                        () -> {
                            var known = Baseline.known(ledger.coverage(), basis.start(), asOf);
                            return new Savings.TooShort(
                                    known.isEmpty() ? basis.start() : known.getFirst(),
                                    known.size());
                        });
    }

    private static Savings known(
            Ledger ledger, Plan.Basis basis, LocalDate asOf, Baseline baseline) {
        var compared =
                new Compared(
                        baseline.span(),
                        baseline.days(),
                        Baseline.known(ledger.coverage(), basis.start(), asOf),
                        connected(ledger.coverage(), baseline),
                        silenced(ledger.coverage()));
        return compared.days().isEmpty()
                ? new Savings.TooShort(basis.start(), 0)
                : new Verification(
                                compared, basis.metric(), line -> CountedCost.counts(line, basis))
                        .of(
                                joined(ledger.since().days(), ledger.days()),
                                joined(ledger.since().reference(), ledger.detail()));
    }

    private static NavigableMap<LocalDate, List<CostLine>> joined(
            NavigableMap<LocalDate, List<CostLine>> earlier,
            NavigableMap<LocalDate, List<CostLine>> later) {
        var all = new TreeMap<>(earlier);
        all.putAll(later);
        return all;
    }

    private static Set<LocalDate> connected(Coverage coverage, Baseline baseline) {
        return coverage.known().values().stream()
                .filter(days -> !days.isEmpty())
                .map(NavigableSet::first)
                .filter(first -> first.isAfter(baseline.span().first()))
                .collect(Collectors.toSet());
    }

    private static Set<LocalDate> silenced(Coverage coverage) {
        return coverage.silent().stream()
                .map(export -> coverage.known().get(export))
                .filter(Objects::nonNull)
                .filter(days -> !days.isEmpty())
                .map(NavigableSet::last)
                .collect(Collectors.toSet());
    }
}
