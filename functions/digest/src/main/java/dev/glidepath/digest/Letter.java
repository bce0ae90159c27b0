package dev.glidepath.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a recipient reads: the HTML and the text say the same.
public record Letter(String subject, String html, String text) {

    /// SHA-256 of all that it says.
    public String hash() {
        var bytes = String.join("\0", subject, text, html).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
