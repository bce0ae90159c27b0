package dev.glidepath.core.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Scorecard.Origin;
import dev.glidepath.core.assess.Scorecard.Score;
import dev.glidepath.core.assess.Scorecard.Verdict;
import dev.glidepath.core.assess.Settled.Lag;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the values of measures come from, on Sunday 2026-05-10.
class ValuesTest {

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
                milestones: {6M: 40K}
                match: [{provider: AWS}]
            recipients: [{email: finance@example.com, scope: all}]
            stated values: {file: values.csv, fresh for: 30 days}
            measures:
              KPIs:
            """;

    private final Made made = new Made().daily("Infrastructure", "EC2", "1400");

    @Test
    void aMeasureOfTwoTablesHasTheSameValue() {
        var scores =
                scores(
                        "measure,date,value\nKPIs / A,2026-05-01,7\n",
                        "{name: B, better: higher, target: 8, same as: KPIs / A}",
                        "{name: C, better: higher, current: 3, target: 8}",
                        "{name: A, better: higher, current: 5, target: 8}");
        var latest = scores.getFirst().latest().orElseThrow();
        assertThat(latest.value()).isEqualByComparingTo("7");
        assertThat(latest.origin()).isEqualTo(new Origin.Stated(9, true));
    }

    @ParameterizedTest
    @CsvSource({
        "lower, 4 hours, 3 hours, 25",
        "lower, 4 hours, 5 hours, -25",
        "higher, 60%, 75%, 25"
    })
    void aChangeIsMoreThanNothingWhenItIsBetter(
            String better, String first, String now, BigDecimal change) {
        var scores =
                scores(
                        "measure,date,value\nKPIs / A,2026-05-01," + now + "\n",
                        "{name: B, better: higher, target: 20%, change of: KPIs / A}",
                        "{name: A, better: " + better + ", current: " + first + "}");
        assertThat(scores.getFirst().latest().orElseThrow().value()).isEqualByComparingTo(change);
    }

    @Test
    void aChangeFromNothingIsNotKnown() {
        var scores =
                scores(
                        "measure,date,value\nKPIs / A,2026-05-01,7\n",
                        "{name: B, better: higher, target: 20%, change of: KPIs / A}",
                        "{name: A, better: higher, current: 0}");
        assertThat(scores.getFirst().latest()).isEmpty();
    }

    @Test
    void countsWhatIsKnownOfTheData() {
        made.daily(CostLine.UNALLOCATED, "Glue", "600");
        made.unknown.add(Made.WEEK.minus(2).monday());
        assertThat(counted("known days")).contains("27.0");
        assertThat(counted("unallocated share")).contains("30.0");
        assertThat(counted("days to settle")).contains("4.0");
    }

    @Test
    void theUnallocatedShareNeedsAWholeWeekWithCost() {
        made.unknown.add(Made.WEEK.monday());
        assertThat(counted("unallocated share")).isEmpty();
        made.unknown.clear();
        made.days.clear();
        assertThat(counted("unallocated share")).isEmpty();
    }

    @Test
    void aDatedTargetWithoutAFirstValueIsTheNextOne() {
        made.unknown.add(Made.WEEK.minus(2).monday());
        var source = "source: {count: known days}}";
        assertThat(verdict("{name: A, better: higher, targets: {6M: 27}, " + source))
                .isEqualTo(new Verdict.Undated(true));
        assertThat(verdict("{name: A, better: higher, targets: {1M: 1, 6M: 28}, " + source))
                .isEqualTo(new Verdict.Undated(false));
        assertThat(verdict("{name: A, better: higher, targets: {1M: 9, 2M: 28}, " + source))
                .isEqualTo(new Verdict.Undated(false));
    }

    @Test
    void withoutATargetThereIsNoVerdict() {
        assertThat(verdict("{name: A, better: higher, current: 5}"))
                .isEqualTo(new Verdict.NoTarget());
    }

    private Verdict verdict(String measure) {
        return scores("measure,date,value\n", measure).getFirst().verdict();
    }

    private Optional<String> counted(String what) {
        var measure =
                "{name: A, better: higher, target: 1%s, source: {count: %s}}"
                        .formatted(what.endsWith("share") ? "%" : "", what);
        return scores("measure,date,value\n", measure)
                .getFirst()
                .latest()
                .map(l -> l.value().setScale(1, RoundingMode.HALF_UP).toPlainString());
    }

    private List<Score> scores(String values, String... measures) {
        var yaml = PLAN + "    - " + String.join("\n    - ", measures) + "\n";
        Plan plan =
                switch (PlanFile.read(yaml, _ -> Optional.of(values))) {
                    case PlanFile.Valid(var valid, _) -> valid;
                    case PlanFile.Faulty(var faults) -> throw new AssertionError(faults);
                };
        var lags =
                Map.of(
                        "aws", new Lag(2, Settled.Source.MEASURED, 20),
                        "ads", new Lag(4, Settled.Source.MEASURED, 20));
        var ledger =
                new Ledger(
                        made.days,
                        made.ledger().coverage(),
                        new Settled(made.settled, lags, List.of()),
                        List.of());
        return Assess.week(plan, Made.WEEK, List.of(), ledger).assessment().scorecard().scores();
    }
}
