package dev.glidepath.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

class WeekTest {

    @Test
    void everyDayLiesInItsWeekAndTextIsReadBack() {
        for (int i = 0; i < 3_000; i++) {
            var day = LocalDate.of(2022, 1, 1).plusDays(i);
            var week = Week.of(day);
            assertThat(week.days()).hasSize(7).contains(day);
            assertThat(Week.parse(week.toString())).isEqualTo(week);
            assertThat(Week.of(week.sunday().plusDays(1)).previous()).isEqualTo(week);
        }
    }

    /// Around each year's end of two centuries, as Java's own week dates have it.
    @Test
    void yearsEndAsIsoWeeksDo() {
        for (int year = 1900; year < 2100; year++) {
            for (int day = -10; day < 10; day++) {
                var date = LocalDate.of(year, 1, 1).plusDays(day);
                var week = Week.of(date);
                assertThat(week.toString())
                        .isEqualTo(DateTimeFormatter.ISO_WEEK_DATE.format(date).substring(0, 8));
                assertThat(week.monday().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
                assertThat(week.days()).contains(date);
                assertThat(week).isGreaterThan(week.previous());
            }
        }
    }

    @Test
    void theFirstDaysOfJanuaryMayBelongToTheOldYear() {
        assertThat(Week.of(LocalDate.of(2027, 1, 1))).isEqualTo(new Week(2026, 53));
        assertThat(Week.parse("2026-W53").sunday()).isEqualTo(LocalDate.of(2027, 1, 3));
        assertThat(new Week(2027, 1).previous()).isEqualTo(new Week(2026, 53));
    }

    @Test
    void refusesWhatIsNoWeek() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Week.parse("2025-W53"))
                .withMessageContaining("no week 53 in 2025: it has 52");
        for (var text : new String[] {"2026-W00", "2026-19", "2026-W7", "", "2026-W19 "}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Week.parse(text));
        }
    }
}
