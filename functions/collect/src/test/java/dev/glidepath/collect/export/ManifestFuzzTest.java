package dev.glidepath.collect.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.glidepath.collect.Refusal;

import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/// Whatever a manifest holds, it is followed within its own export and billing period, or refused.
class ManifestFuzzTest {

    private static final String WHERE = "exports/x/metadata/BILLING_PERIOD=2026-05/x-Manifest.json";
    private static final Layout LAYOUT = Layout.of(WHERE).orElseThrow();

    @MethodSource("manifests")
    @FuzzTest(maxDuration = "3m")
    void isFollowedInItsOwnFolderOrRefused(byte[] manifest) {
        try {
            for (var file : Manifest.parse(WHERE, manifest, "0123456789abcdef").files()) {
                LAYOUT.tail(file)
                        .ifPresent(
                                tail ->
                                        assertThat(LAYOUT.root() + tail)
                                                .startsWith("exports/x/")
                                                .containsAnyOf(
                                                        "BILLING_PERIOD=2026-05/", "x/year="));
            }
        } catch (Refusal e) {
            assertThat(e.getMessage()).startsWith(WHERE).hasLineCount(1).hasSizeLessThan(600);
        }
    }

    static Stream<byte[]> manifests() {
        var one = "{\"executionId\":%s,\"dataFiles\":[%s],\"additionalOutputFiles\":[]}";
        var data = "s3://b/exports/x/data/BILLING_PERIOD=2026-05/%s";
        return Stream.of(
                        one.formatted("\"e\"", quoted(data.formatted("x-00001.csv.gz"))),
                        one.formatted("null", quoted(data.formatted("../../other/x.csv"))),
                        one.formatted("{}", quoted("s3://b/etc/passwd")),
                        one.formatted("[]", quoted(data.formatted("\\u0000\\n"))),
                        one.formatted("7", "null,true,{},[[]]"),
                        one.formatted("7", quoted("a") + "," + quoted("a")),
                        "{\"assemblyId\":\"a\",\"reportKeys\":[\"/x/20260501-20260601/a/x-1.csv\"]}",
                        "{\"reportKeys\":[\"x/x/year=2026/month=5/x-1.snappy.parquet\"]}",
                        "{\"dataFiles\":{}}",
                        "{\"dataFiles\":[],\"dataFiles\":[\"a\"]}",
                        "{\"executionId\":1e999999999,\"dataFiles\":[\"a\"]}",
                        "{\"executionId\":" + "9".repeat(5_000) + ",\"dataFiles\":[\"a\"]}",
                        "[".repeat(100_000),
                        "{\"a\":".repeat(100_000),
                        "\uFEFF{}",
                        "{\"dataFiles\":[\"a\"]} trailing",
                        "{\"dataFiles\":[\"a\",]}",
                        "{'dataFiles':[]}",
                        "{\"dataFiles\":[NaN]}",
                        "null",
                        "\"\\ud800\"",
                        "")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
