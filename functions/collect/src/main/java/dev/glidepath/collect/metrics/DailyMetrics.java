package dev.glidepath.collect.metrics;

import dev.glidepath.collect.Refusal;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.plan.Measure;
import dev.glidepath.core.plan.Metering;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.DailyValues;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads the metrics that the plan's measures name into the store: every day of the plan so far
/// that CloudWatch still has, because what it said of a day may change. What has not changed writes
/// nothing.
public final class DailyMetrics {

    /// As long as CloudWatch keeps anything.
    private static final int KEPT_DAYS = 455;

    private final Plan plan;
    private final Function<Optional<String>, CloudWatchClient> regions;
    private final DailyValues values;

    /// @param regions the client of a region; of the function's own for none
    public DailyMetrics(
            Plan plan, Function<Optional<String>, CloudWatchClient> regions, DailyValues values) {
        this.plan = plan;
        this.regions = regions;
        this.values = values;
    }

    /// Whole UTC days up to the one before the clock's.
    ///
    /// @return how many numbers were written
    /// @throws Refusal with each measure that CloudWatch did not answer; the others are in the
    ///   store
    public int collect(InstantSource clock) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var start = later(plan.basis().start(), today.minusDays(KEPT_DAYS));
        var queries = queries();
        if (queries.isEmpty() || !start.isBefore(today)) {
            return 0;
        }
        var days = new ChargeDays(start, today);
        var found = new HashMap<String, NavigableMap<LocalDate, BigDecimal>>();
        var problems = new TreeMap<String, String>();
        queries.forEach(
                (region, asked) -> {
                    var answer = new MetricReader(regions.apply(region)).read(asked, days);
                    found.putAll(answer.values());
                    problems.putAll(answer.problems());
                });
        int written = values.record(DailyValues.Kind.MEASURED, found, clock);
        if (!problems.isEmpty()) {
            throw refusal(problems);
        }
        return written;
    }

    private Map<Optional<String>, List<Query>> queries() {
        var queries = new HashMap<Optional<String>, List<Query>>();
        var asked = new TreeMap<String, Metering>();
        plan.scorecard().meterings().forEach(m -> asked.put(m.id(), m));
        int number = 0;
        for (var metering : asked.values()) {
            queries.computeIfAbsent(metering.region(), _ -> new ArrayList<>())
                    .add(Query.of(metering, number++));
        }
        return queries;
    }

    private Refusal refusal(Map<String, String> problems) {
        return new Refusal(
                problems.entrySet().stream()
                        .map(
                                problem ->
                                        "measure %s: %s; correct its source in the plan"
                                                .formatted(
                                                        names(problem.getKey()),
                                                        problem.getValue()))
                        .collect(Collectors.joining(" | "))
                        .replaceAll("\\p{Cntrl}+", " "));
    }

    private String names(String id) {
        return plan.scorecard().measures().stream()
                .filter(m -> m.metering().filter(metering -> metering.id().equals(id)).isPresent())
                .map(Measure::reference)
                .collect(Collectors.joining(", "));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
