package dev.glidepath.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.glidepath.collect.Collected;
import dev.glidepath.collect.Collected.Outcome;
import dev.glidepath.collect.advice.Advice;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// What was collected, for programs: every amount is the exact decimal as a string, null where the
/// export does not say. Each table is by key, then currency:
///
/// ```
/// {"executions": [{"export", "billingPeriod", "executionId", "format", "files", "rows", "outcome"}],
///  "totals": {"USD": {"rows", "billed", "effective", "list", "contracted"}},
///  "byCategory": {"Unallocated": {"USD": {…}}}, "byChargeMonth", "byChargeDay", "byService",
///  "byChargeCategory", "recommendations": [{"export", "date", "count"}]}
/// ```
///
/// Where one billing period of an export was delivered more than once, the tables count its newest
/// delivery only, as the store does. A row of a charge over several days counts on its first.
record CollectReport(List<Collected> collected, List<Advice.Read> advice) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private record Sum(long rows, Amounts amounts) {
        static final Sum ZERO = new Sum(0, Amounts.NONE);

        Sum plus(long moreRows, Amounts more) {
            return new Sum(rows + moreRows, amounts.plus(more));
        }
    }

    ObjectNode json() {
        var root = JSON.objectNode();
        root.set("executions", executions());
        var totals = Optional.ofNullable(table(by((_, _) -> "")).get(""));
        root.set("totals", totals.orElseGet(JSON::objectNode));
        root.set("byCategory", table(by((_, line) -> line.category())));
        root.set("byChargeMonth", table(by((day, _) -> YearMonth.from(day).toString())));
        root.set("byChargeDay", table(by((day, _) -> day.toString())));
        root.set("byService", table(by((_, line) -> service(line))));
        root.set("byChargeCategory", table(by((_, line) -> line.dimensions().charge().category())));
        if (!advice.isEmpty()) {
            root.set("recommendations", recommendations());
        }
        return root;
    }

    private ArrayNode recommendations() {
        var days = JSON.arrayNode();
        for (var each : advice) {
            days.addObject()
                    .put("export", each.export())
                    .put("date", each.day().toString())
                    .put("count", each.count());
        }
        return days;
    }

    private ArrayNode executions() {
        var executions = JSON.arrayNode();
        for (var each : collected) {
            var execution = each.execution();
            executions
                    .addObject()
                    .put("export", execution.id().export())
                    .put("billingPeriod", execution.id().billingPeriod().toString())
                    .put("executionId", execution.id().executionId())
                    .put("format", execution.source().format())
                    .put("files", execution.files().size())
                    .put("rows", execution.rows())
                    .put("outcome", outcome(each.outcome()));
        }
        return executions;
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded _ -> "recorded";
            case Outcome.Unchanged _ -> "unchanged";
            case Outcome.Superseded _ -> "superseded";
        };
    }

    private static String service(CostLine line) {
        return Optional.ofNullable(line.dimensions().service().name()).orElse("(none)");
    }

    private Map<String, Map<String, Sum>> by(BiFunction<LocalDate, CostLine, String> key) {
        var sums = new TreeMap<String, Map<String, Sum>>();
        for (var each : newest()) {
            each.days()
                    .forEach(
                            (day, lines) ->
                                    lines.forEach(line -> add(sums, key.apply(day, line), line)));
        }
        return sums;
    }

    private Collection<Collected> newest() {
        var newest = new TreeMap<String, Collected>();
        for (var each : collected) {
            var id = each.execution().id();
            newest.merge(
                    id.export() + " of " + id.billingPeriod(),
                    each,
                    (a, b) -> b.execution().id().compareTo(a.execution().id()) < 0 ? a : b);
        }
        return newest.values();
    }

    private static void add(Map<String, Map<String, Sum>> sums, String key, CostLine line) {
        sums.computeIfAbsent(key, _ -> new TreeMap<>())
                .merge(
                        line.dimensions().currency(),
                        Sum.ZERO.plus(line.rows(), line.amounts()),
                        (sum, more) -> sum.plus(more.rows, more.amounts));
    }

    private static ObjectNode table(Map<String, Map<String, Sum>> sums) {
        var table = JSON.objectNode();
        sums.forEach(
                (key, currencies) -> {
                    var entry = table.putObject(key);
                    currencies.forEach((currency, sum) -> entry.set(currency, sum(sum)));
                });
        return table;
    }

    private static ObjectNode sum(Sum sum) {
        var node = JSON.objectNode().put("rows", sum.rows);
        for (var metric : Metric.values()) {
            var name = metric.name().toLowerCase(Locale.ROOT);
            node.put(
                    name,
                    Optional.ofNullable(sum.amounts.of(metric))
                            .map(BigDecimal::toPlainString)
                            .orElse(null));
        }
        return node;
    }
}
