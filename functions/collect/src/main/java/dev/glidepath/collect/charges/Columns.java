package dev.glidepath.collect.charges;

import dev.glidepath.collect.Refusal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The columns of one file, found by any of their spellings.
final class Columns {

    private final String file;
    private final List<Column> all;
    private final Map<String, List<Column>> byName = new HashMap<>();

    /// @param file for messages
    Columns(String file, List<Column> columns) {
        this.file = file;
        this.all = List.copyOf(columns);
        for (var column : columns) {
            byName.computeIfAbsent(Column.canonical(column.name()), _ -> new ArrayList<>())
                    .add(column);
        }
    }

    String file() {
        return file;
    }

    List<Column> all() {
        return all;
    }

    boolean has(String name) {
        return byName.containsKey(Column.canonical(name));
    }

    /// The first of these columns that the file has.
    ///
    /// @throws Refusal when the file has two of that name: which one counts would be a guess
    Optional<Column> find(String... names) {
        for (var name : names) {
            var columns = byName.getOrDefault(Column.canonical(name), List.of());
            if (columns.size() > 1) {
                throw new Refusal(
                        "%s: column %s appears %d times; export it once"
                                .formatted(file, columns.getFirst().name(), columns.size()));
            }
            if (!columns.isEmpty()) {
                return Optional.of(columns.getFirst());
            }
        }
        return Optional.empty();
    }
}
