package dev.glidepath.digest;

import java.util.Base64;

/// A file that travels with a letter.
///
/// @param contentId by which the HTML shows it in its place; empty for one that is opened by hand
/// @param base64 its content, as it travels
public record Attachment(String name, String type, String contentId, String base64) {

    public static Attachment shown(String name, String type, String contentId, byte[] content) {
        return new Attachment(name, type, contentId, Base64.getEncoder().encodeToString(content));
    }

    public static Attachment file(String name, String type, byte[] content) {
        return shown(name, type, "", content);
    }

    public boolean isShown() {
        return !contentId.isEmpty();
    }

    public byte[] content() {
        return Base64.getDecoder().decode(base64);
    }
}
