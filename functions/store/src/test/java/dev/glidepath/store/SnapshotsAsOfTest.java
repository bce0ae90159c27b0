package dev.glidepath.store;

import static dev.glidepath.store.Sample.FIRST;
import static dev.glidepath.store.Sample.NOVEMBER;
import static dev.glidepath.store.Sample.START;
import static dev.glidepath.store.Sample.id;
import static dev.glidepath.store.Sample.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.CostLine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

@ExtendWith(FreshTable.class)
class SnapshotsAsOfTest {

    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Sample early =
            Sample.of(
                    id("aws", 1),
                    Map.of(
                            SECOND,
                            List.of(line("EC2", "001", "100")),
                            FIRST.plusDays(2),
                            List.of(line("EC2", "001", "7"))));

    private final Sample late =
            Sample.of(
                    id("aws", 2),
                    Map.of(
                            FIRST, List.of(line("S3", "001", "1.10")),
                            SECOND, List.of(line("EC2", "001", "90"))));

    private Snapshots snapshots;

    @BeforeEach
    void startEmpty(FreshTable.Tables tables) {
        snapshots = tables.get().snapshots();
    }

    @Test
    void theEarlierStateCanStillBeRead() {
        early.into(snapshots, START);
        var then = Dump.of(snapshots, START);
        late.into(snapshots, START.plus(DAY));

        assertThat(Dump.of(snapshots, START)).isEqualTo(then);
        assertThat(Dump.of(snapshots, START.plus(DAY).minusNanos(1)).days()).isEqualTo(then.days());
        assertThat(Dump.of(snapshots, START.minusNanos(1)).executions()).isEmpty();
        assertThat(snapshots.history("aws", NOVEMBER, START.plus(DAY)))
                .extracting(r -> r.execution().id().executionId())
                .containsExactly("execution-1", "execution-2");
        assertThat(snapshots.history("aws", NOVEMBER, START)).hasSize(1);
    }

    @Test
    void aClockThatGoesBackDoesNotChangeThePast() {
        early.into(snapshots, START);
        var then = Dump.of(snapshots, START.minusSeconds(1));
        late.into(snapshots, START.minus(DAY));

        assertThat(Dump.of(snapshots, START.minusSeconds(1))).isEqualTo(then);
        assertThat(snapshots.newest("aws", NOVEMBER).orElseThrow().recordedAt()).isEqualTo(START);
        assertThat(days(START)).containsOnlyKeys(FIRST, SECOND);
    }

    @Test
    void atTheSameInstantTheLaterRevisionCounts() {
        for (int newness = 1; newness <= 11; newness++) {
            var lines = List.of(line("S3", "001", String.valueOf(newness)));
            Sample.of(id("aws", newness), Map.of(FIRST, lines)).into(snapshots, START);
        }
        Sample.of(id("aws", 12), Map.of()).into(snapshots, START.plus(DAY));

        assertThat(sum(days(START))).isEqualByComparingTo("11");
        assertThat(days(START.plus(DAY))).isEmpty();
        assertThat(snapshots.history("aws", NOVEMBER, START)).hasSize(11);
    }

    @Test
    void timesSortWhateverTheirFractions() {
        var times = List.of("07:00:00Z", "07:00:00.000000001Z", "07:00:00.5Z", "07:00:01Z");
        for (int i = 0; i < times.size(); i++) {
            Sample.of(id("aws", i), Map.of(FIRST, List.of(line("S3", "001", "" + i))))
                    .into(snapshots, Instant.parse("2026-11-10T" + times.get(i)));
        }
        for (int i = 0; i < times.size(); i++) {
            assertThat(sum(days(Instant.parse("2026-11-10T" + times.get(i)))))
                    .isEqualByComparingTo("" + i);
        }
    }

    private NavigableMap<LocalDate, List<CostLine>> days(Instant asOf) {
        return snapshots.days(FIRST, FIRST.plusYears(1), asOf);
    }

    private static BigDecimal sum(Map<LocalDate, List<CostLine>> days) {
        return days.values().stream()
                .flatMap(Collection::stream)
                .map(l -> l.amounts().billed())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
