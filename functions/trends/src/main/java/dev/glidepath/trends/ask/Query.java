package dev.glidepath.trends.ask;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The part of an address behind the question mark.
public final class Query {

    private static final int LONGEST = 2_000;

    private Query() {}

    /// @param raw as it was sent; null for none
    /// @throws IllegalArgumentException for a key that is not known or comes twice, and for what is
    ///   no query
    static Fields read(@Nullable String raw) {
        var texts = new TreeMap<String, String>();
        if (raw == null || raw.isEmpty()) {
            return Fields.of(texts);
        }
        if (raw.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the query is longer than %d characters".formatted(LONGEST));
        }
        for (var pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            var key = decoded(equals < 0 ? pair : pair.substring(0, equals));
            Fields.requireKnown(key, Fields.QUESTION);
            if (texts.put(key, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
                throw new IllegalArgumentException("\"%s\" is asked for twice".formatted(key));
            }
        }
        return Fields.of(texts);
    }

    /// In the order of the map.
    public static String of(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        String decoded;
        try {
            decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the query has a % that stands for nothing", e);
        }
        if (decoded.indexOf('\ufffd') >= 0) {
            throw new IllegalArgumentException("the query is not UTF-8");
        }
        return decoded;
    }
}
