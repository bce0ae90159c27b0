package dev.glidepath.collect.athena;

import dev.glidepath.collect.charges.TableQuery;
import dev.glidepath.collect.charges.TableShape.Field;

import java.util.List;
import java.util.Map;

/// A table of exactly the files that a list names, wherever they lie: what else is in their folder
/// is not of the table.
///
/// @param serde which reads a file
public record TableDefinition(
        List<Field> fields,
        String serde,
        Map<String, String> serdeParameters,
        Map<String, String> parameters) {

    public static final String INPUT = "org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat";
    public static final String OUTPUT =
            "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";

    private static final String PARQUET =
            "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe";
    private static final String CSV = "org.apache.hadoop.hive.serde2.OpenCSVSerde";

    /// By itself it takes a backslash for an escape, which is a character like others in an export.
    private static final Map<String, String> RFC_4180 =
            Map.of("separatorChar", ",", "quoteChar", "\"", "escapeChar", "\0");

    public TableDefinition {
        fields = List.copyOf(fields);
        serdeParameters = Map.copyOf(serdeParameters);
        parameters = Map.copyOf(parameters);
    }

    public static TableDefinition of(TableQuery query) {
        return query.csv()
                ? new TableDefinition(
                        query.fields(),
                        CSV,
                        RFC_4180,
                        Map.of("EXTERNAL", "TRUE", "skip.header.line.count", "1"))
                : new TableDefinition(
                        query.fields(), PARQUET, Map.of(), Map.of("EXTERNAL", "TRUE"));
    }
}
