package dev.glidepath.collect.metrics;

import dev.glidepath.core.plan.Metering;

import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One number per day as CloudWatch is asked for it: metrics, and perhaps an expression over them,
/// which have to be asked in one request.
///
/// @param name what the numbers are known by
record Query(String name, Optional<String> region, List<MetricDataQuery> parts, String answer) {

    /// A whole day is a multiple of every resolution that is kept: of a minute for 15 days, of five
    /// for 63, of an hour for 455. So one period is right at any age.
    private static final int DAY = 86_400;

    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|'[^']*'|\\b[a-z]\\w*\\b");

    Query {
        parts = List.copyOf(parts);
    }

    /// @param number unlike that of any other query of the same request
    static Query of(Metering metering, int number) {
        var prefix = "q" + number + "_";
        var parts = new ArrayList<MetricDataQuery>();
        boolean alone = metering.expression().isEmpty();
        for (var series : metering.series()) {
            parts.add(part(series, prefix, alone));
        }
        metering.expression()
                .ifPresent(
                        text ->
                                parts.add(
                                        MetricDataQuery.builder()
                                                .id(prefix)
                                                .expression(renamed(text, metering, prefix))
                                                .period(DAY)
                                                .returnData(true)
                                                .build()));
        return new Query(metering.id(), metering.region(), parts, parts.getLast().id());
    }

    private static MetricDataQuery part(Metering.Series series, String prefix, boolean alone) {
        var dimensions =
                new TreeMap<>(series.dimensions())
                        .entrySet().stream()
                                .map(
                                        d ->
                                                Dimension.builder()
                                                        .name(d.getKey())
                                                        .value(d.getValue())
                                                        .build())
                                .toList();
        return MetricDataQuery.builder()
                .id(prefix + series.name())
                .metricStat(
                        stat ->
                                stat.period(DAY)
                                        .stat(series.statistic())
                                        .metric(
                                                metric ->
                                                        metric.namespace(series.namespace())
                                                                .metricName(series.metric())
                                                                .dimensions(dimensions)))
                .returnData(alone)
                .build();
    }

    /// The plan's names of metrics are its own; in a request they must be unlike all others.
    private static String renamed(String expression, Metering metering, String prefix) {
        var names = metering.series().stream().map(Metering.Series::name).toList();
        return WORD.matcher(expression)
                .replaceAll(
                        word ->
                                Matcher.quoteReplacement(
                                        names.contains(word.group())
                                                ? prefix + word.group()
                                                : word.group()));
    }
}
