package dev.glidepath.local.host;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// An answer over HTTP.
record Reply(int status, String type, String body) {

    static Reply xml(int status, String text) {
        return new Reply(status, "text/xml", text);
    }

    static Reply text(int status, String text) {
        return new Reply(status, "text/plain", text);
    }

    /// For what only the real service does.
    static Reply unknown(String operation) {
        return xml(
                501,
                """
                <ErrorResponse><Error><Code>NotImplemented</Code>\
                <Message>%s: this machine does not know it; use --account</Message>\
                </Error></ErrorResponse>"""
                        .formatted(escaped(operation)));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    void send(HttpExchange exchange) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean bare = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bare ? -1 : bytes.length);
        if (!bare) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
