package dev.glidepath.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// A moto_server of this process, ended with it.
final class MotoServer {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private MotoServer() {}

    static URI start(Path command) throws IOException {
        int port = freePort();
        var log = Files.createTempFile("moto-", ".log");
        log.toFile().deleteOnExit();
        var process =
                new ProcessBuilder(
                                command.toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        var endpoint = URI.create("http://127.0.0.1:" + port);
        var deadline = Instant.now().plus(PATIENCE);
        while (!answers(endpoint)) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IOException(Files.readString(log));
            }
            pause();
        }
        return endpoint;
    }

    /// The command may be a shell script that starts Python.
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(URI endpoint) {
        try {
            var connection =
                    (HttpURLConnection) endpoint.resolve("/moto-api/").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted"));
        }
    }
}
