package dev.glidepath.trends.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What says how to ask.
final class Documents {

    /// For who edits a dashboard, as Markdown.
    static final String WIDGETS = text("widgets.md");

    /// For programs.
    static final String OPENAPI = text("openapi.yaml");

    private Documents() {}

    private static String text(String name) {
        try (var file = Objects.requireNonNull(Documents.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
