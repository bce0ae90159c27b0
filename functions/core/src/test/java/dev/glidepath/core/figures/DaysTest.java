package dev.glidepath.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.calendar.Week;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.YearMonth;

/// Run where the language is another one.
class DaysTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 9);

    @Test
    void areWrittenInEnglish() {
        assertThat(Days.day(DAY)).isEqualTo("9 May 2026");
        assertThat(Days.withoutYear(DAY.plusMonths(5))).isEqualTo("9 Oct");
        assertThat(Days.month(YearMonth.of(2026, 3))).isEqualTo("March 2026");
        assertThat(Days.shortMonth(DAY.plusMonths(7))).isEqualTo("Dec 2026");
    }

    @Test
    void aWeekHasItsDaysAndItsNumber() {
        var week = Week.parse("2026-W07");
        assertThat(Days.span(week)).isEqualTo("9 Feb to 15 Feb 2026");
        assertThat(Days.number(week)).isEqualTo("W07");
    }
}
