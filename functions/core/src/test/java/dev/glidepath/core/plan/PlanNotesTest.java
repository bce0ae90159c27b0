package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.List;

/// Each change to the shipped plan brings the note that it should, at the place of the change.
class PlanNotesTest {

    private static final String YAML = Root.text(Root.SHIPPED);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reduction: 33% | 35% | states a reduction of 35% for Support; from 30K to 20K it is 33.3%",
                "reduction: 39% | 41% | states a reduction of 41% for the total; from 200K to 122K it is 39%",
                "baseline: $200K/month | $210K/month | states a total of 210K for baseline; its categories sum to 200K",
                "12M: $122K/month | $120K/month | states a total of 120K for 12M; its categories sum to 122K",
                "saving: $7.7M | $7.5M | states a total saving of 7.5M; its initiatives sum to 7.7M",
                "investment: $3.3M | $3.0M | states a total investment of 3M; its initiatives sum to 3.3M",
                "priority: Critical | High | states priority High for all; the highest of its initiatives is Critical",
                "investment months: 12 | 6 | states 6 months in all; its longest initiative takes 12",
                "roi: 233% | 240% | states a return of 240% for all initiatives; saving over investment",
                "roi: 250%, roi: 250% | 260% | states a return of 260% for Infrastructure Optimization",
                "value: 90% | 92% | the action reaches 92% by 2027-01-01",
                "- account: 444455556666 | - service: AWSConfig | all that this rule matches",
                "12M: $12K/month | $16K/month | Compliance may cost more from here on: 16K per month"
            })
    void findsWhatDoesNotAgree(String from, String to, String message) {
        var changed =
                switch (from) {
                    case "roi: 250%, roi: 250%" -> YAML.replace(from, "roi: 260%, roi: 250%");
                    case "- account: 444455556666" -> YAML.replace("- provider: Northdesk", to);
                    default -> first(from, from.substring(0, from.indexOf(": ") + 2) + to);
                };
        var fresh = notes(changed).stream().filter(n -> n.message().contains(message)).toList();

        assertThat(changed).isNotEqualTo(YAML);
        assertThat(notes(YAML)).noneMatch(n -> n.message().contains(message));
        assertThat(fresh).hasSize(1);
        var line = changed.lines().toList().get(fresh.getFirst().line() - 1);
        assertThat(line.substring(fresh.getFirst().column() - 1)).startsWith(to.replace("- ", ""));
    }

    @Test
    void whatIsInvestedIsHeldAgainstTheInvestmentAndTheStart() {
        var moves = "    moves: [Operational, Support]\n";
        var invested = moves + "    invested: {2026-01-01: $0.4M, 2026-02-01: $0.7M}\n";
        assertThat(notes(first(moves, invested)))
                .anyMatch(n -> n.message().contains("has 1.1M invested and has not started"));
        assertThat(notes(first(moves, invested + "    started: 1M\n")))
                .anyMatch(n -> n.message().contains("has 1.1M invested; its investment is 1M"));
        assertThat(notes(first(moves, invested.replace("0.7", "0.6") + "    started: 1M\n")))
                .noneMatch(n -> n.message().contains("Process Automation has"));
    }

    @Test
    void statedFiguresAreComparedAtThePrecisionInWhichTheyAreStated() {
        assertThat(notes(first("reduction: 33%", "reduction: 33.33%")))
                .noneMatch(n -> n.message().contains("for Support"));
        assertThat(notes(first("saving: $7.7M", "saving: $7.70M")))
                .noneMatch(n -> n.message().contains("total saving"));
        assertThat(notes(first("reduction: 33%", "reduction: 33.4%")))
                .anyMatch(n -> n.message().contains("for Support"));
    }

    @Test
    void aStatedFigureIsRoundedAsPeopleRound() {
        var computed = new BigDecimal("66.666667");
        assertThat(CostChecks.same(new BigDecimal("67"), computed)).isTrue();
        assertThat(CostChecks.same(new BigDecimal("66.7"), computed)).isTrue();
        assertThat(CostChecks.same(new BigDecimal("66"), computed)).isFalse();
        assertThat(CostChecks.same(new BigDecimal("66.6"), computed)).isFalse();
    }

    /// In the other table it is 75% now, 90% at 6M and 95% at 12M.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "targets: {6M: 85%} | A is 85% at 6M here and 75% now, 90% at 6M, 95% at 12M in Engineering / A",
                "current: 70%, targets: {6M: 90%} | A is 70% now, 90% at 6M here and 75% now",
                "current: 75%, targets: {6M: 90%} |",
                "targets: {12M: 95%} |",
                "targets: {18M: 99%} |",
                "target: 95% |",
                "target: 96% | A is 96% here and 75% now"
            })
    void aMeasureOfTwoTablesIsTheSameInBoth(String said, @Nullable String message) {
        var found =
                notes(
                        """
                        name: Small
                        currency: USD
                        start: 2026-01-31
                        charge categories: {usage: counted, purchase: counted, tax: counted, credit: counted, adjustment: counted}
                        categories:
                          - {name: Search, owner: a@example.com, baseline: 10K, milestones: {6M: 9K}, match: [{region: eu}]}
                        recipients: [{email: finance@example.com, scope: all}]
                        measures:
                          KPIs:
                            - {name: A, better: higher, %s, same as: Engineering / A}
                          Engineering:
                            - {name: A, better: higher, current: 75%%, targets: {6M: 90%%, 12M: 95%%}}
                        """
                                .formatted(said));
        if (message == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().matches(n -> n.message().startsWith(message));
        }
    }

    @Test
    void notesDoNotKeepAPlanFromBeingUsed() {
        assertThat(PlanFile.read(YAML)).isInstanceOf(PlanFile.Valid.class);
        assertThat(notes(YAML)).isNotEmpty();
    }

    private static String first(String from, String to) {
        int at = YAML.indexOf(from);
        return YAML.substring(0, at) + to + YAML.substring(at + from.length());
    }

    private static List<PlanFile.Note> notes(String yaml) {
        return Root.valid(yaml).notes();
    }
}
