package dev.glidepath.local.host;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;

import dev.glidepath.local.host.Outcome.Failed;

import org.duckdb.DuckDBDriver;

import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A function's zip under the client that Lambda's own Java runtime has, in a process of its own.
/// As there, the class path is the client's, the working directory is the zip's root, and the
/// client loads the classes of that root and of its `lib/*.jar`. Closing ends the process.
public final class PackagedFunction implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Lambda stops at the first compiler too. The last is where a function's hooks for SnapStart
    /// find those of the client.
    private static final List<String> JVM =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dstdout.encoding=UTF-8",
                    "-Dstderr.encoding=UTF-8",
                    "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");

    private final Unzipped root;
    private final RuntimeApi api;
    private final Loopback server;
    private final Process process;
    private final Thread reader;
    private final long started;
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
            addNativeLibraryOfThisMachine();
            this.started = System.nanoTime();
            this.process = start(handler, environment, name);
        } catch (IOException e) {
            server.close();
            root.close();
            throw new UncheckedIOException(name + " cannot be started: " + e, e);
        }
        this.reader = Thread.ofVirtual().start(() -> read(log));
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

    /// The zip carries DuckDB's native library for Lambda's machines only. DuckDB looks for that of
    /// its machine beside its classes.
    private void addNativeLibraryOfThisMachine() throws IOException {
        if (Files.isDirectory(root.folder().resolve("org/duckdb"))) {
            Files.createSymbolicLink(
                    root.folder().resolve("lib/zz-duckdb-of-this-machine.jar"),
                    jar(DuckDBDriver.class));
        }
    }

    private Process start(String handler, Map<String, String> environment, String name)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var client = List.of("-cp", classPath(), AWSLambda.class.getName(), handler);
        var command = Stream.of(List.of(java), JVM, client).flatMap(List::stream).toList();
        var builder = new ProcessBuilder(command);
        builder.directory(root.folder().toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(fromTheRuntime(handler, name));
        return builder.start();
    }

    /// The log is of JSON lines, as the stack has it: as plain text, lines would not end.
    private Map<String, String> fromTheRuntime(String handler, String name) {
        return Map.of(
                "AWS_LAMBDA_RUNTIME_API", server.address(),
                "AWS_LAMBDA_FUNCTION_NAME", name,
                "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
                "AWS_LAMBDA_LOG_FORMAT", "JSON",
                "LAMBDA_TASK_ROOT", root.folder().toString(),
                "_HANDLER", handler,
                "LANG", "C.UTF-8",
                "TZ", "UTC");
    }

    private static String classPath() {
        return Stream.of(
                        AWSLambda.class,
                        LambdaRuntime.class,
                        PojoSerializer.class,
                        SdkInternalThreadLocal.class)
                .map(type -> jar(type).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
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
