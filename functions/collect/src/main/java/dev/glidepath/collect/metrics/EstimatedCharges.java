package dev.glidepath.collect.metrics;

import dev.glidepath.core.assess.Estimates;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.plan.Metering;
import dev.glidepath.store.DailyValues;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/// Reads into the store what AWS estimates the month to have cost so far, per linked account and
/// service where it tells them, else per service. An account without billing alerts has no such
/// metric, and nothing is written.
public final class EstimatedCharges {

    /// The only region that has it, for all regions.
    public static final String REGION = "us-east-1";

    private static final String NAMESPACE = "AWS/Billing";
    private static final String METRIC = "EstimatedCharges";
    private static final String CURRENCY = "Currency";
    private static final String DOLLARS = "USD";
    private static final String ACCOUNT = "LinkedAccount";
    private static final String SERVICE = "ServiceName";

    private final CloudWatchClient cloudWatch;
    private final DailyValues values;

    /// @param cloudWatch of [#REGION]
    public EstimatedCharges(CloudWatchClient cloudWatch, DailyValues values) {
        this.cloudWatch = cloudWatch;
        this.values = values;
    }

    /// Whole UTC days of this month and the last, because points come late and are corrected.
    ///
    /// @return how many numbers were written
    public int collect(InstantSource clock) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var days = new ChargeDays(today.minusMonths(1).withDayOfMonth(1), today);
        var names = new HashMap<String, String>();
        var queries = new ArrayList<Query>();
        for (var dimensions : series()) {
            var metering = metering(dimensions);
            names.put(metering.id(), name(dimensions));
            queries.add(Query.of(metering, queries.size()));
        }
        var found = new HashMap<String, NavigableMap<LocalDate, BigDecimal>>();
        new MetricReader(cloudWatch)
                .read(queries, days)
                .values()
                .forEach((id, amounts) -> found.put(names.getOrDefault(id, id), amounts));
        return values.record(DailyValues.Kind.ESTIMATED, found, clock);
    }

    /// The whole, and the finest parts that are told. Parts of two kinds would count twice.
    private List<Map<String, String>> series() {
        var told =
                cloudWatch
                        .listMetricsPaginator(r -> r.namespace(NAMESPACE).metricName(METRIC))
                        .metrics()
                        .stream()
                        .map(EstimatedCharges::dimensions)
                        .filter(d -> DOLLARS.equals(d.get(CURRENCY)))
                        .distinct()
                        .toList();
        boolean perAccount = told.stream().anyMatch(d -> d.size() == 3);
        return told.stream()
                .filter(
                        d ->
                                d.size() == 1
                                        || (perAccount
                                                ? d.size() == 3
                                                : d.size() == 2 && d.containsKey(SERVICE)))
                .toList();
    }

    private static Map<String, String> dimensions(Metric metric) {
        var dimensions = new HashMap<String, String>();
        for (Dimension dimension : metric.dimensions()) {
            dimensions.put(dimension.name(), dimension.value());
        }
        return dimensions;
    }

    private static Metering metering(Map<String, String> dimensions) {
        return new Metering(
                Optional.of(REGION),
                List.of(new Metering.Series("m", NAMESPACE, METRIC, dimensions, "Maximum")),
                Optional.empty(),
                1,
                Metering.Take.LATEST);
    }

    private static String name(Map<String, String> dimensions) {
        return Estimates.series(
                dimensions.getOrDefault(ACCOUNT, ""), dimensions.getOrDefault(SERVICE, ""));
    }
}
