package dev.glidepath.local;

import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.store.outbox.Outbox;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;

/// The embedded store, which is a folder.
final class StoreFolder {

    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = "glidepath-store",
            description = "Folder of the store. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    record Open(EmbeddedTable table, Snapshots snapshots, Outbox outbox)
            implements AutoCloseable {
        @Override
        public void close() {
            table.close();
        }
    }

    static Open open(Path folder) {
        var table = EmbeddedTable.open(folder);
        return new Open(
                table,
                new Snapshots(table.client(), EmbeddedTable.NAME),
                new Outbox(table.client(), EmbeddedTable.NAME));
    }

    /// Makes the folder when it is missing.
    Open open() {
        return open(folder);
    }

    /// @throws IllegalArgumentException when nothing was ever collected there
    Open openExisting() {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    folder
                            + ": no such store; run glidepath collect first, or name one with --store");
        }
        return open(folder);
    }
}
