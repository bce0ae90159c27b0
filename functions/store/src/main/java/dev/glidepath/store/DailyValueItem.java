package dev.glidepath.store;

import static dev.glidepath.store.SnapshotTable.PARTITION_KEY;
import static dev.glidepath.store.SnapshotTable.SORT_KEY;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// A number as the table has it: under its month, sorted by day, series and the time at which it
/// became known.
record DailyValueItem(LocalDate day, String series, Instant knownAt, BigDecimal value) {

    private static final String VALUE = "value";
    private static final String SERIES = "series";

    /// Of one length, so that texts sort as times.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'")
                    .withZone(ZoneOffset.UTC);

    static DailyValueItem of(Map<String, AttributeValue> item) {
        var key = written(item, SORT_KEY);
        return new DailyValueItem(
                LocalDate.parse(key.substring(0, key.indexOf('#'))),
                written(item, SERIES),
                Instant.parse(key.substring(key.lastIndexOf('#') + 1)),
                new BigDecimal(written(item, VALUE)));
    }

    Map<String, AttributeValue> attributes(DailyValues.Kind kind, Instant at) {
        return Map.of(
                PARTITION_KEY, text(Partitions.values(kind, YearMonth.from(day))),
                SORT_KEY, text(day + "#" + series + "#" + TIME.format(at)),
                SERIES, text(series),
                VALUE, text(value.toPlainString()));
    }

    private static String written(Map<String, AttributeValue> item, String name) {
        return requireNonNull(item.get(name), name).s();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
