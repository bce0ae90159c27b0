package dev.glidepath.collect.charges;

import dev.glidepath.collect.Limit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Parts of one format, as the engine's SQL names them.
final class Parts {

    private Parts() {}

    static long bytes(List<PartFile> parts) {
        return parts.stream().mapToLong(PartFile::bytes).sum();
    }

    static String paths(List<PartFile> parts) {
        return parts.stream()
                .map(part -> Sql.literal(part.path().toString()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /// Columns of a CSV go by their position, because names may be anything, even twice the same.
    static String source(List<PartFile> parts, int columns) {
        var paths = paths(parts);
        if (parts.getFirst().parquet()) {
            return "read_parquet(" + paths + ", hive_partitioning = false)";
        }
        var types = new ArrayList<String>();
        for (int i = 0; i < columns; i++) {
            types.add("'c" + i + "': 'VARCHAR'");
        }
        return """
        read_csv(%s, columns = {%s}, auto_detect = false, header = true, delim = ',', quote = '"',
            escape = '"', strict_mode = true, null_padding = false, hive_partitioning = false,
            max_line_size = %d)"""
                .formatted(
                        paths, String.join(", ", types), parts.getFirst().limits().most(Limit.ROW));
    }
}
