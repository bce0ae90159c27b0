package dev.glidepath.local;

import dev.glidepath.local.bench.Bench;
import dev.glidepath.local.bench.Dataset;
import dev.glidepath.local.bench.Form;
import dev.glidepath.local.bench.Measured;
import dev.glidepath.local.bench.Results;
import dev.glidepath.local.bench.Way;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;

/// Each way is a process of its own.
@Command(
        name = "bench",
        description =
                "Measures collecting a large bill beside the bare query and plain Java, and checks"
                        + " the sums of each.")
final class BenchCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many the bill has. Default: ${DEFAULT-VALUE}")
    private long rows;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "parquet",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private Form form;

    @Option(
            names = "--vs",
            paramLabel = "WAY",
            split = ",",
            description =
                    "What collecting is compared with: duckdb, java, naive, floor. Default: all."
                            + " naive holds all rows in memory.")
    private List<Way> others = List.of();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            description = "Of each, in turn. Default: ${DEFAULT-VALUE}")
    private int runs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Of the bill. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "glidepath-bench",
            description = "Where bills are kept from run to run. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--json", description = "Print the results as JSON.")
    private boolean json;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Write the table to this file as well, as in docs/performance.md.")
    private @Nullable Path file;

    @Override
    public void run() {
        if (rows < 1 || runs < 1) {
            throw new ParameterException(spec.commandLine(), "--rows and --runs begin at 1");
        }
        var data = Dataset.in(folder.toAbsolutePath(), rows, form, seed);
        make(data);
        var results = new Results(data, new Bench(data, ways()).run(runs, this::tell));
        if (file != null) {
            write(file, results.table());
        }
        spec.commandLine()
                .getOut()
                .print(json ? results.json().toPrettyString() + "\n" : results.table());
        spec.commandLine().getOut().flush();
    }

    private List<Way> ways() {
        var ways = new LinkedHashSet<Way>();
        ways.add(Way.COLLECT);
        ways.addAll(others.isEmpty() ? List.of(Way.values()) : others);
        return List.copyOf(ways);
    }

    private void make(Dataset data) {
        try (var progress = Progress.onTerminal()) {
            progress.start("making a bill", rows);
            log("bill of %,d rows in %s".formatted(rows, data.folder()));
            data.make(progress::step);
        }
    }

    private void tell(Way way, Measured run) {
        log(
                run.ended()
                        ? "%-8s %8.2f s %8.2f s CPU %,8d MB"
                                .formatted(
                                        way.word(),
                                        run.wall().toMillis() / 1e3,
                                        run.cpu().toMillis() / 1e3,
                                        run.peakBytes() >> 20)
                        : way.word() + " failed: " + run.failed());
    }

    private static void write(Path file, String table) {
        try {
            Files.writeString(file, table);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void log(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
