package dev.glidepath.trends.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glidepath.core.assess.Provisional;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.DailyValues;
import dev.glidepath.store.Snapshots;
import dev.glidepath.trends.Bills;
import dev.glidepath.trends.format.OverviewJson;
import dev.glidepath.trends.page.CoverageTable;
import dev.glidepath.trends.page.CoverageTable.State;
import dev.glidepath.trends.page.PageView;
import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Question;
import dev.glidepath.trends.series.Scope;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What stands beside a trend. Two exports: one that delivers to the 29th of June and is settled to
/// the 27th, and one that stopped in March.
class OverviewsTest {

    private static final Plan PLAN = Bills.plan("Infrastructure", "Support");
    private static final LocalDate LAST = LocalDate.of(2026, 6, 29);
    private static final LocalDate STOPPED = LocalDate.of(2026, 3, 20);
    private static final LocalDate SETTLED = LocalDate.of(2026, 6, 27);
    private static final Snapshots SNAPSHOTS = snapshots();
    private static final Snapshots ESTIMATED = estimated();

    @Test
    void coverageIsOfTheDaysThatAreAskedFor() {
        var march = LocalDate.of(2026, 3, 1);
        var coverage = json(march, Optional.of(march.plusDays(30))).path("coverage");
        assertThat(coverage.path("from").asText()).isEqualTo("2026-03-01");
        assertThat(coverage.path("through").asText()).isEqualTo("2026-03-31");
        assertThat(coverage.at("/exports/0/knownDays").asInt()).isEqualTo(31);
        assertThat(coverage.at("/exports/1/knownDays").asInt()).isEqualTo(20);
    }

    @Test
    void upToNowItIsOfTheDaysThatAreNotSettledToo() {
        var coverage = json(LocalDate.of(2026, 6, 1), Optional.empty()).path("coverage");
        assertThat(coverage.path("through").asText()).isEqualTo("2026-06-30");
        assertThat(coverage.at("/exports/0/knownDays").asInt()).isEqualTo(29);
    }

    @Test
    void theNewestDeliveryOfAnExportIsTold() {
        var exports = json(LocalDate.of(2026, 1, 1), Optional.empty()).at("/coverage/exports");
        assertThat(exports.get(0).path("name").asText()).isEqualTo("aws");
        assertThat(exports.get(0).path("delivered").asText()).isEqualTo("2026-06-30T12:00:00Z");
        assertThat(exports.get(0).path("silent").asBoolean()).isFalse();
        assertThat(exports.get(1).path("name").asText()).isEqualTo("old");
        assertThat(exports.get(1).path("silent").asBoolean()).isTrue();
        assertThat(exports.get(1).path("settlesAfterDays").isNull()).isTrue();
    }

    @Test
    void aDayThatMovesIsNotSettledAndASilentExportIsNotAwaited() {
        var rows = page(overview(LocalDate.of(2026, 6, 1), Optional.empty())).coverage().rows();
        assertThat(counts(rows.getFirst()))
                .isEqualTo(Map.of(State.SETTLED, "27", State.MOVING, "2", State.AWAITED, "1"));
        assertThat(counts(rows.getLast())).isEqualTo(Map.of(State.OUTSIDE, "30"));
        assertThat(rows.getLast().settles()).isEqualTo("no longer delivers");
    }

    @Test
    void whyTheMailOfTheWeekIsHeldIsSaidOnThePageAndInJson() {
        var held = Bills.plan("Infrastructure");
        var overview =
                new Overviews(SNAPSHOTS, held)
                        .overview(question(Scope.of("all"), Grain.WEEK), Bills.AS_OF);
        var reasons = page(overview).headline().held();
        assertThat(reasons)
                .hasSizeGreaterThan(1)
                .anyMatch(r -> r.contains("categories that the plan does not have (Support)"));
        assertThat(OverviewJson.of(overview).at("/week/held")).hasSameSizeAs(reasons);
        assertThat(page(overview(LAST.minusDays(60), Optional.empty())).headline().held())
                .isEmpty();
    }

    @Test
    void withoutATargetTheLastCompletePeriodIsTold() {
        var overview =
                new Overviews(SNAPSHOTS, PLAN)
                        .overview(
                                question(new Scope.Service("Amazon EC2"), Grain.WEEK), Bills.AS_OF);
        assertThat(page(overview).headline().verdict().caption()).isEqualTo("in 2026-W25");
    }

    @Test
    void everyOtherCurrencyIsSummedOverThePeriods() {
        var overview = overview(LocalDate.of(2026, 2, 1), Optional.of(LocalDate.of(2026, 2, 28)));
        assertThat(page(overview).notes())
                .contains("Another currency, in no sum: EUR 5.00.")
                .contains("Not counted by the plan: Tax $3.00.");
    }

    @Test
    void whatServicesDoNotNameIsStillAmongTheMovers() {
        var movers = json(LocalDate.of(2026, 6, 1), Optional.empty()).at("/week/movers");
        assertThat(movers.get(movers.size() - 1).path("service").isNull()).isTrue();
        assertThat(movers.get(movers.size() - 1).has("before")).isTrue();
    }

    @Test
    void aPlanThatHasYetToStartShowsNothingBeforeIt() {
        var links = page(overview(LocalDate.of(2026, 6, 1), Optional.empty())).controls().ranges();
        assertThat(links.getLast().address()).contains("from=2026-01-01");
        var basis = PLAN.basis();
        var later =
                new Plan(
                        PLAN.id(),
                        new Plan.Basis(
                                basis.name(),
                                basis.currency(),
                                LocalDate.of(2027, 1, 1),
                                basis.metric(),
                                basis.tolerance(),
                                Map.of()),
                        PLAN.categories(),
                        Plan.Scorecard.EMPTY,
                        List.of());
        var overview =
                new Overviews(SNAPSHOTS, later)
                        .overview(question(new Scope.All(), Grain.WEEK), Bills.AS_OF);
        assertThat(page(overview).controls().ranges().getLast().address())
                .contains("from=2026-06-01");
    }

    /// The month has settled days before the question's first one.
    @Test
    void anAccountHasItsEstimatedDaysAndItsMonth() {
        var question =
                new Question(
                        Optional.of(LocalDate.of(2026, 6, 22)),
                        Optional.empty(),
                        Grain.DAY,
                        new Scope.Account("001"));
        var provisional =
                new Overviews(ESTIMATED, PLAN)
                        .overview(question, Bills.AS_OF)
                        .provisional()
                        .orElseThrow();
        assertThat(provisional.from()).isEqualTo(SETTLED.plusDays(1));
        assertThat(provisional.month().settled()).isEqualByComparingTo("1188");
        assertThat(provisional.month().estimated()).isEqualByComparingTo("30");
    }

    @Test
    void nothingIsEstimatedBesideATrendThatEndedBefore() {
        assertThat(provisional(Optional.of(SETTLED))).isEmpty();
        assertThat(provisional(Optional.of(SETTLED.plusDays(1)))).isPresent();
        assertThat(provisional(Optional.empty())).isPresent();
    }

    private static Optional<Provisional> provisional(Optional<LocalDate> through) {
        var question =
                new Question(
                        Optional.of(LocalDate.of(2026, 6, 1)), through, Grain.DAY, new Scope.All());
        return new Overviews(ESTIMATED, PLAN).overview(question, Bills.AS_OF).provisional();
    }

    @Test
    void aCategoryThatIsCalledLikeAnotherScopeIsAskedForAsACategory() {
        var odd = "service:odd";
        var snapshots = new Bills().daily(LAST.minusDays(60), LAST, odd, "40").recorded();
        var overview =
                new Overviews(snapshots, Bills.plan(odd, "Support"))
                        .overview(question(new Scope.All(), Grain.WEEK), Bills.AS_OF);
        assertThat(page(overview).cards().getFirst().scope()).isEqualTo("category:service:odd");
    }

    private static Map<State, String> counts(CoverageTable.Row row) {
        return row.counts();
    }

    private static JsonNode json(LocalDate from, Optional<LocalDate> through) {
        return OverviewJson.of(overview(from, through));
    }

    private static Overview overview(LocalDate from, Optional<LocalDate> through) {
        var question = new Question(Optional.of(from), through, Grain.WEEK, new Scope.All());
        return new Overviews(SNAPSHOTS, PLAN).overview(question, Bills.AS_OF);
    }

    private static Question question(Scope scope, Grain grain) {
        return new Question(Optional.empty(), Optional.empty(), grain, scope);
    }

    private static PageView page(Overview overview) {
        return PageView.of(overview, Map.of());
    }

    private static Snapshots snapshots() {
        var february = LocalDate.of(2026, 2, 3);
        var snapshots =
                new Bills()
                        .daily(LocalDate.of(2026, 6, 1), LAST, "Infrastructure", "40")
                        .daily(LocalDate.of(2026, 6, 1), LAST, "Support", "4")
                        .recorded();
        new Bills()
                .daily(Bills.START, LocalDate.of(2026, 5, 31), "Infrastructure", "40")
                .daily(Bills.START, LocalDate.of(2026, 5, 31), "Support", "4")
                .charge(february, "Support", "Usage", "EUR", "2")
                .charge(february.plusDays(14), "Support", "Usage", "EUR", "3")
                .charge(february, "Support", "Tax", "USD", "1")
                .charge(february.plusDays(14), "Support", "Tax", "USD", "2")
                .record(snapshots, "aws", "2026-06-02T12:00:00Z");
        new Bills()
                .daily(Bills.START, STOPPED, "Support", "1")
                .record(snapshots, "old", "2026-03-21T12:00:00Z");
        return snapshots;
    }

    /// The same, and an account that AWS estimates at 10 a day.
    private static Snapshots estimated() {
        var snapshots = snapshots();
        var soFar = new TreeMap<LocalDate, BigDecimal>();
        for (int day = 1; day <= 30; day++) {
            soFar.put(LAST.withDayOfMonth(day), BigDecimal.valueOf(10L * day));
        }
        snapshots
                .values()
                .record(
                        DailyValues.Kind.ESTIMATED,
                        Map.of("001/AmazonEC2", soFar),
                        () -> Bills.AS_OF.minusSeconds(60));
        return snapshots;
    }
}
