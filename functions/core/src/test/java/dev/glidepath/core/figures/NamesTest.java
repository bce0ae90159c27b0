package dev.glidepath.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void dropsControlAndDirectionCharacters() {
        assertThat(Names.clean("a\u202eb\u2066c\r\nd\u0000e\u2028f\u2029g")).isEqualTo("abcdefg");
    }

    @Test
    void cutsAtOneHundredAndTwentyCharactersAndNotInsideOne() {
        var cut = Names.clean("😀".repeat(200));
        assertThat(cut.codePointCount(0, cut.length())).isEqualTo(80);
        assertThat(cut).endsWith("😀…");
        assertThat(Names.clean("a".repeat(80))).isEqualTo("a".repeat(80));
    }

    @Test
    void anEmptyNameIsTheFallback() {
        assertThat(Names.clean(null, "(none)")).isEqualTo("(none)");
        assertThat(Names.clean("\u202e ", "(none)")).isEqualTo("(none)");
    }
}
