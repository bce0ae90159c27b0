package dev.glidepath.collect.charges;

import dev.glidepath.collect.Refusal;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What DuckDB says over many lines, in one.
final class EngineError {

    private static final Pattern LENGTH =
            Pattern.compile("(?s)Line: (\\d+).*Expected Number of Columns: (\\d+) Found: (\\d+)");
    private static final Pattern LINE = Pattern.compile("(?s)Line: (\\d+)\\R.*?\\R([^\\n]+)");
    private static final String AGAIN = "; deliver or copy the file again";

    private EngineError() {}

    /// Of the engine, and of no file: what it was given is too little.
    static Optional<Refusal> shortage(SQLException e) {
        var text = Optional.ofNullable(e.getMessage()).orElse("");
        if (text.contains("No space left") || text.contains("max_temp_directory_size")) {
            return Optional.of(
                    new Refusal(
                            "the disk for temporary files is full (%s); give the function more ephemeral storage"
                                    .formatted(oneLine(text)),
                            e));
        }
        return text.startsWith("Out of Memory")
                ? Optional.of(
                        new Refusal(
                                "summing the charges takes more memory than there is (%s); give the function more"
                                        .formatted(oneLine(text)),
                                e))
                : Optional.empty();
    }

    static Refusal unreadable(PartFile part, SQLException e) {
        var text =
                Optional.ofNullable(e.getMessage())
                        .orElse("")
                        .replace(part.path().toString(), part.name());
        var length = LENGTH.matcher(text);
        if (length.find()) {
            return refusal(
                    part,
                    "row %s: has %s columns instead of %s"
                            .formatted(length.group(1), length.group(3), length.group(2)),
                    e);
        }
        if (text.contains("state machine reached an invalid state")) {
            return refusal(
                    part,
                    "is no CSV: its lines end in several ways, or its quotes do not match",
                    e);
        }
        var line = LINE.matcher(text);
        return line.find()
                ? refusal(part, "row %s: %s".formatted(line.group(1), line.group(2).strip()), e)
                : refusal(part, "cannot be read: " + oneLine(text), e);
    }

    static String oneLine(SQLException e) {
        return oneLine(Optional.ofNullable(e.getMessage()).orElse(""));
    }

    private static String oneLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .limit(2)
                .map(String::strip)
                .collect(Collectors.joining(" "))
                .transform(line -> line.length() > 200 ? line.substring(0, 200) + "…" : line);
    }

    private static Refusal refusal(PartFile part, String problem, SQLException e) {
        return new Refusal(part.name() + ": " + problem + AGAIN, e);
    }
}
