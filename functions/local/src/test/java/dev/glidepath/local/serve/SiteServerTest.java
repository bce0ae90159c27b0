package dev.glidepath.local.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.trends.answer.Site;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

class SiteServerTest {

    @TempDir private static Path folder;

    private final SmallBill bill = SmallBill.in(folder);
    private final SiteServer server = SiteServer.start(new Site(bill.answers()), 0);

    @AfterEach
    void close() {
        server.close();
        bill.close();
    }

    @Test
    void aBrowserOfThisMachineGetsThePage() throws IOException {
        for (var host : new String[] {"127.0.0.1", "localhost", "LOCALHOST"}) {
            assertThat(sent("GET / HTTP/1.1", host + ":" + server.address().getPort()))
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("content-security-policy: default-src 'none'")
                    .contains("<!DOCTYPE html>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example:%d", "127.0.0.1.evil.example:%d", "localhost", "[::1]:%d"})
    void aNameThatPointsHereIsNotThisMachines(String host) throws IOException {
        assertThat(sent("GET /trends.json HTTP/1.1", host.formatted(server.address().getPort())))
                .startsWith("HTTP/1.1 421")
                .doesNotContain("series", "evil");
    }

    @Test
    void headHasNoBody() throws IOException {
        assertThat(sent("HEAD /trends.json HTTP/1.1", server.address().getAuthority()))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-length: ")
                .endsWith("\r\n\r\n");
    }

    @Test
    void onlyLoopbackListens() throws IOException {
        assertThat(InetAddress.getByName(server.address().getHost()).isLoopbackAddress()).isTrue();
    }

    @Test
    void hostileAddressesAreRefusedAndNotRepeated() throws IOException {
        for (var path :
                new String[] {
                    "/?scope=%3Cscript%3E%",
                    "/?%0d%0aX-Injected:1=1",
                    "/..%2f..%2fetc%2fpasswd",
                    "/<script>",
                    "//evil.example/",
                    "/?grain=" + "x".repeat(5_000)
                }) {
            assertThat(sent("GET " + path + " HTTP/1.1", server.address().getAuthority()))
                    .matches("(?s)HTTP/1\\.1 4(00|04|21).*")
                    .doesNotContain("<script>", "\r\nX-Injected", "xxxx");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidInOneLine() {
        int taken = server.address().getPort();
        assertThatThrownBy(() -> SiteServer.start(new Site(bill.answers()), taken))
                .hasMessageMatching("port \\d+ cannot be opened: .*; name another one with --port");
    }

    private String sent(String line, String host) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.address().getPort())) {
            var request = line + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
