package dev.glidepath.local.host;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Pattern;

/// The bytes of a file that a `Range` header asks for.
///
/// @param first counted from zero
record ByteRange(long first, long length) {

    private static final Pattern FORM = Pattern.compile("bytes=(\\d*)-(\\d*)");

    /// @param header null for the whole file
    /// @return empty when the file has none of the bytes
    static Optional<ByteRange> of(@Nullable String header, long size) {
        if (header == null) {
            return Optional.of(new ByteRange(0, size));
        }
        var range = FORM.matcher(header);
        if (!range.matches() || header.equals("bytes=-")) {
            return Optional.empty();
        }
        boolean suffix = range.group(1).isEmpty();
        long first = suffix ? size - number(range.group(2)) : number(range.group(1));
        long last = suffix || range.group(2).isEmpty() ? size - 1 : number(range.group(2));
        var from = Math.max(0, first);
        var length = Math.min(last, size - 1) - from + 1;
        return length > 0 ? Optional.of(new ByteRange(from, length)) : Optional.empty();
    }

    /// `bytes 0-99/1000`
    String header(long size) {
        return "bytes %d-%d/%d".formatted(first, first + length - 1, size);
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }
}
