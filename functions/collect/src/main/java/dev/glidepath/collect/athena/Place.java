package dev.glidepath.collect.athena;

import java.util.Optional;
import java.util.regex.Pattern;

/// What the stack made for queries, and from which size on they are asked.
///
/// @param bucket for results, tickets and lists of files
/// @param above bytes of a delivery's files that the function still reads itself
public record Place(String workgroup, String database, String bucket, String owner, long above) {

    /// As a stack without queries says it.
    public static final String OFF = "off";

    private static final Pattern WORDS =
            Pattern.compile("(\\S+) (\\S+) (\\S+) (\\d{12}) (\\d{1,15})");

    /// @param text `workgroup database bucket account bytes`, or [#OFF]
    public static Optional<Place> of(String text) {
        if (text.equals(OFF)) {
            return Optional.empty();
        }
        var words = WORDS.matcher(text);
        if (!words.matches()) {
            throw new IllegalArgumentException(
                    "queries are asked of \""
                            + text
                            + "\": write off, or workgroup, database, bucket, account and bytes with"
                            + " a space between them");
        }
        return Optional.of(
                new Place(
                        words.group(1),
                        words.group(2),
                        words.group(3),
                        words.group(4),
                        Long.parseLong(words.group(5))));
    }

    /// As the function is told of it.
    public String text() {
        return "%s %s %s %s %d".formatted(workgroup, database, bucket, owner, above);
    }

    String uri(String key) {
        return "s3://" + bucket + "/" + key;
    }
}
