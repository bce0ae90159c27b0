package dev.glidepath.local;

import dev.glidepath.store.embedded.EmbeddedTable;

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

    static OpenStore open(Path folder) {
        var table = EmbeddedTable.open(folder);
        return new OpenStore(table.client(), EmbeddedTable.NAME, table::close);
    }

    /// Makes the folder when it is missing.
    OpenStore open() {
        return open(folder);
    }

    /// @throws IllegalArgumentException when nothing was ever collected there
    OpenStore openExisting() {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    folder
                            + ": no such store; run glidepath collect first, or name one with --store");
        }
        return open(folder);
    }
}
