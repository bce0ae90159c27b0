package dev.glidepath.core.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.savings.Saving.State;
import dev.glidepath.core.savings.Savings;
import dev.glidepath.core.savings.Sums;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

class SavedTest {

    private static final LocalDate LAST = Made.WEEK.sunday();

    @Test
    void comparesWithTheDaysBeforeThePlanAndElseWithItsFirst() {
        var made = new Made();
        made.known = Made.START.minusDays(28);
        var known = (Savings.Known) saved(made.daily("A", "EC2", "10"));
        assertThat(known.reference())
                .isEqualTo(new Savings.Reference(made.known, Made.START.minusDays(1), true));

        made.unknown.add(Made.START.minusDays(3));
        made.unknown.add(Made.START.plusDays(5));
        assertThat(((Savings.Known) saved(made)).reference())
                .isEqualTo(new Savings.Reference(Made.START, Made.START.plusDays(28), false));
    }

    @Test
    void saysHowManyDaysThereAreWhileTheyAreTooFew() {
        var made = new Made();
        made.known = LAST.minusDays(26);
        assertThat(saved(made.daily("A", "EC2", "10")))
                .isEqualTo(new Savings.TooShort(made.known, 27));
    }

    @Test
    void daysThatTheLedgerReachesByItsSinceCountAsItsOwn() {
        var made = stopped("EC2");
        var whole = made.ledger();
        var cut = Made.START.plusDays(60);
        var parts =
                new Ledger(
                                new TreeMap<>(made.days.tailMap(cut, true)),
                                whole.coverage(),
                                whole.settled(),
                                List.of())
                        .with(new Since(made.days.headMap(cut, false), made.days));

        assertThat(Saved.of(parts, Made.plan().basis(), LAST))
                .isEqualTo(Saved.of(whole, Made.plan().basis(), LAST));
    }

    @Test
    void whatAnExportThatFellSilentNoLongerReportsIsNoSaving() {
        var made = stopped("Vendor");
        assertThat(confirmed(saved(made)).sinceStart()).isPositive();

        var end = Made.START.plusDays(50);
        var known =
                Map.<String, NavigableSet<LocalDate>>of(
                        "aws",
                        new TreeSet<>(made.known.datesUntil(LAST.plusDays(1)).toList()),
                        "vendor",
                        new TreeSet<>(made.known.datesUntil(end).toList()));
        var silent =
                new Ledger(
                        made.days,
                        new Coverage(known, Set.of("vendor")),
                        made.ledger().settled(),
                        List.of());
        assertThat(confirmed(Saved.of(silent, Made.plan().basis(), LAST))).isEqualTo(Sums.NONE);
    }

    @Test
    void whatBeginsWithAnExportIsComparedWithItsOwnFirstDays() {
        var made = new Made();
        made.known = Made.START.minusDays(28);
        made.daily("A", "EC2", "10");
        var begin = Made.START.plusDays(20);
        begin.datesUntil(LAST.plusDays(1))
                .forEach(
                        day ->
                                made.charge(
                                        day,
                                        "A",
                                        "Vendor",
                                        "Usage",
                                        "USD",
                                        day.isBefore(begin.plusDays(40)) ? "20" : "5"));
        var known =
                Map.<String, NavigableSet<LocalDate>>of(
                        "aws",
                        new TreeSet<>(made.known.datesUntil(LAST.plusDays(1)).toList()),
                        "vendor",
                        new TreeSet<>(begin.datesUntil(LAST.plusDays(1)).toList()));
        var ledger =
                new Ledger(
                        made.days,
                        new Coverage(known, Set.of()),
                        made.ledger().settled(),
                        List.of());
        var line = ((Savings.Known) Saved.of(ledger, Made.plan().basis(), LAST)).lines().getFirst();

        assertThat(line.growth()).isEqualTo(Sums.NONE);
        assertThat(line.savings())
                .singleElement()
                .satisfies(s -> assertThat(s.since()).isEqualTo(begin.plusDays(40)));
        assertThat(((Savings.Known) saved(made)).lines().getFirst().savings()).isEmpty();
    }

    @Test
    void whatThePlanDoesNotCountIsNotLookedAt() {
        var made = new Made();
        made.known = Made.START.minusDays(28);
        made.daily("A", "EC2", "10");
        made.known
                .datesUntil(Made.START.plusDays(50))
                .forEach(
                        day -> {
                            made.charge(day, "A", "EC2", "Tax", "USD", "30");
                            made.charge(day, "A", "EC2", "Usage", "EUR", "30");
                        });
        assertThat(confirmed(saved(made))).isEqualTo(Sums.NONE);
    }

    @Test
    void scopesAddUpToTheCompany() {
        var made = stopped("EC2").daily("B", "S3", "7");
        var all = (Savings.Known) saved(made);
        var lines = new ArrayList<Savings.Line>();
        for (var scope : List.of("A", "B", CostLine.UNALLOCATED)) {
            var own = made.ledger().within(Set.of(scope));
            lines.addAll(((Savings.Known) Saved.of(own, Made.plan().basis(), LAST)).lines());
        }
        assertThat(lines).isEqualTo(all.lines());
        assertThat(all.lines()).hasSize(2);
    }

    /// A service in A that ends 50 days after the plan's start, beside one that goes on.
    private static Made stopped(String service) {
        var made = new Made();
        made.known = Made.START.minusDays(28);
        made.daily("A", "other", "10");
        made.known
                .datesUntil(Made.START.plusDays(50))
                .forEach(day -> made.charge(day, "A", service, "Usage", "USD", "20"));
        return made;
    }

    private static Savings saved(Made made) {
        return Saved.of(made.ledger(), Made.plan().basis(), LAST);
    }

    private static Sums confirmed(Savings savings) {
        return ((Savings.Known) savings)
                .lines().stream().map(l -> l.of(State.CONFIRMED)).reduce(Sums.NONE, Sums::plus);
    }
}
