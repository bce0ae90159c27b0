package dev.glidepath.local;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What `glidepath demo` made, or folders of one's own.
final class DemoFolders {

    @Option(
            names = "--demo",
            paramLabel = "DIR",
            defaultValue = "glidepath-demo",
            description =
                    "What glidepath demo made: its exports and its store. Default:"
                            + " ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private Path demo;

    @Option(
            names = "--exports",
            paramLabel = "DIR",
            description =
                    "What lies under s3://glidepath-billing/exports/. Default: the demo's exports.")
    private @Nullable Path exports;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Folder of the store. Default: the demo's.")
    private @Nullable Path store;

    Path exports() {
        return existing(exports, demo.resolve("billing-bucket/exports"));
    }

    Path store() {
        return existing(store, demo.resolve("store"));
    }

    /// Unless it was named, it need not be there.
    Optional<Path> findExports() {
        return find(exports, demo.resolve("billing-bucket/exports"));
    }

    Optional<Path> findStore() {
        return find(store, demo.resolve("store"));
    }

    private static Optional<Path> find(@Nullable Path named, Path unnamed) {
        return named == null && !Files.isDirectory(unnamed)
                ? Optional.empty()
                : Optional.of(existing(named, unnamed));
    }

    private static Path existing(@Nullable Path named, Path unnamed) {
        if (named != null && !Files.isDirectory(named)) {
            throw new IllegalArgumentException(named + ": no such folder");
        }
        if (named == null && !Files.isDirectory(unnamed)) {
            throw new IllegalArgumentException(
                    unnamed
                            + ": no demo there; run ./glidepath demo first, or name folders with"
                            + " --exports and --store");
        }
        return named == null ? unnamed : named;
    }
}
