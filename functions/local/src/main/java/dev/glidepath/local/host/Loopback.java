package dev.glidepath.local.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An HTTP server that only this machine reaches, on a port that is free.
record Loopback(HttpServer server, ExecutorService threads) implements AutoCloseable {

    static {
        // Without it, each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    static Loopback serving(HttpHandler handler) {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", exchange -> serve(handler, exchange));
            server.start();
            return new Loopback(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("no port of this machine can be opened: " + e, e);
        }
    }

    /// `127.0.0.1:49152`
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    URI endpoint() {
        return URI.create("http://" + address());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /// A defect of the handler is an answer too: the other side would wait for ever.
    private static void serve(HttpHandler handler, HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                handler.handle(exchange);
            } catch (RuntimeException e) {
                Reply.text(500, e.toString()).send(exchange);
            }
        }
    }
}
