package dev.glidepath.core.figures;

import org.jspecify.annotations.Nullable;

/// Names that come with the data: services, providers, exports, categories.
public final class Names {

    private static final int LONGEST = 80;

    private Names() {}

    /// Without control characters and without those that turn the direction of text around; at most
    /// 80 characters. Empty and null are `fallback`.
    public static String clean(@Nullable String name, String fallback) {
        if (name == null) {
            return fallback;
        }
        var kept = new StringBuilder(name.length());
        name.codePoints().filter(Names::isShown).forEach(kept::appendCodePoint);
        var text = kept.toString().strip();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            text = text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
        }
        return text.isEmpty() ? fallback : text;
    }

    /// Also of text of our own that has names in it.
    public static String clean(String text) {
        return clean(text, "");
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
