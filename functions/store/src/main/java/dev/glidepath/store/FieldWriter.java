package dev.glidepath.store;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.money.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// Writes values as `length:text`, null as `-`: each value has one spelling and needs no escapes,
/// so that equal content is equal text. [FieldReader] reads it back.
final class FieldWriter {

    private final StringBuilder text = new StringBuilder(400);

    FieldWriter text(@Nullable String value) {
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.length()).append(':').append(value);
        }
        return this;
    }

    FieldWriter count(long value) {
        return text(Long.toString(value));
    }

    FieldWriter decimal(@Nullable BigDecimal value) {
        return text(value == null ? null : Money.normalise(value).toPlainString());
    }

    FieldWriter amounts(Amounts amounts) {
        return normalised(amounts.billed())
                .normalised(amounts.effective())
                .normalised(amounts.list())
                .normalised(amounts.contracted());
    }

    private FieldWriter normalised(@Nullable BigDecimal value) {
        return text(value == null ? null : value.toPlainString());
    }

    FieldWriter endLine() {
        text.append('\n');
        return this;
    }

    /// What is written already, with its lengths.
    FieldWriter written(String fields) {
        text.append(fields);
        return this;
    }

    /// What was written; nothing is left.
    String take() {
        var written = text.toString();
        text.setLength(0);
        return written;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
