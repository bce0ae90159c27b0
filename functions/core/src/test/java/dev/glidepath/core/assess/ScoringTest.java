package dev.glidepath.core.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Scorecard.Origin;
import dev.glidepath.core.assess.Scorecard.Score;
import dev.glidepath.core.assess.Scorecard.Verdict;
import dev.glidepath.core.assess.Scorecard.Versus;
import dev.glidepath.core.plan.Measure;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.core.plan.Source;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Held on Sunday 2026-05-10, 129 of the 181 days to the plan's 6M.
class ScoringTest {

    private static final String PLAN =
            """
            name: Plan
            currency: USD
            start: 2026-01-01
            charge categories:
              {usage: counted, purchase: counted, tax: excluded, credit: excluded, adjustment: counted}
            categories:
              - name: Infrastructure
                owner: Platform
                baseline: 50K
                milestones: {6M: 40K, 12M: 30K}
                match: [{provider: AWS}]
            recipients: [{email: finance@example.com, scope: all}]
            stated values: {file: values.csv, fresh for: 30 days}
            measures:
              KPIs:
            """;

    private final Made made = new Made().daily("Infrastructure", "EC2", "1400");
    private String values = "measure,date,value\n";
    private Map<String, Map<LocalDate, BigDecimal>> metered = Map.of();

    @Test
    void higherIsBetter() {
        values += "KPIs / Efficiency,2026-05-08,90%\n";

        var score =
                score(
                        "{name: Efficiency, better: higher, current: 75%, targets: {6M: 85%, 12M: 95%}}");

        assertThat(onPath(score).status()).isEqualTo(Standing.Status.AHEAD);
        assertThat(rounded(onPath(score).asked())).isEqualTo("82.1");
        assertThat(rounded(months(score))).isEqualTo("4.7");
    }

    @Test
    void lowerIsBetter() {
        values += "KPIs / Response,2026-05-08,2.3 hours\n";

        var score =
                score(
                        "{name: Response, better: lower, current: 2.5 hours, targets: {6M: 2 hours},"
                                + " benchmark: 4 hours}");

        assertThat(onPath(score).status()).isEqualTo(Standing.Status.BEHIND);
        assertThat(months(score).signum()).isNegative();
        assertThat(score.benchmark()).contains(Versus.BETTER);
    }

    @Test
    void isOnTrackWithinTwoPercentOfTheWayAndNotOfTheValue() {
        values += "KPIs / Quality,2026-05-10,99.2%\n";

        var score = score("{name: Quality, better: higher, current: 99.2%, targets: {6M: 99.5%}}");

        assertThat(onPath(score).status()).isEqualTo(Standing.Status.BEHIND);
    }

    @Test
    void isMetAtItsLastTarget() {
        values += "KPIs / Score,2026-05-10,9.0/10\n";

        var score = score("{name: Score, better: higher, current: 8.5/10, targets: {12M: 9.0/10}}");

        assertThat(onPath(score).status()).isEqualTo(Standing.Status.MET);
    }

    @Test
    void targetsWithoutADateAreMetOrNot() {
        values += "KPIs / Score,2026-05-10,9.0/10\n";

        assertThat(score("{name: Score, better: higher, target: above 9.0/10}").verdict())
                .isEqualTo(new Verdict.Undated(false));
        assertThat(score("{name: Score, better: higher, target: 9.0/10}").verdict())
                .isEqualTo(new Verdict.Undated(true));
    }

    @Test
    void ofTargetsWithoutAFirstValueTheOneThatIsDueTodayCounts() {
        meter(Made.WEEK.sunday(), "92");

        var score =
                score(
                        METERED.formatted("window: 7 days")
                                .replace("target: 99%", "targets: {2026-05-10: 90%, 12M: 95%}"));

        assertThat(score.verdict()).isEqualTo(new Verdict.Undated(true));
    }

    @Test
    void valuesThatAreTooOldSayNothingOfToday() {
        values += "KPIs / Efficiency,2026-04-09,95%\n";

        var score = score("{name: Efficiency, better: higher, current: 75%, targets: {6M: 85%}}");

        assertThat(score.latest().orElseThrow().origin()).isEqualTo(new Origin.Stated(31, false));
        assertThat(score.verdict())
                .isInstanceOfSatisfying(
                        Verdict.NotEnoughData.class,
                        v -> assertThat(v.since()).isEqualTo("2026-04-09"));
    }

    @Test
    void valuesAfterTheDayAreNotKnownYet() {
        values += "KPIs / Efficiency,2026-05-11,95%\n";

        var score = score("{name: Efficiency, better: higher, current: 75%, targets: {6M: 85%}}");

        assertThat(score.latest().orElseThrow().value()).isEqualByComparingTo("75");
    }

    @Test
    void withoutAnyValueNothingIsKnownSinceTheStart() {
        assertThat(score("{name: Bugs, better: lower, target: 0.3%}").verdict())
                .isEqualTo(new Verdict.NotEnoughData(Made.START, Optional.empty()));
    }

    @Test
    void averagesTheDaysOfItsWindowThatAreThere() {
        var day = Made.WEEK.sunday();
        meter(day.minusDays(7), "1", day.minusDays(6), "90", day, "95");

        var score = score(METERED.formatted("window: 7 days"));

        var latest = score.latest().orElseThrow();
        assertThat(latest.value()).isEqualByComparingTo("92.5");
        assertThat(latest.origin()).isEqualTo(new Origin.Metered(2, 7));
        assertThat(score.before()).contains(BigDecimal.ONE);
    }

    @Test
    void saysSinceWhenMetricsAreMissing() {
        meter(Made.WEEK.monday().minusDays(1), "90");

        var score = score(METERED.formatted("window: 7 days"));

        assertThat(score.verdict())
                .isInstanceOfSatisfying(
                        Verdict.NotEnoughData.class,
                        v -> assertThat(v.since()).isEqualTo(Made.WEEK.monday().minusDays(1)));
    }

    @Test
    void dividesTheRunRateByTheMetric() {
        meter(Made.WEEK.sunday(), "200");

        var score =
                score(
                        METERED.formatted("cost: Infrastructure, take: latest")
                                .replace("target: 99%", "target: $250"));

        // 1400 a day are 42612.50 an average month.
        assertThat(score.latest().orElseThrow().value()).isEqualByComparingTo("213.0625");
        assertThat(score.verdict()).isEqualTo(new Verdict.Undated(false));
    }

    @Test
    void aSumWithMissingDaysDividesNothing() {
        meter(Made.WEEK.sunday(), "200");

        var score =
                score(
                        METERED.formatted("cost: total, take: sum, window: 7 days")
                                .replace("target: 99%", "target: $250"));

        assertThat(score.latest()).isEmpty();
    }

    @Test
    void changeOfTheTotalIsWhatItCameDownBy() {
        var score = score("{name: Reduction, better: higher, target: 10%, change of: total}");

        assertThat(score.latest().orElseThrow().value()).isEqualByComparingTo("14.775");
        assertThat(score.verdict()).isEqualTo(new Verdict.Undated(true));
    }

    @Test
    void measuresThatReferToEachOtherHaveNoValue() {
        var scores =
                scores(
                        "{name: A, better: higher, target: 1, same as: KPIs / B}",
                        "{name: B, better: higher, target: 1, same as: KPIs / A}");

        assertThat(scores).allSatisfy(s -> assertThat(s.latest()).isEmpty());
    }

    @Test
    void aScopeShowsOnlyWhatItsCategoriesCost() {
        var measure = METERED.formatted("cost: Infrastructure").replace("99%", "$1");
        var plan =
                plan(measure, measure.replace("Infrastructure", "total").replace("Uptime", "All"));

        var scoped = Assess.week(plan, Made.WEEK, List.of("Infrastructure"), made.ledger());

        assertThat(scoped.assessment().scorecard().scores())
                .extracting(s -> s.measure().name())
                .containsExactly("Uptime");
    }

    @Test
    void everyMeasureOfTheShippedPlanHasItsLine() throws IOException {
        var file =
                Path.of(
                        System.getProperty("glidepath.root"),
                        "infra/plan/operational-excellence.yaml");
        var plan = valid(Files.readString(file));

        var scores = finding(plan).assessment().scorecard().scores();

        assertThat(scores).extracting(Score::measure).isEqualTo(plan.scorecard().measures());
        assertThat(scores).hasSizeGreaterThan(55);
    }

    private static final String METERED =
            "{name: Uptime, better: higher, target: 99%%, source: {metrics: {m: {namespace: N,"
                    + " metric: M, statistic: Average}}, %s}}";

    private void meter(Object... daysAndValues) {
        var plan = plan(METERED.formatted("window: 7 days"));
        var days = new TreeMap<LocalDate, BigDecimal>();
        for (int i = 0; i < daysAndValues.length; i += 2) {
            days.put((LocalDate) daysAndValues[i], new BigDecimal((String) daysAndValues[i + 1]));
        }
        var source = (Source.Metered) measures(plan).getFirst().source();
        metered = Map.of(source.metering().id(), days);
    }

    private Score score(String measure) {
        return scores(measure).getFirst();
    }

    private List<Score> scores(String... measures) {
        return finding(plan(measures)).assessment().scorecard().scores();
    }

    private Finding finding(Plan plan) {
        var series = new TreeMap<String, NavigableMap<LocalDate, BigDecimal>>();
        metered.forEach((id, days) -> series.put(id, new TreeMap<>(days)));
        return Assess.week(plan, Made.WEEK, List.of(), made.ledger().with(series));
    }

    private Plan plan(String... measures) {
        return valid(PLAN + "    - " + String.join("\n    - ", measures) + "\n");
    }

    private Plan valid(String yaml) {
        return switch (PlanFile.read(yaml, _ -> Optional.of(values))) {
            case PlanFile.Valid(var plan, _) -> plan;
            case PlanFile.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private static List<Measure> measures(Plan plan) {
        return plan.scorecard().measures();
    }

    private static Verdict.OnPath onPath(Score score) {
        return (Verdict.OnPath) score.verdict();
    }

    private static String rounded(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static BigDecimal months(Score score) {
        return ((Standing.Pace.Months) onPath(score).pace()).months();
    }
}
