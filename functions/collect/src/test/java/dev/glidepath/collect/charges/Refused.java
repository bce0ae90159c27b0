package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.Refusal;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// What a refusal is like: one line, not too long.
final class Refused {

    private Refused() {}

    static void refused(ThrowingCallable reading, String message) {
        assertThatThrownBy(reading)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message)
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(400));
    }
}
