package dev.glidepath.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

class EmbeddedTableTest {

    private static final Map<String, AttributeValue> ITEM =
            Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"));

    @TempDir private Path folder;

    @Test
    void keepsItsItemsFromOneOpeningToTheNext() {
        var store = folder.resolve("new/store");
        try (var table = EmbeddedTable.open(store)) {
            table.client().putItem(r -> r.tableName(EmbeddedTable.NAME).item(ITEM));
        }
        try (var table = EmbeddedTable.open(store)) {
            assertThat(
                            table.client()
                                    .getItem(r -> r.tableName(EmbeddedTable.NAME).key(ITEM))
                                    .item())
                    .isEqualTo(ITEM);
        }
    }

    @Test
    void anInMemoryTableStartsEmpty() {
        try (var table = EmbeddedTable.inMemory()) {
            assertThat(
                            table.client()
                                    .getItem(r -> r.tableName(EmbeddedTable.NAME).key(ITEM))
                                    .item())
                    .isEmpty();
        }
    }

    @Test
    void aFolderInUseIsRefused() {
        try (var _ = EmbeddedTable.open(folder)) {
            assertThatThrownBy(() -> EmbeddedTable.open(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "store %s: another glidepath is using it; wait until it is done, or give --store another folder"
                                    .formatted(folder));
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("glidepath.db"), "my only copy");

        assertThatThrownBy(() -> EmbeddedTable.open(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(file + " is not a store");
        assertThat(file).hasContent("my only copy");
    }

    @Test
    void aFolderThatCannotBeMadeIsOneLine() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> EmbeddedTable.open(file.resolve("store")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be opened for writing")
                .hasMessageNotContaining("\n");
    }

    @Test
    void closingLeavesNoThreadThatKeepsTheProgramAlive() throws InterruptedException {
        var before = Thread.getAllStackTraces().keySet();
        try (var table = EmbeddedTable.open(folder)) {
            table.client().putItem(r -> r.tableName(EmbeddedTable.NAME).item(ITEM));
        }
        for (var thread : started(before)) {
            assertThat(thread.join(Duration.ofSeconds(10))).as(thread.toString()).isTrue();
        }
    }

    private static Set<Thread> started(Set<Thread> before) {
        var started = new java.util.HashSet<>(Thread.getAllStackTraces().keySet());
        started.removeAll(before);
        started.removeIf(Thread::isDaemon);
        return started;
    }
}
