package dev.glidepath.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Chromium without a window, one start for many views.
record Browser(Path command, Path folder) {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");

    /// One document in a frame of a width: a window has a least width of its own.
    ///
    /// @param rules the tags of axe's rules; empty where axe does not look at it
    /// @param frame further attributes of the frame
    record View(String name, int width, String html, List<String> rules, String frame) {

        private String tag(int number) {
            return "<iframe title=\"%s\" data-rules='%s' src=\"/view/%s\" style=\"width:%spx;height:900px;border:0\" %s></iframe>"
                    .formatted(name, String.join(",", rules), number, width, frame);
        }
    }

    static Optional<Browser> in(Path folder) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(command -> new Browser(command, folder));
    }

    /// What each view looks like from within, a line each that begins with `SEEN` and its name; and
    /// the console.
    String told(List<View> views, String... options) throws Exception {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        IntStream.range(0, views.size())
                .forEach(
                        i ->
                                server.createContext(
                                        "/view/" + i,
                                        exchange -> send(exchange, views.get(i).html())));
        server.createContext("/", exchange -> send(exchange, frames(views)));
        server.start();
        try {
            var all = new ArrayList<>(List.of(options));
            all.addAll(
                    List.of(
                            "--dump-dom",
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/"));
            return run(all);
        } finally {
            server.stop(0);
        }
    }

    byte[] printed(String address) throws Exception {
        var pdf = folder.resolve("page.pdf");
        run(List.of("--no-pdf-header-footer", "--print-to-pdf=" + pdf, address));
        return Files.readAllBytes(pdf);
    }

    private String run(List<String> asked) throws Exception {
        var profile = Files.createTempDirectory(folder, "profile");
        var out = Files.createTempFile(folder, "told", ".txt");
        var whole =
                new ArrayList<>(
                        List.of(
                                command.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--hide-scrollbars",
                                "--enable-logging=stderr",
                                "--user-data-dir=" + profile,
                                "--window-size=1400,1000",
                                "--virtual-time-budget=20000"));
        whole.addAll(asked);
        var process =
                new ProcessBuilder(whole)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("Chromium ended").isTrue();
        return Files.readString(out);
    }

    /// Frames and what they show come from one server, as a page may look into its own site's only.
    private static String frames(List<View> views) {
        var tags = IntStream.range(0, views.size()).mapToObj(i -> views.get(i).tag(i));
        return "<!DOCTYPE html><link rel=\"icon\" href=\"data:,\">"
                + String.join("\n", tags.toList())
                + "<pre></pre><script>"
                + text("look.js")
                + "</script>";
    }

    static String text(String name) {
        try (var in = Browser.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpExchange exchange, String html) throws IOException {
        try (exchange) {
            var body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
