package dev.glidepath.trends.function;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Question;
import dev.glidepath.trends.series.Scope;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A question as it is sent: `{"grain", "scope", "from", "to", "format", "asOf"}`, each of them a
/// text and none of them required.
///
/// @param asOf empty for now
record Asked(Question question, Format format, Optional<Instant> asOf) {

    private static final List<String> KEYS =
            List.of("grain", "scope", "from", "to", "format", "asOf");
    private static final int LONGEST = 100;

    enum Format {
        JSON,
        CSV
    }

    /// @throws IllegalArgumentException for a key that is not known, and a value that is none
    static Asked of(JsonNode sent) {
        if (!sent.isObject()) {
            throw new IllegalArgumentException(
                    "this is no question: send {} for 16 weeks of everything");
        }
        sent.fieldNames().forEachRemaining(Asked::requireKnown);
        return new Asked(
                new Question(
                        value(sent, "from", "a day: write it as 2026-01-05", Asked::day),
                        value(sent, "to", "a day: write it as 2026-01-31", Asked::day),
                        word(sent, "grain", Grain.WEEK),
                        text(sent, "scope")
                                .filter(name -> !name.equals("all"))
                                .<Scope>map(Scope.OneCategory::new)
                                .orElse(new Scope.All())),
                word(sent, "format", Format.JSON),
                value(sent, "asOf", "a time: write it as 2026-05-13T06:00:00Z", Instant::parse));
    }

    private static void requireKnown(String key) {
        if (!KEYS.contains(key)) {
            throw new IllegalArgumentException(
                    "%s is no key of a question: use %s"
                            .formatted(quoted(key), String.join(", ", KEYS)));
        }
    }

    private static Optional<String> text(JsonNode sent, String key) {
        return switch (sent.path(key)) {
            case TextNode text when text.textValue().length() <= LONGEST ->
                    Optional.of(text.textValue());
            case TextNode _ ->
                    throw new IllegalArgumentException(
                            "\"%s\" is longer than %d characters".formatted(key, LONGEST));
            case MissingNode _, NullNode _ -> Optional.empty();
            default ->
                    throw new IllegalArgumentException(
                            "\"%s\" is no text: put its value between quotes".formatted(key));
        };
    }

    private static <T> Optional<T> value(
            JsonNode sent, String key, String form, Function<String, T> parse) {
        return text(sent, key)
                .map(
                        text -> {
                            try {
                                return parse.apply(text);
                            } catch (DateTimeException e) {
                                throw new IllegalArgumentException(
                                        "\"%s\": %s is not %s".formatted(key, quoted(text), form),
                                        e);
                            }
                        });
    }

    /// The ISO form allows years that no store has.
    private static LocalDate day(String text) {
        if (text.length() != "2026-01-05".length()) {
            throw new DateTimeException(text);
        }
        return LocalDate.parse(text);
    }

    private static <E extends Enum<E>> E word(JsonNode sent, String key, E unless) {
        var known = unless.getDeclaringClass().getEnumConstants();
        return text(sent, key)
                .map(
                        text ->
                                Arrays.stream(known)
                                        .filter(constant -> lower(constant).equals(text))
                                        .findFirst()
                                        .orElseThrow(() -> none(key, text, Stream.of(known))))
                .orElse(unless);
    }

    private static IllegalArgumentException none(
            String key, String text, Stream<? extends Enum<?>> known) {
        return new IllegalArgumentException(
                "\"%s\": %s is none of %s"
                        .formatted(
                                key, quoted(text), known.map(Asked::lower).collect(joining(", "))));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// In one line, whatever it has.
    private static String quoted(String text) {
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return "\"" + cut.replaceAll("\\p{Cntrl}", " ") + "\"";
    }
}
