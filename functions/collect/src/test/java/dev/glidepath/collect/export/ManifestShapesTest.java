package dev.glidepath.collect.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.Refusal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

/// The shapes that suites for JSON readers test.
class ManifestShapesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dataFiles\":[\"s3://b/k\"]}",
                " \t\r\n{ \"dataFiles\" : [ \"s3://b/k\" ] } \n",
                "\uFEFF{\"dataFiles\":[\"s3://b/k\"]}",
                "{\"dataFiles\":[\"s3://b/\\u006B\"]}",
                "{\"x\":[1E400,-0,0.1e-7,{\"\":\"\\u0000\"}],\"dataFiles\":[\"s3://b/k\"]}",
                "{\"executionId\":null,\"dataFiles\":[\"k\"]}",
                "{\"reportKeys\":[\"/k\"]}"
            })
    void whatIsJsonIsRead(String text) {
        assertThat(parse(text).files()).containsExactly("k");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "[",
                "[]",
                "\"dataFiles\"",
                "{\"dataFiles\":[\"k\",]}",
                "{\"dataFiles\":[\"k\"],}",
                "{\"dataFiles\":[\"k\"]",
                "{\"dataFiles\":[\"k\"]}}",
                "{\"dataFiles\":[\"k\"]}{}",
                "{\"dataFiles\":[\"k\"]} // done",
                "{\"dataFiles\":[\"k\"],\"dataFiles\":[\"l\"]}",
                "{'dataFiles':['k']}",
                "{dataFiles:[\"k\"]}",
                "{\"dataFiles\":[\"\u0001\"]}",
                "{\"dataFiles\":[\"\\x6B\"]}",
                "{\"dataFiles\":[\"\\u00\"]}",
                "{\"dataFiles\":[NaN]}",
                "{\"dataFiles\":[+1]}",
                "{\"dataFiles\":[01]}",
                "{\"dataFiles\":[.5]}",
                "{\"dataFiles\":[]}",
                "{\"dataFiles\":{}}",
                "{\"dataFiles\":\"k\"}",
                "{\"dataFiles\":null}",
                "{\"datafiles\":[\"k\"]}",
                "{\"dataFiles\":[\"k\",\"s3://b/k\"]}"
            })
    void anythingElseIsRefusedInOneLine(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(Refusal.class)
                .message()
                .startsWith("m.json: ")
                .hasLineCount(1)
                .hasSizeLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nestingWithoutAnEndIsRefused(String open) {
        assertThatThrownBy(() -> parse(open.repeat(100_000)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("manifest is not JSON");
    }

    private static Manifest parse(String text) {
        return Manifest.parse("m.json", text.getBytes(StandardCharsets.UTF_8), "0123456789abcdef");
    }
}
