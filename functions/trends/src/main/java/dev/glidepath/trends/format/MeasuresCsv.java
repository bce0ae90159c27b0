package dev.glidepath.trends.format;

import com.fasterxml.jackson.databind.JsonNode;

import de.siegmar.fastcsv.writer.CsvWriter;

import dev.glidepath.trends.overview.Overview;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The plan's measures for spreadsheets: a row each, with the columns that [MeasuresJson] has as
/// fields. Empty is unknown or not set. Milestones stand in one cell, `6M 2026-07-01 85; 12M …`.
public final class MeasuresCsv {

    private static final List<String> FIELDS =
            List.of(
                    "group",
                    "name",
                    "unit",
                    "higherIsBetter",
                    "value",
                    "date",
                    "origin",
                    "weekBefore",
                    "status",
                    "asked",
                    "monthsAhead",
                    "since",
                    "milestones",
                    "target",
                    "beyond",
                    "benchmark",
                    "versusBenchmark");

    private MeasuresCsv() {}

    /// Nothing but the columns for a scope that the plan measures nothing of.
    public static String of(Overview overview) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(FIELDS.stream().map(MeasuresCsv::column).toList());
            overview.week()
                    .map(finding -> MeasuresJson.of(finding.assessment().scorecard()))
                    .ifPresent(measures -> measures.forEach(m -> csv.writeRecord(row(m))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// `week_before`, as the columns of trends are written.
    private static String column(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static List<String> row(JsonNode measure) {
        var row = new ArrayList<String>();
        for (var field : FIELDS) {
            row.add(cell(measure.path(field)));
        }
        row.set(0, SpreadsheetText.of(row.get(0)));
        row.set(1, SpreadsheetText.of(row.get(1)));
        return row;
    }

    private static String cell(JsonNode value) {
        return value.isArray()
                ? SpreadsheetText.of(
                        StreamSupport.stream(value.spliterator(), false)
                                .map(MeasuresCsv::milestone)
                                .collect(Collectors.joining("; ")))
                : value.asText("");
    }

    private static String milestone(JsonNode milestone) {
        return "%s %s %s"
                .formatted(
                        milestone.path("label").asText(),
                        milestone.path("date").asText(),
                        milestone.path("value").asText());
    }
}
