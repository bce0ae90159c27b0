package dev.glidepath.core.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names, people, and words out of a fixed list.
final class TextForm {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?) ?%");
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*"
                            + "@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
    private static final Pattern NAMED_EMAIL = Pattern.compile("([^<>@]+) <([^<>]*)>");

    private TextForm() {}

    /// One line of at most `longest` characters.
    static Form<String> line(int longest) {
        return text -> {
            OneLine.fault(text, longest)
                    .ifPresent(
                            fault -> {
                                throw new Form.Refused(fault);
                            });
            return text;
        };
    }

    static String email(String text) {
        if (text.length() > 254 || !EMAIL.matcher(text).matches()) {
            throw new Form.Refused(
                    "\"" + text + "\" is not an email address: write it like finance@example.com");
        }
        return text;
    }

    /// A name, an address, or both: `Head of Platform <platform@example.com>`.
    static String owner(String text) {
        var line = line(100).of(text);
        var named = NAMED_EMAIL.matcher(line);
        if (named.matches()) {
            email(named.group(2));
        } else if (line.contains("@")) {
            email(line);
        } else if (line.contains("<") || line.contains(">")) {
            throw new Form.Refused(
                    "\""
                            + line
                            + "\" is half an address: write"
                            + " Head of Platform <platform@example.com>");
        }
        return line;
    }

    static String currency(String text) {
        boolean known =
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(c -> c.getCurrencyCode().equals(text));
        if (!known) {
            throw new Form.Refused(
                    "\""
                            + text
                            + "\" is not a currency: write its code of three capitals, e.g."
                            + " USD");
        }
        return text;
    }

    /// In percent and as precise as written: 33.3 for `33.3%`.
    static BigDecimal percent(String text) {
        var percent = PERCENT.matcher(text);
        if (!percent.matches()) {
            throw new Form.Refused("\"" + text + "\" is not a percentage: write it like 2%");
        }
        return new BigDecimal(percent.group(1));
    }

    static int months(String text) {
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > 120) {
            throw new Form.Refused(
                    "\"" + text + "\" is not a number of months: write 1 to 120, e.g. 12");
        }
        return Integer.parseInt(text);
    }

    /// One of the words, however its letters are cased.
    static Form<String> oneOf(String what, String... words) {
        var known = List.of(words);
        return text ->
                known.stream()
                        .filter(w -> w.equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new Form.Refused(
                                                "unknown %s \"%s\"%s"
                                                        .formatted(
                                                                what,
                                                                text,
                                                                Suggestion.among(text, known))));
    }

    /// One of the constants, however its letters are cased.
    static <E extends Enum<E>> Form<E> oneOf(String what, E[] constants) {
        var words =
                Arrays.stream(constants)
                        .map(c -> c.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new);
        var word = oneOf(what, words);
        return text -> constants[Arrays.asList(words).indexOf(word.of(text))];
    }
}
