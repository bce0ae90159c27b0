package dev.glidepath.digest.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.runtime.HealthMetric;
import dev.glidepath.store.outbox.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class RunTest {

    private static final Week WEEK = Week.parse("2026-W19");
    private static final Instant DUE = Instant.parse("2026-05-13T05:00:00Z");
    private static final Delivery HELD = new Delivery.Held(List.of("not settled"));

    static List<Delivery> whatReachedNobody() {
        return List.of(
                HELD,
                new Delivery.InHand(DUE),
                new Delivery.Open(DUE),
                new Delivery.NotSent(new Answer.NotVerified("x")),
                new Delivery.Failed(new IllegalStateException("x")));
    }

    @ParameterizedTest
    @MethodSource("whatReachedNobody")
    void aDigestIsOverdueAsLongAsOneRecipientHasNone(Delivery delivery) {
        var report = report(WEEK, new Delivery.Sent(), delivery);
        assertThat(hoursOverdue(report, Duration.ofHours(30))).isEqualTo(30);
        assertThat(hoursOverdue(report, Duration.ofMinutes(-5))).isZero();
    }

    @Test
    void whoHasGotItBeforeIsOwedNothing() {
        var report = report(WEEK, new Delivery.Sent(), new Delivery.AlreadySent(Stage.SENT));
        assertThat(hoursOverdue(report, Duration.ofHours(30))).isZero();
    }

    @Test
    void healthIsOfTheWeekThatIsDueAndCountsEveryMail() {
        var before = report(WEEK.previous(), HELD, new Delivery.Sent());
        var run = new Run(List.of(before, report(WEEK, new Delivery.Sent())));
        assertThat(run.health(DUE, DUE.plus(Duration.ofHours(30))))
                .isEqualTo(
                        Map.of(
                                HealthMetric.DIGESTS_SENT, 2L,
                                HealthMetric.DIGESTS_HELD, 0L,
                                HealthMetric.DIGEST_HOURS_OVERDUE, 0L));
    }

    private static long hoursOverdue(Report report, Duration late) {
        return new Run(List.of(report))
                .health(DUE, DUE.plus(late))
                .getOrDefault(HealthMetric.DIGEST_HOURS_OVERDUE, -1L);
    }

    private static Report report(Week week, Delivery... deliveries) {
        var all = new LinkedHashMap<String, Delivery>();
        for (var delivery : deliveries) {
            all.put("r%d@example.com".formatted(all.size()), delivery);
        }
        return new Report(week, all, List.of());
    }
}
