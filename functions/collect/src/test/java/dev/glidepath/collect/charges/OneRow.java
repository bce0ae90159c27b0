package dev.glidepath.collect.charges;

import dev.glidepath.core.cost.ChargeGroup;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A bill of one row, of which a test says what counts for it.
abstract class OneRow {

    @TempDir Path folder;
    private final Map<String, String> row = new LinkedHashMap<>();

    @BeforeEach
    void begin() {
        row.putAll(beginning());
    }

    /// The columns that each row has, with their values.
    abstract Map<String, String> beginning();

    void put(String column, String value) {
        row.put(column, value);
    }

    ChargeGroup read(String... labels) {
        return charges(labels).periods().values().iterator().next().groups().getFirst();
    }

    Charges charges(String... labels) {
        var values =
                row.values().stream()
                        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","));
        return new Bill(folder).csv(String.join(",", row.keySet()) + "\n" + values + "\n", labels);
    }
}
