package dev.glidepath.core.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class CoverageTest {

    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final Instant MAY = Instant.parse("2026-05-03T04:00:00Z");

    @Test
    void aGapInACloudsDaysIsMissingData() {
        var days = new HashSet<>(every(APRIL));
        days.remove(APRIL.atDay(17));
        var coverage = Coverage.of(List.of(report("aws", APRIL, MAY, days)), Set.of());
        assertThat(coverage.knows(APRIL.atDay(16))).isTrue();
        assertThat(coverage.knows(APRIL.atDay(17))).isFalse();
        assertThat(coverage.missing(APRIL.atDay(17))).containsExactly("aws");
    }

    @Test
    void aGapInASubscriptionsDaysCostNothing() {
        var coverage =
                Coverage.of(
                        List.of(
                                report(
                                        "saas",
                                        APRIL,
                                        Instant.parse("2026-04-20T04:00:00Z"),
                                        Set.of(APRIL.atDay(1), APRIL.atDay(9)))),
                        Set.of());
        assertThat(coverage.knows(APRIL.atDay(5))).isTrue();
        assertThat(coverage.knows(APRIL.atDay(19))).isTrue();
        assertThat(coverage.knows(APRIL.atDay(20))).isFalse();
    }

    @Test
    void everyExportThatHasBegunMustReportUnlessItIsSilent() {
        var reports =
                List.of(
                        report("aws", APRIL, MAY, every(APRIL)),
                        report("old", YearMonth.of(2026, 2), MAY, every(YearMonth.of(2026, 2))));
        assertThat(Coverage.of(reports, Set.of()).knows(APRIL.atDay(2))).isFalse();
        assertThat(Coverage.of(reports, Set.of("old")).knows(APRIL.atDay(2))).isTrue();
        assertThat(Coverage.of(reports, Set.of()).knows(LocalDate.of(2026, 2, 10))).isTrue();
    }

    @Test
    void aDayThatNoExportReportsIsUnknown() {
        assertThat(Coverage.of(List.of(), Set.of()).knows(APRIL.atDay(1))).isFalse();
    }

    /// As each bill of a cloud has them.
    @Test
    void theShareOfAMonthsFeeDoesNotMakeADayKnown() {
        var used = new HashSet<>(every(APRIL));
        used.remove(APRIL.atDay(17));
        used.remove(APRIL.atDay(30));
        var report = new Coverage.Report("aws", APRIL, MAY, every(APRIL), used);
        var coverage = Coverage.of(List.of(report), Set.of());
        assertThat(coverage.knows(APRIL.atDay(16))).isTrue();
        assertThat(coverage.knows(APRIL.atDay(17))).isFalse();
        assertThat(coverage.knows(APRIL.atDay(30))).isFalse();
        assertThat(coverage.missing(APRIL.atDay(30))).containsExactly("aws");
    }

    @Test
    void usageOnFewDaysIsThatOfASubscription() {
        var used = Set.of(APRIL.atDay(3), APRIL.atDay(20));
        var report = new Coverage.Report("saas", APRIL, MAY, every(APRIL), used);
        var coverage = Coverage.of(List.of(report), Set.of());
        assertThat(every(APRIL)).allMatch(coverage::knows);
    }

    private static Coverage.Report report(
            String export, YearMonth period, Instant delivered, Set<LocalDate> days) {
        return new Coverage.Report(export, period, delivered, days, days);
    }

    private static Set<LocalDate> every(YearMonth month) {
        return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).collect(Collectors.toSet());
    }
}
