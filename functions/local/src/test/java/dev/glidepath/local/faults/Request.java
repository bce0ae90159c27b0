package dev.glidepath.local.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One request of an SDK, as it came over the wire.
record Request(String line, List<String> headers, byte[] body) {

    private static final Pattern SERVICE =
            Pattern.compile("Credential=[^/]*/\\d+/[^/]*/([^/]+)/aws4_request");
    private static final Pattern ACTION = Pattern.compile("Action=(\\w+)");

    /// @throws IOException also when the connection ends without a request
    static Request read(InputStream in) throws IOException {
        var line = line(in);
        if (line.isEmpty()) {
            throw new IOException("no request");
        }
        var headers = new ArrayList<String>();
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            headers.add(header);
        }
        var bare = new Request(line, headers, new byte[0]);
        var length = bare.header("content-length");
        var body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
        return new Request(line, List.copyOf(headers), body);
    }

    /// As requests are signed for it: `s3`
    String service() {
        var named = SERVICE.matcher(header("authorization"));
        return named.find() ? named.group(1) : "";
    }

    /// `TransactWriteItems`, `SendRawEmail`, or `GET /bucket/key`
    String operation() {
        var target = header("x-amz-target");
        if (!target.isEmpty()) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        var action = ACTION.matcher(text());
        return action.find() ? action.group(1) : line.replaceFirst(" HTTP/1.1$", "");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Request with(byte[] other) {
        return new Request(line, headers, other);
    }

    /// For a connection of its own.
    byte[] bytes() {
        var head = new StringBuilder(line).append("\r\n");
        for (var header : headers) {
            var name = header.toLowerCase(Locale.ROOT);
            if (!name.startsWith("connection:") && !name.startsWith("content-length:")) {
                head.append(header).append("\r\n");
            }
        }
        head.append("Connection: close\r\nContent-Length: %d\r\n\r\n".formatted(body.length));
        var start = head.toString().getBytes(StandardCharsets.UTF_8);
        var all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private String header(String name) {
        return headers.stream()
                .filter(h -> h.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(h -> h.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
