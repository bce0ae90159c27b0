package dev.glidepath.core.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The known name that somebody probably meant.
final class Suggestion {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");
    private static final int LONGEST = 80;

    private Suggestion() {}

    /// The nearest name, if at most a third of it differs.
    static Optional<String> near(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> distance(written, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(written, name)));
    }

    /// `: did you mean "X"?`, or where nothing is near, the names to choose from.
    static String among(String written, Collection<String> known) {
        return near(written, known)
                .map(name -> ": did you mean \"" + name + "\"?")
                .orElseGet(
                        () ->
                                known.isEmpty()
                                        ? ": there is none to choose from"
                                        : ": choose from "
                                                + known.stream()
                                                        .distinct()
                                                        .collect(Collectors.joining(", ")));
    }

    private static int distance(String written, String known) {
        return edits(plain(written), plain(known));
    }

    private static String plain(String name) {
        return SEPARATORS.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    private static int edits(String a, String b) {
        var above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
