package dev.glidepath.store;

import dev.glidepath.core.cost.Amounts;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// Reads what [FieldWriter] wrote, in the same order.
final class FieldReader {

    private final String text;
    private int at;

    FieldReader(String text) {
        this.text = text;
    }

    boolean hasMore() {
        return at < text.length();
    }

    @Nullable String text() {
        if (text.charAt(at) == '-') {
            at++;
            return null;
        }
        int colon = text.indexOf(':', at);
        int end = colon + 1 + Integer.parseInt(text, at, colon, 10);
        at = end;
        return text.substring(colon + 1, end);
    }

    int position() {
        return at;
    }

    void skip(int fields) {
        for (int left = fields; left > 0; left--) {
            at = end();
        }
    }

    /// As it is written.
    String since(int position) {
        return text.substring(position, at);
    }

    private int end() {
        if (text.charAt(at) == '-') {
            return at + 1;
        }
        int colon = text.indexOf(':', at);
        return colon + 1 + Integer.parseInt(text, at, colon, 10);
    }

    String known() {
        var value = text();
        if (value == null) {
            throw new IllegalStateException("a value is missing at character " + at);
        }
        return value;
    }

    long count() {
        return Long.parseLong(known());
    }

    int size() {
        return Math.toIntExact(count());
    }

    @Nullable BigDecimal decimal() {
        var value = text();
        return value == null ? null : new BigDecimal(value);
    }

    Amounts amounts() {
        return new Amounts(decimal(), decimal(), decimal(), decimal());
    }

    boolean isAtLineEnd() {
        return text.charAt(at) == '\n';
    }

    void endLine() {
        if (!isAtLineEnd()) {
            throw new IllegalStateException("a line does not end at character " + at);
        }
        at++;
    }
}
