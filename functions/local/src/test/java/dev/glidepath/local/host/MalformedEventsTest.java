package dev.glidepath.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.local.host.FolderAccount.Folders;
import dev.glidepath.local.host.Outcome.Failed;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What is no event of a function is answered with an error, by a process that lives on.
class MalformedEventsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Path PLAN =
            Path.of(System.getProperty("glidepath.root"), "infra/plan/operational-excellence.yaml");

    private static final List<String> EVENTS =
            List.of(
                    "",
                    " ",
                    "null",
                    "[]",
                    "42",
                    "\"collect\"",
                    "{",
                    "{\"detail-type\":",
                    "\0\1\2",
                    "{\"detail-type\":{\"a\":1}}",
                    "{\"detail-type\":\"Nonsense\",\"time\":\"2026-05-13T05:00:00Z\"}",
                    "{\"detail-type\":\"Collect Daily\"}",
                    "{\"detail-type\":\"Digest Due\",\"time\":\"at dawn\"}",
                    "{\"Records\":7}",
                    "{\"Records\":[{}]}",
                    "{\"Records\":[{\"Sns\":{\"Message\":\"no JSON\"}}]}",
                    "{\"question\":\"why\"}",
                    "{\"detail-type\":\"Digest\\nDue\",\"time\":\"2026-05-13T05:00:00Z\"}",
                    "[".repeat(5_000),
                    "{\"detail-type\":\"" + "x".repeat(1_000_000) + "\"}");

    @TempDir private static Path folder;
    private static EmbeddedTable table;
    private static FolderAccount account;

    @BeforeAll
    static void anEmptyAccount() throws IOException {
        table = EmbeddedTable.inMemory();
        var exports = Files.createDirectory(folder.resolve("exports"));
        var folders = new Folders(exports, folder.resolve("mail"));
        account = new FolderAccount(table, folders, PLAN, _ -> {});
    }

    @AfterAll
    static void close() {
        account.close();
        table.close();
    }

    /// The doctor is only asked, and reads nothing of its event.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DOCTOR")
    void areRefusedInWords(FunctionZip zip) {
        Zips.require(zip);
        try (var function =
                new PackagedFunction(
                        zip.path(), zip.handler(), account.environment(zip), _ -> {})) {
            for (var event : EVENTS) {
                var outcome = function.invoke(event, PATIENCE);
                var shown = event.substring(0, Math.min(60, event.length()));
                assertThat(outcome).as(shown).isInstanceOf(Failed.class);
                assertThat(((Failed) outcome).message())
                        .as(shown)
                        .isNotBlank()
                        .doesNotContain("\n")
                        .hasSizeLessThan(1_000);
                assertThat(function.isAlive()).as(shown).isTrue();
            }
        }
        assertThat(folder.resolve("mail")).doesNotExist();
    }
}
