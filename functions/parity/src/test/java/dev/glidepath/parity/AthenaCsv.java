package dev.glidepath.parity;

import io.trino.testing.MaterializedResult;
import io.trino.testing.MaterializedRow;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A result as Athena writes it to S3: every value in quotes, NULL as nothing.
final class AthenaCsv {

    private AthenaCsv() {}

    static Path write(MaterializedResult result, Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write(line(result.getColumnNames()));
            for (var row : result.getMaterializedRows()) {
                out.write(line(values(row)));
            }
        }
        return file;
    }

    private static List<Object> values(MaterializedRow row) {
        return IntStream.range(0, row.getFieldCount()).mapToObj(row::getField).toList();
    }

    private static String line(List<?> values) {
        return values.stream().map(AthenaCsv::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> "\"" + number.toPlainString() + "\"";
            default -> "\"" + value.toString().replace("\"", "\"\"") + "\"";
        };
    }
}
