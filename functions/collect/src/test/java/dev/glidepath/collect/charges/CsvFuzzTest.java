package dev.glidepath.collect.charges;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/// Whatever a CSV holds.
class CsvFuzzTest {

    @MethodSource("files")
    @FuzzTest(maxDuration = "5m")
    void isReadOrRefused(byte[] file) {
        Fuzzed.read("bill.csv", file, "tag:team");
    }

    static Stream<byte[]> files() {
        var row = Bill.row("1", "1");
        return Stream.concat(
                Stream.of(
                                Bill.FOCUS + row,
                                (Bill.FOCUS + row).replace("\n", "\r\n"),
                                (Bill.FOCUS + row).replace("\n", "\r"),
                                "\uFEFF" + Bill.FOCUS + row,
                                Bill.FOCUS + row.strip(),
                                Bill.FOCUS + "\n" + row,
                                Bill.FOCUS + row.replace("{}", "\"{\"\"team\"\": \"\"a,\nb\"\"}\""),
                                Bill.FOCUS
                                        + row.replace("{}", "\"{\"\"team\"\": [[1e999999999]]}\""),
                                Bill.FOCUS + row.replace("{}", "\"" + "[".repeat(5_000) + "\""),
                                Bill.FOCUS + row.replace("Amazon S3", "a\"b"),
                                Bill.FOCUS + row.replace("Amazon S3", "\"a\"b"),
                                Bill.FOCUS + row.replace("Amazon S3", "\"a\u0000\""),
                                Bill.FOCUS + row.replace("Amazon S3", "'; DROP TABLE charges; --"),
                                Bill.FOCUS + row.replace("2026-05-03", "9999-12-31"),
                                Bill.FOCUS + row.replace("2026-05-03", "0000-00-00"),
                                Bill.FOCUS + Bill.row("1e999999999", "1"),
                                Bill.FOCUS + Bill.row("1e999", "-1e999"),
                                Bill.FOCUS + Bill.row("9".repeat(60), "0." + "0".repeat(59) + "1"),
                                Bill.FOCUS.replace("Tags", "BilledCost") + row,
                                Bill.FOCUS.replace("Tags", "") + row,
                                Cur.HEADER + Cur.row("Usage", "0x1p3"),
                                Cur.HEADER + Cur.row("Usage", "١"),
                                "\"",
                                "\n",
                                ",,,\n")
                        .map(text -> text.getBytes(UTF_8)),
                Stream.of(
                        (Bill.FOCUS + row).getBytes(UTF_16),
                        (Bill.FOCUS + row.replace("Amazon", "\u00e4")).getBytes(ISO_8859_1)));
    }
}
