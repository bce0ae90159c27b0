package dev.glidepath.core.assess;

import dev.glidepath.core.assess.Earlier.Replaced;
import dev.glidepath.core.assess.Restated.Period;
import dev.glidepath.core.assess.Restated.Source;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Compares what is known of earlier weeks with what was known when the last mail was made.
final class Restating {

    /// The last mail showed its own week and the three before it.
    private static final int WEEKS_SHOWN = 4;

    private static final int WEEKS_LOOKED_AT = 13;

    private final Ledger now;
    private final Earlier earlier;
    private final Plan.Basis basis;

    private Restating(Ledger now, Earlier earlier, Plan.Basis basis) {
        this.now = now;
        this.earlier = earlier;
        this.basis = basis;
    }

    static Restated of(Ledger ledger, Plan.Basis basis, Week week) {
        return ledger.earlier()
                .map(earlier -> new Restating(ledger, earlier, basis).since(week))
                .orElseGet(Restated.NoMailBefore::new);
    }

    private Restated since(Week week) {
        var complete =
                IntStream.rangeClosed(1, WEEKS_LOOKED_AT)
                        .mapToObj(week::minus)
                        .filter(w -> earlier.ledger().state(w).complete())
                        .toList()
                        .reversed();
        if (complete.isEmpty()) {
            return new Restated.NoMailBefore();
        }
        if (earlier.replaced().stream().anyMatch(Replaced::otherRules)) {
            return new Restated.OtherRules(earlier.at());
        }
        var periods = new ArrayList<Period>();
        var oldest = week.minus(WEEKS_SHOWN);
        var before = complete.stream().filter(w -> w.compareTo(oldest) < 0).toList();
        if (!before.isEmpty()) {
            periods.add(period(Optional.empty(), before));
        }
        complete.stream()
                .filter(w -> w.compareTo(oldest) >= 0)
                .forEach(w -> periods.add(period(Optional.of(w), List.of(w))));
        var incomplete =
                IntStream.rangeClosed(1, WEEKS_SHOWN)
                        .mapToObj(week::minus)
                        .filter(w -> !complete.contains(w))
                        .toList()
                        .reversed();
        return new Restated.Since(earlier.at(), periods, incomplete, sources(days(complete)));
    }

    private Period period(Optional<Week> week, List<Week> weeks) {
        var days = days(weeks);
        return new Period(
                week,
                cost(lines(earlier.ledger().days(), days)),
                cost(lines(now.days(), days)),
                RestatedCauses.largest(earlier.replaced(), days, basis));
    }

    private List<Source> sources(Set<LocalDate> days) {
        return earlier.replaced().stream()
                .map(r -> new Source(r.before(), r.now(), change(r, days)))
                .filter(source -> source.change().signum() != 0)
                .toList();
    }

    private BigDecimal change(Replaced replaced, Set<LocalDate> days) {
        var differing = replaced.differing();
        return cost(lines(differing.now(), days)).subtract(cost(lines(differing.before(), days)));
    }

    private BigDecimal cost(Stream<CostLine> lines) {
        return lines.filter(l -> CountedCost.counts(l, basis))
                .map(l -> CountedCost.amount(l, basis))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Set<LocalDate> days(List<Week> weeks) {
        return weeks.stream().flatMap(w -> w.days().stream()).collect(Collectors.toSet());
    }

    static Stream<CostLine> lines(NavigableMap<LocalDate, List<CostLine>> of, Set<LocalDate> days) {
        return of.entrySet().stream()
                .filter(day -> days.contains(day.getKey()))
                .flatMap(day -> day.getValue().stream());
    }
}
