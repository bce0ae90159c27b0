package dev.glidepath.collect.metrics;

import static dev.glidepath.collect.metrics.Planned.START;
import static dev.glidepath.collect.metrics.Planned.metering;
import static dev.glidepath.collect.metrics.Planned.plan;
import static dev.glidepath.collect.metrics.Planned.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.plan.Metering;
import dev.glidepath.runtime.StandIn;
import dev.glidepath.store.DailyValues;
import dev.glidepath.store.DailyValues.Kind;
import dev.glidepath.store.SnapshotTable;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/// Metrics that an ordinary client put, read back from whatever stands in for AWS.
class DailyMetricsTest {

    private static final Instant MORNING = Instant.parse("2026-05-03T05:00:00Z");

    private static EmbeddedTable database;
    private static CloudWatchClient cloudWatch;

    private final String metric = "M" + UUID.randomUUID();
    private DailyValues values;

    @BeforeAll
    static void open() {
        cloudWatch = StandIn.require().client(CloudWatchClient.builder());
        database = EmbeddedTable.inMemory();
    }

    @AfterAll
    static void close() {
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void emptyTable() {
        var table = "t-" + UUID.randomUUID();
        SnapshotTable.create(database.client(), table);
        values = new Snapshots(database.client(), table).values();
    }

    @Test
    void readsWholeUtcDaysAcrossTheEndOfAMonth() {
        put("2026-04-29T23:59:59Z", 1.5);
        put("2026-04-30T00:00:00Z", 2);
        put("2026-04-30T23:59:59Z", 0.1);
        put("2026-05-01T12:00:00Z", 4);
        put("2026-05-03T00:00:00Z", 99);
        var sum = metering(metric, "Sum");

        assertThat(collect(MORNING, sum)).isEqualTo(3);

        assertThat(known(sum))
                .isEqualTo(days("2026-04-29", "1.5", "2026-04-30", "2.1", "2026-05-01", "4"));
    }

    @Test
    void aLatePointIsACorrectionAndTheSameAgainIsNothing() {
        put("2026-05-01T12:00:00Z", 4);
        var maximum = metering(metric, "Maximum");
        collect(MORNING, maximum);
        assertThat(collect(MORNING.plusSeconds(60), maximum)).isZero();

        put("2026-05-01T13:00:00Z", 7);

        var next = MORNING.plusSeconds(86_400);
        assertThat(collect(next, maximum)).isEqualTo(1);
        assertThat(known(maximum, MORNING)).isEqualTo(days("2026-05-01", "4"));
        assertThat(known(maximum, next)).isEqualTo(days("2026-05-01", "7"));
    }

    @Test
    void dimensionsAreToldApart() {
        put("2026-05-01T12:00:00Z", 4, "Stage", "prod");
        put("2026-05-01T12:00:00Z", 9, "Stage", "test");
        var prod = metering(metric, "Average", "Stage", "prod");
        var none = metering(metric, "Average", "Stage", "none");

        collect(MORNING, prod, none);

        assertThat(known(prod)).isEqualTo(days("2026-05-01", "4"));
        assertThat(known(none)).isEmpty();
    }

    /// The stand-in knows no other expression than a metric's name.
    @Test
    void expressionsAreOverTheirOwnMetrics() {
        put("2026-05-01T12:00:00Z", 4, "Code", "2xx");
        put("2026-05-01T12:00:00Z", 12, "Code", "5xx");
        var ok = series("ok", metric, "Sum", "Code", "2xx");
        var bad = series("ok", metric, "Sum", "Code", "5xx");
        var one = metering(Optional.of("ok"), ok);
        var two = metering(Optional.of("ok"), bad);

        collect(MORNING, one, two);

        assertThat(known(one)).isEqualTo(days("2026-05-01", "4"));
        assertThat(known(two)).isEqualTo(days("2026-05-01", "12"));
    }

    @Test
    void moreMeasuresThanOneRequestTakes() {
        put("2026-05-01T12:00:00Z", 4);
        put("2026-05-01T12:00:00Z", 11, "Stage", "last");
        var meterings =
                IntStream.range(0, 600)
                        .mapToObj(
                                i ->
                                        metering(
                                                metric,
                                                "Average",
                                                "Stage",
                                                i < 599 ? "s" + i : "last"))
                        .toArray(Metering[]::new);

        collect(MORNING, meterings);

        assertThat(known(meterings[599])).isEqualTo(days("2026-05-01", "11"));
    }

    @Test
    void aPlanWithoutMetricsAsksNothing() {
        var daily =
                new DailyMetrics(
                        plan(),
                        _ -> {
                            throw new AssertionError("asked");
                        },
                        values);

        assertThat(daily.collect(() -> MORNING)).isZero();
    }

    private int collect(Instant at, Metering... meterings) {
        return new DailyMetrics(plan(meterings), _ -> cloudWatch, values).collect(() -> at);
    }

    private NavigableMap<LocalDate, BigDecimal> known(Metering metering) {
        return known(metering, Instant.MAX);
    }

    private NavigableMap<LocalDate, BigDecimal> known(Metering metering, Instant asOf) {
        return values.known(Kind.MEASURED, START, START.plusDays(20), asOf)
                .getOrDefault(metering.id(), new TreeMap<>());
    }

    private void put(String time, double value, String... dimension) {
        var dimensions =
                dimension.length == 0
                        ? List.<Dimension>of()
                        : List.of(
                                Dimension.builder().name(dimension[0]).value(dimension[1]).build());
        cloudWatch.putMetricData(
                r ->
                        r.namespace("Shop")
                                .metricData(
                                        MetricDatum.builder()
                                                .metricName(metric)
                                                .timestamp(Instant.parse(time))
                                                .value(value)
                                                .dimensions(dimensions)
                                                .build()));
    }

    private static NavigableMap<LocalDate, BigDecimal> days(String... daysAndValues) {
        var days = new TreeMap<LocalDate, BigDecimal>();
        for (int i = 0; i < daysAndValues.length; i += 2) {
            days.put(LocalDate.parse(daysAndValues[i]), new BigDecimal(daysAndValues[i + 1]));
        }
        return days;
    }
}
