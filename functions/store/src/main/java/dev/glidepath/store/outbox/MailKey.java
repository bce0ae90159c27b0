package dev.glidepath.store.outbox;

import dev.glidepath.core.calendar.Week;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/// Which mail: there is one per week and recipient, however often it is asked for.
///
/// @param recipient a hash of the address, so that logs and message tags do not carry it
public record MailKey(Week week, String recipient) {

    private static final int HASH_BYTES = 16;

    /// Addresses that differ in case alone are one.
    public static MailKey of(Week week, String address) {
        var bytes = address.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new MailKey(week, HexFormat.of().formatHex(Arrays.copyOf(digest, HASH_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
