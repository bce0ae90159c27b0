package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\u0085b", "a\u2028b", "a\u2029b", "a\u0000b", "a\tb"})
    void refusesWhatBreaksALine(String text) {
        assertThat(OneLine.fault(text, 10))
                .hasValueSatisfying(f -> assertThat(f).contains("one line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202ab", "a\u202eb", "a\u2066b", "a\u2069b"})
    void refusesWhatReordersLetters(String text) {
        assertThat(OneLine.fault(text, 10))
                .hasValueSatisfying(f -> assertThat(f).contains("order of letters"));
    }

    @Test
    void takesTextUpToItsLongest() {
        assertThat(OneLine.fault("Größe 📈", 8)).isEmpty();
        assertThat(OneLine.fault("nine char", 8))
                .hasValue("9 characters is too long to show: write at most 8");
    }
}
