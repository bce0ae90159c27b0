package dev.glidepath.local.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.glidepath.trends.answer.Site;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The page as a browser has it: names without a space in them, of any width, do not widen it, and
/// the console stays empty.
class BrowserTest {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");

    @TempDir private static Path folder;

    @BeforeAll
    static void needsChromium() {
        assumeTrue(browser() != null, "the page was not opened: Chromium is not on the PATH");
    }

    @Test
    void nothingIsWiderThanAPhoneAndNothingIsComplainedOf() throws Exception {
        try (var bill = SmallBill.in(folder.resolve("store"));
                var site = SiteServer.start(new Site(bill.answers()), 0)) {
            var page = new Site(bill.answers()).reply("GET", "/", null);
            assertThat(page.status()).isEqualTo(200);
            for (int width : new int[] {375, 1_280}) {
                var seen = opened(site, width);
                assertThat(seen).as(seen).contains("SEEN " + width + " of " + width + " at most");
                assertThat(seen).doesNotContain("CONSOLE").containsPattern("tip: 2026-W\\d\\d");
            }
        }
    }

    /// A frame of that width tells how wide its page is: a window has a least width of its own.
    /// Both come from one server, as a page may look into its own site's frames only.
    private static String opened(SiteServer site, int width) throws Exception {
        var html =
                new String(
                        site.address().toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/page", exchange -> send(exchange, html));
        server.createContext("/", exchange -> send(exchange, frame(width)));
        server.start();
        try {
            return told("http://127.0.0.1:" + server.getAddress().getPort() + "/", width);
        } finally {
            server.stop(0);
        }
    }

    private static String frame(int width) {
        return """
        <!DOCTYPE html><link rel="icon" href="data:,"><iframe src="/page" style="width:%1$spx;height:900px;border:0"></iframe>
        <p></p><script>
        onload = () => {
          const page = frames[0].document;
          for (const details of page.querySelectorAll("details")) details.open = true;
          page.querySelector(".stage").dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowLeft"}));
          document.querySelector("p").textContent = "SEEN " + page.documentElement.scrollWidth
            + " of %1$s at most, " + page.querySelectorAll("svg[role=img]").length + " pictures drawn, tip: "
            + page.querySelector(".tip").textContent;
        };
        </script>
        """
                .formatted(width);
    }

    private static void send(HttpExchange exchange, String html) throws IOException {
        try (exchange) {
            var body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /// The document after its script, and the console.
    private static String told(String address, int width) throws Exception {
        var out = folder.resolve("told-" + width + ".txt");
        var command =
                new ArrayList<>(
                        List.of(
                                String.valueOf(browser()),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--hide-scrollbars",
                                "--enable-logging=stderr",
                                "--user-data-dir=" + folder.resolve("profile-" + width),
                                "--window-size=1400,1000",
                                "--virtual-time-budget=5000",
                                "--dump-dom",
                                address));
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("Chromium ended").isTrue();
        return Files.readString(out);
    }

    private static @Nullable Path browser() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
