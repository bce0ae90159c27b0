package dev.glidepath.core.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Standing.Cut;
import dev.glidepath.core.assess.Standing.Pace;
import dev.glidepath.core.assess.Standing.Status;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;

class JudgeTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Test
    void toleranceIsABandAroundWhatIsAllowed() {
        // On 1 April 90 of 181 days are gone: about 180.11 of 200 down to 160.
        assertThat(judge("183.6", "200", "160", "120").status()).isEqualTo(Status.ON_TRACK);
        assertThat(judge("183.8", "200", "160", "120").status()).isEqualTo(Status.BEHIND);
        assertThat(judge("176.5", "200", "160", "120").status()).isEqualTo(Status.AHEAD);
        assertThat(judge("120", "200", "160", "120").status()).isEqualTo(Status.MET);
    }

    @Test
    void exactlyAtTheToleranceIsOnTrack() {
        assertThat(judge("102", "100", "100").status()).isEqualTo(Status.ON_TRACK);
        assertThat(judge("102.01", "100", "100").status()).isEqualTo(Status.BEHIND);
        assertThat(judge("98", "100", "100").status()).isEqualTo(Status.ON_TRACK);
        assertThat(judge("97.99", "100", "100").status()).isEqualTo(Status.AHEAD);
    }

    @Test
    void monthsAreFromTheDayThatAllowsTheRunRate() {
        assertThat(months(judge("160", "200", "160", "120")).months())
                .isBetween(new BigDecimal("2.9"), new BigDecimal("3.1"));
        assertThat(months(judge("199.99", "200", "160", "120")).months())
                .isBetween(new BigDecimal("-3.1"), new BigDecimal("-2.9"));
    }

    @Test
    void aboveTheBaselineItIsMoreThanSinceTheStart() {
        var pace = months(judge("250", "200", "160", "120"));
        assertThat(pace.orMore()).isTrue();
        assertThat(pace.months()).isBetween(new BigDecimal("-3"), new BigDecimal("-2.9"));
    }

    @Test
    void aPathThatDoesNotDescendHasNoDates() {
        assertThat(judge("100", "100", "120").pace()).isEqualTo(new Pace.Undated());
        assertThat(judge("100", "100", "120").status()).isEqualTo(Status.AHEAD);
    }

    @Test
    void theCutLeadsToTheNextMilestoneThatIsNotMet() {
        // 91 days to 1 July are 13 weeks.
        assertThat(judge("186", "200", "160", "120").cut())
                .isEqualTo(new Cut.PerWeek(new BigDecimal("2"), "6M", BigDecimal.valueOf(13)));
        assertThat(judge("150", "200", "160", "120").cut())
                .isInstanceOfSatisfying(
                        Cut.PerWeek.class, c -> assertThat(c.milestone()).isEqualTo("12M"));
        assertThat(judge("110", "200", "160", "120").cut()).isEqualTo(new Cut.NotNeeded());
    }

    @Test
    void afterTheLastMilestoneWhatIsLeftIsOverdue() {
        var judge = new Judge(Made.path("200", "160"), LocalDate.of(2026, 9, 1), tolerance());
        assertThat(judge.judge(new BigDecimal("170")).cut())
                .isEqualTo(new Cut.Overdue(BigDecimal.TEN, "6M"));
    }

    @Test
    void aMilestoneThatIsJustReachedNeedsNoCut() {
        assertThat(judge("160", "200", "160", "120").cut())
                .isInstanceOfSatisfying(
                        Cut.PerWeek.class, c -> assertThat(c.milestone()).isEqualTo("12M"));
        var after = new Judge(Made.path("200", "160"), LocalDate.of(2026, 9, 1), tolerance());
        assertThat(after.judge(new BigDecimal("160")).cut()).isEqualTo(new Cut.NotNeeded());
        assertThat(after.judge(new BigDecimal("160")).status()).isEqualTo(Status.MET);
    }

    @Test
    void beforeThePlanBeginsNothingIsBehindIt() {
        var early = new Judge(Made.path("200", "160"), Made.START.minusDays(30), tolerance());
        assertThat(early.judge(new BigDecimal("250")).pace()).isEqualTo(new Pace.Undated());
    }

    @Test
    void theGapIsAShareOfWhatIsAllowed() {
        assertThat(judge("110", "100", "100").gapShare().orElseThrow()).isEqualByComparingTo("0.1");
        assertThat(judge("110", "0", "0").gapShare()).isEmpty();
    }

    private static Pace.Months months(Standing.Measured measured) {
        return (Pace.Months) measured.pace();
    }

    private static Standing.Measured judge(String runRate, String... path) {
        return new Judge(Made.path(path), APRIL, tolerance()).judge(new BigDecimal(runRate));
    }

    private static BigDecimal tolerance() {
        return new BigDecimal("0.02");
    }
}
