package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Return;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.savings.Savings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What has to be said of savings.
final class SavingNotes {

    private static final BigDecimal DAYS_PER_MONTH = new BigDecimal("30.4375");

    private SavingNotes() {}

    static List<String> of(Savings.Known known, Figures figures) {
        var notes = new ArrayList<String>();
        var reference = known.reference();
        notes.add(
                "Against %s to %s, %s. Confirmed is what held for 30 days; reversed, what came back. A service counts net of its own growth, and from 2%% or twice its usual daily deviation on; credits, refunds and tax are no savings."
                        .formatted(
                                Days.day(reference.first()),
                                Days.day(reference.last()),
                                reference.beforeStart()
                                        ? "the 28 days before the plan's start"
                                        : "the first 28 known days of the plan: those before it are not known"));
        var avoided =
                known.lines().stream()
                        .map(Savings.Line::avoided)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .multiply(DAYS_PER_MONTH);
        if (figures.round(avoided).signum() != 0) {
            notes.add(
                    "Avoided: %s a month by lower unit prices on more than the reference used. It lowered no bill and is in no figure above."
                            .formatted(figures.money(avoided)));
        }
        return notes;
    }

    static List<String> beside(List<Return> initiatives, Figures figures) {
        if (initiatives.isEmpty()) {
            return List.of();
        }
        return List.of(
                "Beside it, never added: identified %s, the plan's initiatives; implemented %s, those that have begun."
                        .formatted(
                                figures.compact(planned(initiatives, _ -> true)),
                                figures.compact(
                                        planned(initiatives, r -> r instanceof Return.Begun))));
    }

    private static BigDecimal planned(List<Return> initiatives, Predicate<Return> which) {
        return initiatives.stream()
                .filter(which)
                .map(r -> r.initiative().figures().saving())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static List<String> joined(List<String> notes, List<String> more) {
        var all = new ArrayList<>(notes);
        all.addAll(more);
        return all;
    }
}
