package dev.glidepath.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What a recipient reads: the HTML and the text say the same.
public record Letter(String subject, String html, String text, List<Attachment> attachments) {

    public Letter {
        attachments = List.copyOf(attachments);
    }

    /// SHA-256 of all that it says.
    public String hash() {
        var digest = sha256();
        add(digest, subject);
        add(digest, text);
        add(digest, html);
        for (var attachment : attachments) {
            add(digest, attachment.name());
            add(digest, attachment.type());
            add(digest, attachment.contentId());
            add(digest, attachment.base64());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
