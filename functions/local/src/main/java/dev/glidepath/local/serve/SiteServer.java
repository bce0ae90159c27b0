package dev.glidepath.local.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.glidepath.trends.answer.Reply;
import dev.glidepath.trends.answer.Site;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Serves a site to this machine alone. A page of another site that has its own name point here
/// must not read what is served: only this machine's own names are answered.
public final class SiteServer implements AutoCloseable {

    private static final int MISDIRECTED = 421;

    private final Site site;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private SiteServer(Site site, HttpServer server) {
        this.site = site;
        this.server = server;
    }

    /// @param port 0 for one that is free
    public static SiteServer start(Site site, int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var started = new SiteServer(site, HttpServer.create(address, 0));
            started.server.setExecutor(started.threads);
            started.server.createContext("/", started::answer);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "port %d cannot be opened: %s; name another one with --port"
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(reply(exchange), exchange);
        }
    }

    private Reply reply(HttpExchange exchange) {
        var asked = exchange.getRequestURI();
        if (!isOwn(exchange.getRequestHeaders().getFirst("Host"))
                || (asked.getRawAuthority() != null && !isOwn(asked.getRawAuthority()))) {
            return Reply.refused(MISDIRECTED, "this is only for " + address());
        }
        try {
            return site.reply(exchange.getRequestMethod(), asked.getRawPath(), asked.getRawQuery());
        } catch (RuntimeException e) {
            // A defect is an answer too: the other side would wait for ever.
            return Reply.refused(500, "this went wrong here: " + e);
        }
    }

    private boolean isOwn(@Nullable String host) {
        return host != null
                && Set.of("127.0.0.1:" + port(), "localhost:" + port())
                        .contains(host.toLowerCase(Locale.ROOT));
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static void send(Reply reply, HttpExchange exchange) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(reply.status(), -1);
        } else {
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
