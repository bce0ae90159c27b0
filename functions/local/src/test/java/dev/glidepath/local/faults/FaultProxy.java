package dev.glidepath.local.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/// Stands between SDKs and what stands in for AWS. Each request is passed on over a connection of
/// its own, unless the script says what else happens to it.
final class FaultProxy implements AutoCloseable {

    private static final int SLOWNESS = 300;

    private final ServerSocket socket;
    private final Function<String, URI> upstream;
    private final List<Request> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<Request> passed = Collections.synchronizedList(new ArrayList<>());
    private volatile Script script = (_, _) -> Fault.NONE;
    private volatile Runnable afterLostAnswer = () -> {};

    /// What happens to a request.
    @FunctionalInterface
    interface Script {

        /// @param number of the request, from 1
        Fault of(Request request, int number);
    }

    /// @param upstream where each service really is
    FaultProxy(Function<String, URI> upstream) {
        this.upstream = upstream;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /// From now on, and counts from 1 again.
    void play(Script next) {
        seen.clear();
        passed.clear();
        script = next;
        afterLostAnswer = () -> {};
    }

    /// What happens when a request took effect and before its client could know.
    void afterLostAnswer(Runnable next) {
        afterLostAnswer = next;
    }

    /// All that was asked.
    List<Request> seen() {
        return List.copyOf(seen);
    }

    /// What arrived where it should.
    List<Request> passed() {
        return List.copyOf(passed);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var request = Request.read(new BufferedInputStream(connection.getInputStream()));
            seen.add(request);
            serve(connection, request, script.of(request, seen.size()));
        } catch (IOException e) {
            // The client gave up.
        }
    }

    private void serve(Socket connection, Request request, Fault fault) throws IOException {
        var out = connection.getOutputStream();
        switch (fault) {
            case NONE -> out.write(answer(request));
            case THROTTLED, SERVER_ERROR -> out.write(fault.refusal(request.service()));
            case SLOW -> {
                sleep();
                out.write(answer(request));
            }
            case RESET -> reset(connection);
            case ANSWER_LOST -> {
                answer(request);
                afterLostAnswer.run();
                reset(connection);
            }
            case ANSWER_CUT -> {
                var whole = answer(request);
                out.write(whole, 0, whole.length - Math.max(1, bodyLength(whole) / 2));
                out.flush();
                sleep();
                reset(connection);
            }
            case HALF_A_BATCH -> out.write(HalfBatch.of(request, this::answer));
        }
        out.flush();
    }

    private byte[] answer(Request request) throws IOException {
        passed.add(request);
        var there = upstream.apply(request.service());
        try (var onward = new Socket(there.getHost(), there.getPort())) {
            onward.getOutputStream().write(request.bytes());
            onward.getOutputStream().flush();
            var answer = onward.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.ISO_8859_1)
                    .replaceFirst("\r\n", "\r\nConnection: close\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    static int bodyLength(byte[] answer) {
        var text = new String(answer, StandardCharsets.ISO_8859_1);
        return answer.length - text.indexOf("\r\n\r\n") - 4;
    }

    private static void reset(Socket connection) throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }

    private static void sleep() {
        try {
            Thread.sleep(SLOWNESS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
