package dev.glidepath.local.host;

import dev.glidepath.local.host.Outcome.Failed;

import org.duckdb.DuckDBDriver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A function's zip under the client that Lambda's own Java runtime has, in a process of its own.
/// As there, the class path is the client's, the working directory is the zip's root, and the
/// client loads the classes of that root and of its `lib/*.jar`. Closing ends the process.
public final class PackagedFunction implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Unzipped root;
    private final RuntimeApi api;
    private final Loopback server;
    private final Process process;
    private final Thread reader;
    private final long started;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile String lastLine = "it printed nothing";

    /// @param handler the handler's class
    /// @param environment all that the process has in its environment, besides what the runtime
    ///   adds
    /// @param log gets each line that the function prints
    public PackagedFunction(
            Path zip, String handler, Map<String, String> environment, Consumer<String> log) {
        this.root = Unzipped.of(zip);
        var name = zip.getFileName().toString().replaceAll("\\.zip$", "");
        this.api = new RuntimeApi(name);
        this.server = Loopback.serving(api);
        try {
            putNativeLibraryOfThisMachine();
            this.started = System.nanoTime();
            this.process =
                    new RuntimeClient(root.folder(), server.address(), name)
                            .start(handler, environment);
        } catch (IOException e) {
            server.close();
            root.close();
            throw new UncheckedIOException(name + " cannot be started: " + e, e);
        }
        this.reader = Thread.ofVirtual().start(() -> read(log));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        var _ = process.onExit().thenAccept(this::explain);
    }

    /// @param patience how long the function may take, as its timeout in Lambda
    public Outcome invoke(String event, Duration patience) {
        return api.invoke(event, patience);
    }

    /// Done when the function has started.
    public CompletableFuture<Void> ready() {
        return api.ready();
    }

    /// Since the start of its process.
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        // By its handle: the process would close the log while it is read.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.toHandle().destroyForcibly();
                process.waitFor();
            }
            reader.join(PATIENCE);
        } catch (InterruptedException e) {
            process.toHandle().destroyForcibly();
            Thread.currentThread().interrupt();
        }
        server.close();
        root.close();
    }

    /// The zip carries DuckDB's native library for Lambda's machines. On this one its own takes
    /// that place.
    private void putNativeLibraryOfThisMachine() throws IOException {
        var library = root.folder().resolve("lib/libduckdb_java.so");
        if (Files.exists(library)) {
            var machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
            var own = "/libduckdb_java.so_linux_" + machine;
            try (var in =
                    Objects.requireNonNull(DuckDBDriver.class.getResourceAsStream(own), own)) {
                Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void read(Consumer<String> log) {
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                lastLine = line.isBlank() ? lastLine : line.strip();
                log.accept(line);
            }
        } catch (IOException e) {
            log.accept("its log cannot be read: " + e);
        }
    }

    private void explain(Process ended) {
        try {
            reader.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        api.end(
                new Failed(
                        "Runtime.ExitError",
                        "ended with exit code %d before it answered: %s"
                                .formatted(ended.exitValue(), lastLine)));
    }
}
