package dev.glidepath.core.figures;

import static dev.glidepath.core.figures.Assessed.days;
import static dev.glidepath.core.figures.Assessed.measured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.assess.Standing.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.Optional;

class SentenceTest {

    private static final Standing NO_TARGET = new Standing.NoTarget(new BigDecimal("30437.5"));

    @Test
    void saysWhatWasSpentAndWhereThatLeavesThePlan() {
        assertThat(said(Assessed.of(measured(Status.BEHIND, "30437.5", "30000"), "6800", "7000")))
                .isEqualTo(
                        "You spent $7,000 in week 19, up $200 (2.9%) on the week before; the"
                                + " run-rate of $30,438 a month is $438 above the $30,000 that the"
                                + " plan allows on 10 May.");
    }

    @ParameterizedTest
    @CsvSource({
        "29900, AHEAD, '$100 below the $30,000 that the plan allows on 10 May.'",
        "29999.6, ON_TRACK, 'exactly the $30,000 that the plan allows on 10 May, inside the band of 2.0%.'",
        "30100, ON_TRACK, '$100 above the $30,000 that the plan allows on 10 May, inside the band of 2.0%.'"
    })
    void holdsTheRunRateAgainstThePlan(String runRate, Status status, String end) {
        assertThat(said(Assessed.of(measured(status, runRate, "30000"), "6800", "7000")))
                .endsWith(" a month is " + end);
    }

    @ParameterizedTest
    @CsvSource({
        "7000, 6800, 'down $200 (2.9%) on the week before'",
        "7000.2, 6999.8, the same as the week before",
        "0, 300, 'up $300 on the week before'",
        "-200, 300, 'up $500 on the week before'"
    })
    void comparesWithTheWeekBefore(String before, String week, String change) {
        assertThat(said(Assessed.of(NO_TARGET, before, week)))
                .contains("in week 19, " + change + "; the run-rate is $30,438 a month");
    }

    @Test
    void comparesWithNoWeekThatIsNotComplete() {
        assertThat(said(Assessed.of(NO_TARGET, "6800", "7000").in(days(7, 6), days(7, 7))))
                .isEqualTo(
                        "You spent $7,000 in week 19; the run-rate is $30,438 a month, and the"
                                + " plan sets no target.");
    }

    @ParameterizedTest
    @CsvSource({"7, 5", "5, 7"})
    void saysHowManyDaysAreThere(int settled, int known) {
        assertThat(
                        said(
                                Assessed.of(NO_TARGET, "6800", "5000")
                                        .in(days(7, 7), days(settled, known))))
                .startsWith(
                        "You spent $5,000 in week 19, of which 5 of 7 days are settled and known;");
    }

    @Test
    void aWeekOfWhichNothingIsKnownHasNoCost() {
        var lacking = new Standing.NotEnoughData(20, Optional.empty());
        assertThat(said(Assessed.of(lacking, "6800", "0").in(days(7, 7), days(7, 0))))
                .isEqualTo(
                        "No day of week 19 is settled and known yet; there is not enough data yet"
                                + " to hold a run-rate against the plan.");
    }

    @Test
    void moreCreditsThanCostAreCalledSo() {
        assertThat(said(Assessed.of(NO_TARGET, "0", "-120")))
                .startsWith(
                        "Credits and refunds exceeded cost by $120 in week 19, down $120 on the"
                                + " week before;");
        assertThat(said(Assessed.of(NO_TARGET, "0", "0"))).startsWith("You spent $0 in week 19,");
    }

    private static String said(Assessed assessed) {
        return Sentence.of(assessed.assessment(), Assessed.DOLLARS);
    }
}
