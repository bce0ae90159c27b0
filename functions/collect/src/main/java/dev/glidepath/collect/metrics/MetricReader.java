package dev.glidepath.collect.metrics;

import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.money.Money;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Asks CloudWatch of one region.
record MetricReader(CloudWatchClient cloudWatch) {

    /// What came of it.
    ///
    /// @param values per query's name, by UTC day; a day without a number is absent
    /// @param problems per query's name, why it is not all there
    record Answer(
            Map<String, NavigableMap<LocalDate, BigDecimal>> values, Map<String, String> problems) {

        Answer() {
            this(new HashMap<>(), new HashMap<>());
        }

        private void add(Answer other) {
            values.putAll(other.values);
            problems.putAll(other.problems);
        }
    }

    /// A request with a wrong query is refused as a whole: then each is asked alone, so that only
    /// the wrong one stays without an answer.
    Answer read(List<Query> queries, ChargeDays days) {
        var all = new Answer();
        for (var request : MetricRequests.of(queries)) {
            try {
                all.add(ask(request, days));
            } catch (CloudWatchException e) {
                if (e.statusCode() != 400 || e.isThrottlingException()) {
                    throw e;
                }
                request.forEach(query -> all.add(alone(query, days)));
            }
        }
        return all;
    }

    private Answer alone(Query query, ChargeDays days) {
        try {
            return ask(List.of(query), days);
        } catch (CloudWatchException e) {
            if (e.statusCode() != 400 || e.isThrottlingException()) {
                throw e;
            }
            var refused = new Answer();
            refused.problems.put(query.name(), e.awsErrorDetails().errorMessage());
            return refused;
        }
    }

    private Answer ask(List<Query> queries, ChargeDays days) {
        var names = new HashMap<String, String>();
        queries.forEach(query -> names.put(query.answer(), query.name()));
        var answer = new Answer();
        for (var page : cloudWatch.getMetricDataPaginator(request(queries, days))) {
            page.metricDataResults()
                    .forEach(r -> note(r, names.getOrDefault(r.id(), r.id()), answer));
        }
        return answer;
    }

    private static GetMetricDataRequest request(List<Query> queries, ChargeDays days) {
        return GetMetricDataRequest.builder()
                .metricDataQueries(queries.stream().flatMap(q -> q.parts().stream()).toList())
                .startTime(midnight(days.start()))
                .endTime(midnight(days.end()))
                .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                .build();
    }

    /// A result that goes on in the next page is partial until then.
    private static void note(MetricDataResult result, String name, Answer answer) {
        var series = answer.values.computeIfAbsent(name, _ -> new TreeMap<>());
        for (int i = 0; i < result.timestamps().size(); i++) {
            var day = LocalDate.ofInstant(result.timestamps().get(i), ZoneOffset.UTC);
            exact(result.values().get(i), series, day);
        }
        if (result.statusCode() == StatusCode.COMPLETE || result.statusCode() == null) {
            answer.problems.remove(name);
        } else {
            answer.problems.put(
                    name,
                    "CloudWatch answered "
                            + result.statusCodeAsString()
                            + ": "
                            + result.messages().stream()
                                    .map(m -> m.value())
                                    .findFirst()
                                    .orElse("run it again"));
        }
    }

    /// The shortest decimal that is this number; division by zero in metric math is no number.
    private static void exact(
            Double value, NavigableMap<LocalDate, BigDecimal> series, LocalDate day) {
        if (Double.isFinite(value)) {
            series.put(day, Money.normalise(BigDecimal.valueOf(value)));
        }
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
