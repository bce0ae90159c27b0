package dev.glidepath.core.plan;

import java.util.Optional;

/// What a person writes and others will read, on one line: names in the plan, and reasons.
public final class OneLine {

    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private OneLine() {}

    /// @return what is wrong with the text and what to do, if it is not one line of at most
    ///   `longest` characters that reads as it is written
    public static Optional<String> fault(String text, int longest) {
        if (text.codePoints().anyMatch(OneLine::breaksOrControls)) {
            return Optional.of("a line break or a control character: keep it on one line");
        }
        if (text.codePoints().anyMatch(OneLine::reordersText)) {
            return Optional.of(
                    "an invisible character that changes the order of letters: type it again"
                            + " instead of pasting it");
        }
        if (text.length() > longest) {
            return Optional.of(
                    "%d characters is too long to show: write at most %d"
                            .formatted(text.length(), longest));
        }
        return Optional.empty();
    }

    /// @param what the text is, for the message
    /// @return the text without blanks around it
    /// @throws IllegalArgumentException for none, and for [#fault]
    public static String require(String what, String text, int longest) {
        var line = text.strip();
        if (line.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty: write one line");
        }
        fault(line, longest)
                .ifPresent(
                        fault -> {
                            throw new IllegalArgumentException(what + ": " + fault);
                        });
        return line;
    }

    private static boolean breaksOrControls(int c) {
        return Character.isISOControl(c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
    }

    /// Unicode's explicit bidirectional controls: a name with one reads as another.
    private static boolean reordersText(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
