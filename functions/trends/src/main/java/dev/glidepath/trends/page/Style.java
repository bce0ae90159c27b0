package dev.glidepath.trends.page;

import dev.glidepath.core.chart.Svg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/// The style sheet and the script of the page, which stand in it, and the policy that lets a
/// browser take these and nothing else.
public final class Style {

    private static final String PARTS = text("parts.css");
    private static final String DARK = text("dark.css") + Svg.dark();

    public static final String PAGE =
            PARTS
                    + text("page.css")
                    + "@media screen and (prefers-color-scheme:dark){"
                    + DARK
                    + "}";

    public static final String SCRIPT = text("page.js");

    /// The browser's rule for the page.
    public static final String POLICY =
            "default-src 'none'; img-src data:; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'self'"
                    .formatted(hash(PAGE), hash(SCRIPT));

    private Style() {}

    /// Of a part of the page that stands in another one.
    public static String widget(boolean dark) {
        return dark ? PARTS + DARK : PARTS;
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String text(String name) {
        try (var file = Objects.requireNonNull(Style.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
