package dev.glidepath.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;

class CronTimesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Each day, before and after its time.
                "cron(0 5 ? * * *)|UTC|2026-05-13T04:59:59Z|2026-05-13T05:00:00Z",
                "cron(0 5 ? * * *)|UTC|2026-05-13T05:00:00Z|2026-05-14T05:00:00Z",
                // A day of the week, by name, number, list, range and step.
                "cron(0 7 ? * WED *)|UTC|2026-05-13T07:00:00Z|2026-05-20T07:00:00Z",
                "cron(0 7 ? * 4 *)|UTC|2026-05-13T06:00:00Z|2026-05-13T07:00:00Z",
                "cron(0 7 ? * MON,TUE,THU,FRI,SAT,SUN *)|UTC|2026-05-12T08:00:00Z|2026-05-14T07:00:00Z",
                "cron(0 7 ? * FRI-MON *)|UTC|2026-05-12T00:00:00Z|2026-05-15T07:00:00Z",
                "cron(0/20 * * * ? *)|UTC|2026-05-12T00:21:00Z|2026-05-12T00:40:00Z",
                "cron(0 0 1 1/3 ? *)|UTC|2026-05-12T00:00:00Z|2026-07-01T00:00:00Z",
                // The year turns; the 29th of February is four years away.
                "cron(30 23 31 12 ? *)|UTC|2026-12-31T23:30:00Z|2027-12-31T23:30:00Z",
                "cron(0 0 29 2 ? *)|UTC|2026-01-01T00:00:00Z|2028-02-29T00:00:00Z",
                // The zone's clock counts, in winter and in summer.
                "cron(45 6 ? * MON *)|Europe/Zurich|2026-03-23T12:00:00Z|2026-03-30T04:45:00Z",
                "cron(45 6 ? * MON *)|Europe/Zurich|2026-03-16T12:00:00Z|2026-03-23T05:45:00Z",
                // 02:30 does not exist on 2026-03-29 in Zurich: skipped, not shifted.
                "cron(30 2 ? * * *)|Europe/Zurich|2026-03-28T12:00:00Z|2026-03-30T00:30:00Z",
                // 02:30 comes twice on 2026-10-25: once, the first time.
                "cron(30 2 ? * * *)|Europe/Zurich|2026-10-24T12:00:00Z|2026-10-25T00:30:00Z",
                "cron(30 2 ? * * *)|Europe/Zurich|2026-10-25T00:30:00Z|2026-10-26T01:30:00Z",
                // Half an hour only, on the other half of the earth.
                "cron(15 2 ? * * *)|Australia/Lord_Howe|2026-10-03T00:00:00Z|2026-10-04T15:15:00Z",
            })
    void dueAsTheSchedulerIs(String cron, String zone, Instant now, Instant due) {
        assertThat(CronTimes.of(cron).orElseThrow().next(now, ZoneId.of(zone))).contains(due);
    }

    @Test
    void aYearThatIsOverIsNeverDueAgain() {
        assertThat(
                        CronTimes.of("cron(0 5 ? * * 2024)")
                                .orElseThrow()
                                .next(Instant.parse("2026-05-13T00:00:00Z"), ZoneId.of("UTC")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(1 day)",
                "at(2026-05-13T00:00:00)",
                "cron(0 5 L * ? *)",
                "cron(0 5 ? * 2#1 *)",
                "cron(0 25 ? * * *)",
                "cron(0 5 ? *)",
                "cron(a b c d e f)",
                "cron(0/0 5 ? * * *)",
                ""
            })
    void whatIsNotUnderstoodIsNotGuessed(String expression) {
        assertThat(CronTimes.of(expression)).isEmpty();
    }
}
