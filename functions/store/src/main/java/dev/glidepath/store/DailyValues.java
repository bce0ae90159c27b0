package dev.glidepath.store;

import static dev.glidepath.store.SnapshotTable.PARTITION_KEY;
import static dev.glidepath.store.SnapshotTable.SORT_KEY;

import dev.glidepath.core.money.Money;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// One number a day per series, as it was known at any time; never mixed with snapshots. A number
/// that became another one is added, and what was known before stays.
public final class DailyValues {

    private final DynamoDbClient dynamo;
    private final String table;
    private final Batches batches;

    /// What the numbers are.
    public enum Kind {
        /// Of metrics that the plan's measures name.
        MEASURED,
        /// Cost of days that no export has settled.
        ESTIMATED,
        /// What AWS recommends, as it was on the day.
        RECOMMENDED
    }

    DailyValues(DynamoDbClient dynamo, String table, Pause pause) {
        this.dynamo = dynamo;
        this.table = table;
        this.batches = new Batches(dynamo, table, pause);
    }

    /// Writes the numbers that are not known yet, or were others.
    ///
    /// @param series per name, numbers by day
    /// @return how many were written
    public int record(
            Kind kind,
            Map<String, NavigableMap<LocalDate, BigDecimal>> series,
            InstantSource clock) {
        var days = new TreeMap<LocalDate, Boolean>();
        series.values().forEach(s -> s.keySet().forEach(day -> days.put(day, true)));
        if (days.isEmpty()) {
            return 0;
        }
        var known = known(kind, days.firstKey(), days.lastKey(), _ -> Instant.MAX);
        var news = new ArrayList<DailyValueItem>();
        series.forEach(
                (name, values) ->
                        values.forEach(
                                (day, value) -> {
                                    var before = known.getOrDefault(name, new TreeMap<>()).get(day);
                                    if (before == null || before.compareTo(value) != 0) {
                                        news.add(item(name, day, value));
                                    }
                                }));
        news.stream()
                .gather(Gatherers.windowFixed(Batches.WRITES))
                .forEach(window -> write(kind, window, clock.instant()));
        return news.size();
    }

    /// Per name, the numbers of the days that were known at that time.
    public Map<String, NavigableMap<LocalDate, BigDecimal>> known(
            Kind kind, LocalDate from, LocalDate through, Instant asOf) {
        return known(kind, from, through, _ -> asOf);
    }

    /// Per name, what was known of the days at any time.
    public History history(Kind kind, LocalDate from, LocalDate through) {
        return new History(
                Stream.iterate(YearMonth.from(from), month -> month.plusMonths(1))
                        .takeWhile(month -> !month.isAfter(YearMonth.from(through)))
                        .flatMap(month -> items(kind, month, from, through))
                        .toList());
    }

    private Map<String, NavigableMap<LocalDate, BigDecimal>> known(
            Kind kind, LocalDate from, LocalDate through, Function<LocalDate, Instant> asOf) {
        return history(kind, from, through).known(asOf);
    }

    /// All that ever was known of some days.
    public static final class History {

        private final List<DailyValueItem> items;

        private History(List<DailyValueItem> items) {
            this.items = items;
        }

        /// @param asOf for each day, the time at which what was known of it is asked for
        public Map<String, NavigableMap<LocalDate, BigDecimal>> known(
                Function<LocalDate, Instant> asOf) {
            var series = new TreeMap<String, NavigableMap<LocalDate, BigDecimal>>();
            items.stream()
                    .filter(item -> !item.knownAt().isAfter(asOf.apply(item.day())))
                    .forEach(
                            item ->
                                    series.computeIfAbsent(item.series(), _ -> new TreeMap<>())
                                            .put(item.day(), item.value()));
            return series;
        }
    }

    /// In the order in which they became known, per day and series.
    private Stream<DailyValueItem> items(
            Kind kind, YearMonth month, LocalDate from, LocalDate through) {
        return dynamo
                .queryPaginator(
                        r ->
                                r.tableName(table)
                                        .consistentRead(true)
                                        .keyConditionExpression(
                                                PARTITION_KEY
                                                        + " = :of and "
                                                        + SORT_KEY
                                                        + " between :from and :to")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":of", text(Partitions.values(kind, month)),
                                                        ":from", text(from.toString()),
                                                        ":to",
                                                                text(
                                                                        through.plusDays(1)
                                                                                .toString()))))
                .items()
                .stream()
                .map(DailyValueItem::of);
    }

    private static DailyValueItem item(String series, LocalDate day, BigDecimal value) {
        return new DailyValueItem(day, series, Instant.EPOCH, Money.normalise(value));
    }

    private void write(Kind kind, List<DailyValueItem> items, Instant at) {
        batches.write(items.stream().map(item -> item.attributes(kind, at)).toList());
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
