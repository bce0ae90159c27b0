package dev.glidepath.digest.deliver;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// An HTTP server that can fail in ways that none would on purpose: each connection stays open as
/// long as answers are sent, and an answer may be nothing at all.
final class RawServer implements AutoCloseable {

    /// Reads the request, and closes the connection without an answer.
    static final String HANG_UP = "hang up";

    /// Reads the request, and says nothing.
    static final String SILENCE = "silence";

    private final ServerSocket socket;
    private final List<String> answers;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

    /// @param answers one for each request; the last one for all others
    RawServer(String... answers) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answers = List.of(answers);
        Thread.ofVirtual().start(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /// The bodies of the requests that were made.
    List<String> requests() {
        return List.copyOf(requests);
    }

    static String http(int status, String body) {
        return "HTTP/1.1 %s Some\r\nContent-Type: text/xml\r\nContent-Length: %s\r\n\r\n%s"
                .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, body);
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            while (answered(connection, in)) {
                connection.getOutputStream().flush();
            }
        } catch (IOException e) {
            // The client gave up.
        }
    }

    /// @return whether the connection stays open
    private boolean answered(Socket connection, InputStream in) throws IOException {
        var head = line(in);
        if (head.isEmpty()) {
            return false;
        }
        int length = 0;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        requests.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        var answer = answers.get(Math.min(requests.size(), answers.size()) - 1);
        if (answer.equals(HANG_UP)) {
            return false;
        }
        if (answer.equals(SILENCE)) {
            in.read();
            return false;
        }
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
