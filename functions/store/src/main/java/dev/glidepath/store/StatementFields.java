package dev.glidepath.store;

import dev.glidepath.core.cost.Execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A statement's fields: what was read, and under which hashes its days are.
final class StatementFields {

    private StatementFields() {}

    static Map<String, Object> of(Statement statement) {
        var execution = statement.execution();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("export", execution.id().export());
        fields.put("billingPeriod", execution.id().billingPeriod().toString());
        fields.put("executionId", execution.id().executionId());
        fields.put("delivered", execution.id().delivered().toString());
        fields.put("format", execution.source().format());
        fields.put("manifest", execution.source().manifest());
        fields.put("allocation", statement.allocation());
        fields.put("files", files(execution.files()));
        fields.put("days", days(statement));
        return fields;
    }

    private static List<Map<String, Object>> files(List<Execution.FileRead> files) {
        return files.stream()
                .map(
                        f ->
                                Map.<String, Object>of(
                                        "name", f.name(),
                                        "etag", f.etag(),
                                        "bytes", f.bytes(),
                                        "rows", f.rows()))
                .toList();
    }

    private static Map<String, Object> days(Statement statement) {
        var days = new TreeMap<String, Object>();
        statement
                .days()
                .forEach(
                        (date, day) ->
                                days.put(
                                        date.toString(),
                                        Map.of(
                                                "totals", day.at(Level.TOTALS).hash(),
                                                "detail", day.at(Level.DETAIL).hash())));
        return days;
    }
}
