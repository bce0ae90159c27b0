package dev.glidepath.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.store.DailyValues.Kind;
import dev.glidepath.store.FreshTable.Tables;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

@ExtendWith(FreshTable.class)
class DailyValuesTest {

    private static final LocalDate APRIL_30 = LocalDate.of(2026, 4, 30);
    private static final Instant FIRST = Instant.parse("2026-05-02T05:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-05-03T05:00:00.5Z");

    private DailyValues values;

    @BeforeEach
    void emptyTable(Tables tables) {
        values = tables.get().snapshots().values();
    }

    @Test
    void correctionsAreAddedAndWhatWasKnownStays() {
        assertThat(record(FIRST, "1.10", "2")).isEqualTo(2);
        assertThat(record(SECOND, "1.1", "2.000000000000000001")).isEqualTo(1);

        assertThat(known(FIRST)).isEqualTo(days("1.1", "2"));
        assertThat(known(SECOND)).isEqualTo(days("1.1", "2.000000000000000001"));
        assertThat(known(FIRST.minusNanos(1))).isEmpty();
    }

    @Test
    void timesSortWhateverTheirFractions() {
        record(FIRST, "1", "2");
        record(FIRST.plusMillis(500), "3", "4");
        assertThat(known(FIRST.plusMillis(500))).isEqualTo(days("3", "4"));

        record(FIRST.plusSeconds(1), "5", "6");
        assertThat(known(FIRST.plusSeconds(1))).isEqualTo(days("5", "6"));
        assertThat(known(FIRST)).isEqualTo(days("1", "2"));
    }

    @Test
    void theSameNumbersWriteNothing() {
        record(FIRST, "1", "2");

        assertThat(record(SECOND, "1.0", "2.00")).isZero();
    }

    @Test
    void aDayThatIsMissingLaterIsNotForgotten() {
        record(FIRST, "1", "2");
        values.record(
                Kind.MEASURED,
                Map.of("a", new TreeMap<>(Map.of(APRIL_30, BigDecimal.ONE))),
                () -> SECOND);

        assertThat(known(SECOND)).isEqualTo(days("1", "2"));
    }

    @Test
    void kindsSeriesAndDaysAreKeptApart() {
        record(FIRST, "1", "2");
        values.record(Kind.ESTIMATED, Map.of("a", days("7", "8")), () -> FIRST);
        values.record(Kind.MEASURED, Map.of("a#b", days("9", "9")), () -> FIRST);

        assertThat(values.known(Kind.ESTIMATED, APRIL_30, APRIL_30.plusDays(1), FIRST))
                .isEqualTo(Map.of("a", days("7", "8")));
        assertThat(values.known(Kind.MEASURED, APRIL_30, APRIL_30, FIRST))
                .isEqualTo(
                        Map.of(
                                "a", new TreeMap<>(Map.of(APRIL_30, BigDecimal.ONE)),
                                "a#b", new TreeMap<>(Map.of(APRIL_30, BigDecimal.valueOf(9)))));
    }

    @Test
    void hundredsOfSeriesAreWrittenWhole() {
        var many = new TreeMap<String, NavigableMap<LocalDate, BigDecimal>>();
        for (int i = 0; i < 120; i++) {
            many.put("s" + i, days("" + i, "-" + i));
        }

        assertThat(values.record(Kind.MEASURED, many, () -> FIRST)).isEqualTo(240);
        assertThat(values.known(Kind.MEASURED, APRIL_30, APRIL_30.plusDays(1), FIRST))
                .isEqualTo(many);
    }

    private int record(Instant at, String april, String may) {
        return values.record(Kind.MEASURED, Map.of("a", days(april, may)), () -> at);
    }

    private NavigableMap<LocalDate, BigDecimal> known(Instant asOf) {
        return values.known(Kind.MEASURED, APRIL_30, APRIL_30.plusDays(1), asOf)
                .getOrDefault("a", new TreeMap<>());
    }

    private static NavigableMap<LocalDate, BigDecimal> days(String april, String may) {
        return new TreeMap<>(
                Map.of(APRIL_30, new BigDecimal(april), APRIL_30.plusDays(1), new BigDecimal(may)));
    }
}
