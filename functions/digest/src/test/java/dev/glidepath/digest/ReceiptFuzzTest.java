package dev.glidepath.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

import dev.glidepath.store.PlanTexts;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Whatever is given as a receipt, the mail is made again or the receipt is refused in one line.
class ReceiptFuzzTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final EmbeddedTable TABLE = EmbeddedTable.inMemory();

    @MethodSource("receipts")
    @FuzzTest(maxDuration = "3m")
    void isFollowedOrRefused(@NotNull String json) {
        try {
            var receipt = Receipt.parse(json);
            assertThat(Receipt.parse(receipt.json())).isEqualTo(receipt);
            replay().again(receipt);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank().hasLineCount(1).hasSizeLessThan(600);
        }
    }

    private static Replay replay() {
        var client = TABLE.client();
        return new Replay(
                new Snapshots(client, EmbeddedTable.NAME),
                new PlanTexts(client, EmbeddedTable.NAME),
                "development");
    }

    static Stream<String> receipts() throws IOException {
        Path golden;
        try (var files = Files.walk(GOLDEN)) {
            golden =
                    files.filter(f -> f.endsWith("receipt.json"))
                            .sorted()
                            .findFirst()
                            .orElseThrow();
        }
        var receipt = Files.readString(golden);
        return Stream.of(
                receipt,
                "null",
                "[]",
                "{}",
                "{\"basis\":null}",
                receipt.replaceFirst("\"week\" *: *\"[^\"]*\"", "\"week\":\"+999999999-W99\""),
                receipt.replaceFirst("\"asOf\" *: *\"[^\"]*\"", "\"asOf\":\"today\""),
                receipt.replaceFirst("\"executions\" *: *\\[", "\"executions\":[null,"),
                receipt.replaceFirst("\"sums\" *: *\\[", "\"sums\":[[],"),
                "[".repeat(100_000));
    }
}
