package dev.glidepath.infra;

import dev.glidepath.infra.settings.ExportFormat;

import software.amazon.awscdk.services.bcmdataexports.CfnExport.DataQueryProperty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What an export is asked for.
///
/// @param export the export's name, and so its folder in the bucket
/// @param name the table of Data Exports
/// @param query the resource with the columns: every one, because Data Exports knows no `SELECT *`
/// @param overwrites whether a delivery takes the place of the one before, instead of standing
///   beside it
record ExportTable(
        String export,
        String name,
        String query,
        Map<String, String> properties,
        boolean overwrites) {

    /// What Cost Optimization Hub recommends: of alternatives the one that saves most. Each day has
    /// a partition of its own, so that overwriting loses nothing.
    static final ExportTable RECOMMENDATIONS =
            new ExportTable(
                    "glidepath-recommendations",
                    "COST_OPTIMIZATION_RECOMMENDATIONS",
                    "recommendations.sql",
                    Map.of("INCLUDE_ALL_RECOMMENDATIONS", "FALSE", "FILTER", "{}"),
                    true);

    /// The properties in one order, as the template is to be the same bytes each time.
    ExportTable {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    static ExportTable of(ExportFormat format) {
        return switch (format) {
            case FOCUS ->
                    new ExportTable(
                            "glidepath-focus",
                            "FOCUS_1_2_AWS",
                            "focus-1.2.sql",
                            Map.of("TIME_GRANULARITY", "DAILY"),
                            false);
            case CUR ->
                    new ExportTable(
                            "glidepath-cur",
                            "COST_AND_USAGE_REPORT",
                            "cur-2.0.sql",
                            Map.of(
                                    "TIME_GRANULARITY", "DAILY",
                                    "INCLUDE_RESOURCES", "FALSE",
                                    "INCLUDE_SPLIT_COST_ALLOCATION_DATA", "FALSE",
                                    "INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY", "FALSE"),
                            false);
        };
    }

    DataQueryProperty dataQuery() {
        return DataQueryProperty.builder()
                .queryStatement(statement())
                .tableConfigurations(Map.of(name, properties))
                .build();
    }

    private String statement() {
        try (var resource = ExportTable.class.getResourceAsStream(query)) {
            var bytes = Objects.requireNonNull(resource, query).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(query + ": cannot be read", e);
        }
    }
}
