package dev.glidepath.trends.format;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Locale;

/// How programs are told words and numbers.
final class Exact {

    private Exact() {}

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
