package dev.glidepath.local.host;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// The parameters of a query string, and of a body of AWS's query protocol.
record Form(Map<String, String> values) {

    static Form ofBody(HttpExchange exchange) throws IOException {
        return of(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
    }

    static Form ofQuery(HttpExchange exchange) {
        var query = exchange.getRequestURI().getRawQuery();
        return of(query == null ? "" : query);
    }

    private static Form of(String text) {
        var values = new TreeMap<String, String>();
        for (var pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                values.put(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return new Form(values);
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
