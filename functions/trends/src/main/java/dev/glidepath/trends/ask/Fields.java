package dev.glidepath.trends.ask;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Question;
import dev.glidepath.trends.series.Scope;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The texts of a question by their keys; an empty one is not there.
public record Fields(Map<String, String> texts) {

    /// Of every question.
    public static final List<String> QUESTION = List.of("grain", "scope", "from", "to", "asOf");

    static final List<String> FORMAT = List.of("grain", "scope", "from", "to", "format", "asOf");

    private static final int LONGEST = 200;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    public Fields {
        texts = Map.copyOf(texts);
    }

    /// @throws IllegalArgumentException for a key that is not known, and a value that is no text
    static Fields of(JsonNode sent, List<String> known) {
        if (!sent.isObject()) {
            throw new IllegalArgumentException(
                    "this is no question: send {} for 16 weeks of everything");
        }
        var texts = new TreeMap<String, String>();
        sent.properties()
                .forEach(
                        field -> {
                            requireKnown(field.getKey(), known);
                            text(field.getKey(), field.getValue())
                                    .ifPresent(text -> texts.put(field.getKey(), text));
                        });
        return of(texts);
    }

    /// @throws IllegalArgumentException for a value that is too long
    static Fields of(Map<String, String> texts) {
        texts.forEach(
                (key, text) -> {
                    if (text.length() > LONGEST) {
                        throw new IllegalArgumentException(
                                "\"%s\" is longer than %d characters".formatted(key, LONGEST));
                    }
                });
        return new Fields(texts);
    }

    static void requireKnown(String key, List<String> known) {
        if (!known.contains(key)) {
            throw new IllegalArgumentException(
                    "%s is no key of a question: use %s"
                            .formatted(quoted(key), String.join(", ", known)));
        }
    }

    private static Optional<String> text(String key, JsonNode value) {
        if (value.isTextual()) {
            return Optional.of(value.textValue());
        }
        if (value.isNull()) {
            return Optional.empty();
        }
        throw new IllegalArgumentException(
                "\"%s\" is no text: put its value between quotes".formatted(key));
    }

    /// @throws IllegalArgumentException for a value that is none
    Question question() {
        return new Question(
                value("from", "a day: write it as 2026-01-05", Fields::day),
                value("to", "a day: write it as 2026-01-31", Fields::day),
                word("grain", Grain.WEEK),
                text("scope").map(Scope::of).orElse(new Scope.All()));
    }

    /// A day is meant to its end.
    Optional<Instant> asOf() {
        return value(
                "asOf", "a time: write it as 2026-05-13T06:00:00Z or 2026-05-13", Fields::time);
    }

    <E extends Enum<E>> E word(String key, E unless) {
        var known = unless.getDeclaringClass().getEnumConstants();
        return text(key)
                .map(
                        text ->
                                Arrays.stream(known)
                                        .filter(constant -> lower(constant).equals(text))
                                        .findFirst()
                                        .orElseThrow(() -> none(key, text, Stream.of(known))))
                .orElse(unless);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(texts.get(key)).filter(text -> !text.isEmpty());
    }

    /// Those of the question, in their order.
    Map<String, String> address() {
        var own = new LinkedHashMap<String, String>();
        QUESTION.forEach(key -> text(key).ifPresent(text -> own.put(key, text)));
        return own;
    }

    private <T> Optional<T> value(String key, String form, Function<String, T> parse) {
        return text(key)
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

    private static Instant time(String text) {
        var time =
                text.contains("T")
                        ? Instant.parse(text)
                        : day(text).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new DateTimeException(text);
        }
        return time;
    }

    private static IllegalArgumentException none(
            String key, String text, Stream<? extends Enum<?>> known) {
        return new IllegalArgumentException(
                "\"%s\": %s is none of %s"
                        .formatted(
                                key,
                                quoted(text),
                                known.map(Fields::lower).collect(joining(", "))));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// In one line, whatever it has.
    static String quoted(String text) {
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return "\"" + cut.replaceAll("\\p{Cntrl}", " ") + "\"";
    }
}
