package dev.glidepath.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;

class ContentTest {

    private static final int ITEM_LIMIT = 400 * 1024;
    private static final int KEYS_LIMIT = 2048 + 1024 + 100;

    @Test
    void aChunkFitsAnItemEvenWhereNothingCompresses() {
        var random = new SplittableRandom(3);
        var text = new StringBuilder();
        random.ints(1_500_000, 0, 128).forEach(c -> text.append((char) c));
        var content = Content.of(text.toString());

        assertThat(content.compressed())
                .hasSize(content.address().chunks())
                .hasSizeGreaterThan(1)
                .allSatisfy(c -> assertThat(c.length + KEYS_LIMIT).isLessThan(ITEM_LIMIT));
        assertThat(Content.of(content.compressed(), content.address(), "here").text())
                .isEqualTo(text.toString());
    }

    @Test
    void lettersOfSeveralBytesMayLieOnACut() {
        for (int shift = 0; shift < 4; shift++) {
            var text = "x".repeat(shift) + "€😀".repeat(60_000);
            var content = Content.of(text);
            assertThat(Content.of(content.compressed(), content.address(), "here").text())
                    .isEqualTo(text);
        }
    }

    @Test
    void nothingIsAContentToo() {
        var content = Content.of("");
        assertThat(content.address().chunks()).isOne();
        assertThat(Content.of(content.compressed(), content.address(), "here").text()).isEmpty();
    }

    @Test
    void damageIsNoticed() {
        var one = Content.of("1");
        var other = Content.of("2");

        for (var damaged : List.of(other.compressed(), List.of(new byte[] {1, 2, 3}))) {
            assertThatThrownBy(() -> Content.of(damaged, one.address(), "day#aws#2026-11-01"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("day#aws#2026-11-01: what is stored does not match");
        }
    }
}
