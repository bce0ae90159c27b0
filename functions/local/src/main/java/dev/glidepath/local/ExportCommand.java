package dev.glidepath.local;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file is there whole or not at all.
@Command(
        name = "export",
        description =
                "Writes everything that is stored as JSON, a record in each line: docs/export.md"
                        + " says what they have.")
final class ExportCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin private StoreOrAccount store = new StoreOrAccount();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where it goes. Default: standard output.")
    private @Nullable Path out;

    @Override
    public void run() {
        if (out == null) {
            write(spec.commandLine().getOut());
            return;
        }
        var part = out.resolveSibling(out.getFileName() + ".part");
        try {
            long records;
            try (var writer = new PrintWriter(Files.newBufferedWriter(part))) {
                records = write(writer);
                if (writer.checkError()) {
                    throw new IOException("the disk is full, or the file cannot be written");
                }
            }
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
            spec.commandLine().getOut().printf("%s: %,d records%n", out, records);
        } catch (IOException e) {
            throw new UncheckedIOException(out + ": cannot be written: " + e.getMessage(), e);
        } finally {
            remove(part);
        }
    }

    /// What is left of it where writing failed.
    private void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(out + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private long write(PrintWriter writer) {
        try (var open = store.open();
                var progress = Progress.onTerminal()) {
            var everything = open.everything();
            progress.start("items", everything.about());
            return everything.each(
                    record -> writer.println(Printed.json(record)), _ -> progress.step(1));
        }
    }
}
