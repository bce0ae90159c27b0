package dev.glidepath.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class LimitsTest {

    @Test
    void areAsTheyAreUnlessTheyAreSet() {
        var limits = Limits.of(List.of("columns=8000", "unpacked = 20GB"));

        assertThat(limits.most(Limit.COLUMNS)).isEqualTo(8_000);
        assertThat(limits.most(Limit.UNPACKED)).isEqualTo(20L << 30);
        assertThat(limits.most(Limit.FILES)).isEqualTo(Limits.STANDARD.most(Limit.FILES));
    }

    @Test
    void asMuchAsTheLimitIsReadAndNoMore() {
        var limits = Limits.of(List.of("row=2KB"));

        limits.require(Limit.ROW, 2_048, "a row");
        assertThatThrownBy(() -> limits.require(Limit.ROW, 2_049, "a row"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("a row; at most 2048 are read");
    }

    @Test
    void goThroughAText() {
        var limits = Limits.of(List.of("columns=8000", "manifest=1MB"));

        assertThat(Limits.parse(limits.toString())).hasToString("manifest=1048576,columns=8000");
        assertThat(Limits.parse(Limits.STANDARD.toString())).hasToString("standard");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "columns",
                "columns=many",
                "rows=5",
                "columns=-1",
                "unpacked=1TB",
                "columns=1\n2"
            })
    void whatIsNoneIsRefusedInOneLine(String entry) {
        assertThatThrownBy(() -> Limits.of(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("is no limit: write one of manifest, files, unpacked")
                .hasLineCount(1);
    }
}
