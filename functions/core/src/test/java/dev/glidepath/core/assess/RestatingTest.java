package dev.glidepath.core.assess;

import static dev.glidepath.core.assess.Made.WEEK;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Earlier.Differing;
import dev.glidepath.core.assess.Earlier.Replaced;
import dev.glidepath.core.assess.Restated.Cause;
import dev.glidepath.core.assess.Restated.Period;
import dev.glidepath.core.assess.Restated.Source;
import dev.glidepath.core.assess.Restated.Why;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.plan.Plan;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The last mail was made when every day cost 100.
class RestatingTest {

    private static final Instant LAST_MAIL = Instant.parse("2026-05-05T06:00:00Z");
    private static final LocalDate LAST_WEEK = WEEK.minus(1).monday();
    private static final LocalDate LONG_AGO = WEEK.minus(6).monday();

    private final Made then = new Made().daily("A", "S3", "100");
    private final Made now = new Made().daily("A", "S3", "100");

    @Test
    void weeksThatAMailShowedStandByThemselvesAndTheOlderOnesTogether() {
        now.charge(LAST_WEEK, "A", "EC2", "Usage", "USD", "50")
                .charge(LONG_AGO, "A", "S3", "Credit", "USD", "-20");
        var since = since(replaced(false, LAST_WEEK, LONG_AGO));
        assertThat(since.lastMail()).isEqualTo(LAST_MAIL);
        assertThat(since.incomplete()).isEmpty();
        assertThat(since.weeks())
                .extracting(Period::week)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(WEEK.minus(4)),
                        Optional.of(WEEK.minus(3)),
                        Optional.of(WEEK.minus(2)),
                        Optional.of(WEEK.minus(1)));
        var older = since.weeks().getFirst();
        assertThat(older.before()).isEqualByComparingTo("5600");
        assertThat(older.change()).isEqualByComparingTo("-20");
        assertThat(older.largest())
                .contains(new Cause(Why.CREDIT, "A", "S3", new BigDecimal("-20")));
        var last = since.weeks().getLast();
        assertThat(last.before()).isEqualByComparingTo("700");
        assertThat(last.now()).isEqualByComparingTo("750");
        assertThat(last.largest())
                .contains(new Cause(Why.USAGE_CAME_LATE, "A", "EC2", new BigDecimal("50")));
        assertThat(since.weeks().get(2).largest()).isEmpty();
    }

    @Test
    void deliveriesThatChangedSomethingAddUpToTheChange() {
        now.charge(LAST_WEEK, "A", "EC2", "Usage", "USD", "50");
        now.charge(LAST_WEEK, "A", "EC2", "Tax", "USD", "9");
        var changed = replaced(false, LAST_WEEK);
        var same = replaced(false, LONG_AGO);
        assertThat(since(changed, same).sources())
                .containsExactly(new Source(changed.before(), changed.now(), new BigDecimal("50")));
    }

    @Test
    void aWeekThatWasNotCompleteThenIsNotCompared() {
        then.unknown.add(WEEK.minus(2).sunday());
        then.unknown.add(WEEK.minus(9).sunday());
        var since = since();
        assertThat(since.incomplete()).containsExactly(WEEK.minus(2));
        assertThat(since.weeks())
                .extracting(Period::week)
                .doesNotContain(Optional.of(WEEK.minus(2)))
                .hasSize(4);
        assertThat(since.weeks().getFirst().before()).isEqualByComparingTo("4900");
    }

    @Test
    void withoutACompleteWeekThenThereIsNothingToCompare() {
        then.known = WEEK.monday();
        assertThat(restated(then(), replaced(true, LAST_WEEK)))
                .isEqualTo(new Restated.NoMailBefore());
        assertThat(Restating.of(now.ledger(), basis(), WEEK))
                .isEqualTo(new Restated.NoMailBefore());
    }

    @Test
    void categoriesOfOtherRulesAreNotCompared() {
        assertThat(restated(then(), replaced(false, LONG_AGO), replaced(true, LAST_WEEK)))
                .isEqualTo(new Restated.OtherRules(LAST_MAIL));
    }

    @Test
    void thirteenWeeksAreLookedAt() {
        var longAgo = new Made();
        longAgo.known = WEEK.minus(14).monday();
        var since = (Restated.Since) restated(longAgo.daily("A", "S3", "100").ledger());
        assertThat(since.weeks().getFirst().before()).isEqualByComparingTo("6300");
    }

    @Test
    void aScopeIsToldOfItsOwnCategories() {
        now.charge(LAST_WEEK, "A", "EC2", "Usage", "USD", "50");
        now.charge(LAST_WEEK, "B", "EC2", "Usage", "USD", "30");
        var ledger =
                now.ledger()
                        .with(
                                now.days,
                                Optional.of(
                                        new Earlier(
                                                LAST_MAIL,
                                                then(),
                                                List.of(replaced(false, LAST_WEEK)))));
        var plan =
                Made.plan(Made.category("A", "4000", "3000"), Made.category("B", "4000", "3000"));
        var scoped = Assess.week(plan, WEEK, List.of("B"), ledger).assessment();
        var since = (Restated.Since) scoped.changes().restated();
        assertThat(since.weeks().getLast().now()).isEqualByComparingTo("30");
        assertThat(since.sources())
                .extracting(Source::change)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("30"));
    }

    private Restated.Since since(Replaced... replaced) {
        return (Restated.Since) restated(then(), replaced);
    }

    private Ledger then() {
        return then.ledger();
    }

    private Restated restated(Ledger earlier, Replaced... replaced) {
        var known = new Earlier(LAST_MAIL, earlier, List.of(replaced));
        return Restating.of(now.ledger().with(now.days, Optional.of(known)), basis(), WEEK);
    }

    private Replaced replaced(boolean otherRules, LocalDate... days) {
        var before = new TreeMap<LocalDate, List<CostLine>>();
        var after = new TreeMap<LocalDate, List<CostLine>>();
        for (var day : days) {
            copy(then.days, before, day);
            copy(now.days, after, day);
        }
        return new Replaced(
                Optional.of(id("old")), id("new"), otherRules, new Differing(before, after));
    }

    private static void copy(
            NavigableMap<LocalDate, List<CostLine>> from,
            NavigableMap<LocalDate, List<CostLine>> to,
            LocalDate day) {
        to.put(day, List.copyOf(from.getOrDefault(day, List.of())));
    }

    private static Execution.Id id(String execution) {
        return new Execution.Id("aws", YearMonth.of(2026, 5), execution, LAST_MAIL);
    }

    private static Plan.Basis basis() {
        return Made.plan().basis();
    }
}
