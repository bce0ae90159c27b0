package dev.glidepath.collect.metrics;

import dev.glidepath.core.assess.Assess;
import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.NothingCollected;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.runtime.HealthMetric;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.evidence.Evidence;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Publishes where cost stands on the last settled day, so that whoever wants to can put an alarm
/// or a dashboard on it: per category and in total, the run-rate, and how far it is above what is
/// allowed. CloudWatch bills a metric for the hours in which it is sent: once a day, two for each
/// of five lines, is about a dime a month.
public final class CostMetrics {

    static final String RUN_RATE = "RunRate";
    static final String GAP = "Gap";
    static final String CATEGORY = "Category";
    private static final int WEEKS = 5;

    private final CloudWatchClient cloudWatch;
    private final Snapshots snapshots;
    private final Plan plan;

    public CostMetrics(CloudWatchClient cloudWatch, Snapshots snapshots, Plan plan) {
        this.cloudWatch = cloudWatch;
        this.snapshots = snapshots;
        this.plan = plan;
    }

    /// Nothing while nothing is collected, or 28 days are not known.
    public void publish(Instant at) {
        try {
            var evidence = Evidence.asOf(snapshots, plan.basis(), at);
            var week = Week.of(evidence.settled().through());
            var days = new ChargeDays(week.minus(WEEKS).monday(), week.sunday().plusDays(1));
            var finding = Assess.week(plan, week, List.of(), evidence.ledger(days));
            publish(finding.assessment().targets(), at);
        } catch (NothingCollected _) {
            // The first delivery is yet to come.
        }
    }

    void publish(Assessment.Targets targets, Instant at) {
        var data =
                Stream.concat(targets.lines().stream(), Stream.of(targets.total()))
                        .flatMap(line -> data(line, at))
                        .toList();
        if (!data.isEmpty()) {
            cloudWatch.putMetricData(r -> r.namespace(HealthMetric.NAMESPACE).metricData(data));
        }
    }

    /// What is not known is not sent: an alarm tells missing data from zero.
    private static Stream<MetricDatum> data(Line line, Instant at) {
        return switch (line.standing()) {
            case Standing.Measured m ->
                    Stream.of(
                            datum(RUN_RATE, line, m.runRate(), at), datum(GAP, line, m.gap(), at));
            case Standing.NoTarget(var runRate) -> Stream.of(datum(RUN_RATE, line, runRate, at));
            case Standing.NotEnoughData _ -> Stream.of();
        };
    }

    /// CloudWatch takes ASCII in dimensions, and binary floating point for values.
    private static MetricDatum datum(String metric, Line line, BigDecimal value, Instant at) {
        var name = line.name().replaceAll("[^\\x20-\\x7e]", "_");
        return MetricDatum.builder()
                .metricName(metric)
                .dimensions(Dimension.builder().name(CATEGORY).value(name).build())
                .timestamp(at)
                .value(value.doubleValue())
                .build();
    }
}
