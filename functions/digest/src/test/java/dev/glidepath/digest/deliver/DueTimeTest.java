package dev.glidepath.digest.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.calendar.Week;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;

class DueTimeTest {

    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2023-01-01T00:00:00Z");
    private static final DueTime ZURICH = dueTime("Europe/Zurich", DayOfWeek.WEDNESDAY, "07:00");

    @Test
    void isTheWeekBeforeTheNewestDueTime() {
        assertThat(week(ZURICH, "2026-05-13T05:00:00Z")).isEqualTo("2026-W19");
        assertThat(week(ZURICH, "2026-05-13T04:59:59Z")).isEqualTo("2026-W18");
        assertThat(week(ZURICH, "2026-05-20T04:59:59Z")).isEqualTo("2026-W19");
    }

    @Test
    void staysTheSameWhenTheClocksChange() {
        assertThat(due(ZURICH, "2026-04-01T05:00:00Z")).isEqualTo("2026-04-01T05:00:00Z");
        assertThat(due(ZURICH, "2026-03-31T23:00:00Z")).isEqualTo("2026-03-25T06:00:00Z");
    }

    @Test
    void aTimeThatIsLeftOutIsDueOnceTheClocksHaveChanged() {
        var sunday = dueTime("Europe/Zurich", DayOfWeek.SUNDAY, "02:30");
        assertThat(due(sunday, "2026-03-29T02:00:00Z")).isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void aTimeThatComesTwiceIsDueAtTheFirst() {
        var sunday = dueTime("Europe/Zurich", DayOfWeek.SUNDAY, "02:30");
        assertThat(due(sunday, "2026-10-25T00:30:00Z")).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void theZoneSaysWhichDayItIs() {
        var auckland = dueTime("Pacific/Auckland", DayOfWeek.MONDAY, "07:00");
        assertThat(week(auckland, "2026-05-10T19:00:00Z")).isEqualTo("2026-W19");
        assertThat(week(auckland, "2026-05-10T18:59:00Z")).isEqualTo("2026-W18");
    }

    @Test
    void everyHourOfThreeYearsBelongsToAWeekThatComesAfterTheLast() {
        for (var zone : new String[] {"America/New_York", "Australia/Lord_Howe", "Africa/Cairo"}) {
            var dueTime = dueTime(zone, DayOfWeek.SUNDAY, "02:30");
            var weeks = new ArrayList<Week>();
            for (var now = START; now.isBefore(END); now = now.plus(Duration.ofHours(1))) {
                weeks.add(dueTime.at(now).week());
            }
            var distinct = weeks.stream().distinct().toList();
            assertThat(weeks).isSorted();
            assertThat(distinct.subList(1, distinct.size()))
                    .extracting(Week::previous)
                    .isEqualTo(distinct.subList(0, distinct.size() - 1));
        }
    }

    /// Every zone has its own changes of the clocks; the law is looked at where weeks meet.
    @Test
    void everyInstantOfThirtyYearsBelongsToOneWeekInEveryZone() {
        var days = DayOfWeek.values();
        for (var zone : ZoneId.getAvailableZoneIds()) {
            int hash = Math.floorMod(zone.hashCode(), 24 * 7);
            var due = new DueTime(ZoneId.of(zone), days[hash % 7], LocalTime.of(hash / 7, 30));
            var last = due.at(Instant.parse("2005-01-01T00:00:00Z"));
            for (int week = 0; week < 30 * 52; week++) {
                var next = due.at(last.due().plus(Duration.ofDays(8)));
                assertThat(next.week().previous()).as(zone).isEqualTo(last.week());
                assertThat(due.at(next.due())).as(zone).isEqualTo(next);
                assertThat(due.at(next.due().minusNanos(1))).as(zone).isEqualTo(last);
                last = next;
            }
        }
    }

    private static String week(DueTime dueTime, String now) {
        return dueTime.at(Instant.parse(now)).week().toString();
    }

    private static String due(DueTime dueTime, String now) {
        return dueTime.at(Instant.parse(now)).due().toString();
    }

    private static DueTime dueTime(String zone, DayOfWeek day, String time) {
        return new DueTime(ZoneId.of(zone), day, LocalTime.parse(time));
    }
}
