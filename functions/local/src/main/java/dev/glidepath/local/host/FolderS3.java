package dev.glidepath.local.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import dev.glidepath.local.host.FolderObjects.Entry;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/// A folder as a bucket of S3, to read: `ListObjectsV2`, `HeadObject`, and `GetObject` with
/// `If-Match` and `Range`. What lies in the folder has keys that begin with the prefix.
public final class FolderS3 implements HttpHandler {

    private static final DateTimeFormatter MODIFIED =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final String bucket;
    private final FolderObjects objects;

    /// @param prefix with a slash at the end
    public FolderS3(String bucket, String prefix, Path folder) {
        this.bucket = bucket;
        this.objects = new FolderObjects(folder, prefix);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(1).split("/", 2);
        var owner = exchange.getRequestHeaders().getFirst("x-amz-expected-bucket-owner");
        if (!path[0].equals(bucket)) {
            fault(404, "NoSuchBucket", path[0] + ": the bucket here is " + bucket).send(exchange);
        } else if (owner != null && !owner.equals(LoopbackAws.ACCOUNT)) {
            fault(403, "AccessDenied", owner + " does not own the bucket").send(exchange);
        } else {
            serve(exchange, path.length == 1 ? "" : path[1]);
        }
    }

    private void serve(HttpExchange exchange, String key) throws IOException {
        var query = Form.ofQuery(exchange);
        var method = exchange.getRequestMethod();
        if (method.equals("GET") && key.isEmpty() && Listing.isAskedBy(query)) {
            Reply.xml(200, new Listing(query, bucket).xml(objects)).send(exchange);
        } else if (Set.of("GET", "HEAD").contains(method)
                && !key.isEmpty()
                && query.values().isEmpty()) {
            object(exchange, key);
        } else {
            var asked = method + " with " + query.values().keySet();
            fault(501, "NotImplemented", asked + ": this machine only lists and reads")
                    .send(exchange);
        }
    }

    private void object(HttpExchange exchange, String key) throws IOException {
        var found = objects.of(key);
        if (found.isEmpty()) {
            fault(404, "NoSuchKey", key).send(exchange);
            return;
        }
        var entry = found.get();
        var headers = exchange.getRequestHeaders();
        var range = ByteRange.of(headers.getFirst("Range"), entry.bytes());
        var wanted = headers.getFirst("If-Match");
        if (wanted != null && !wanted.equals(objects.etag(entry))) {
            fault(412, "PreconditionFailed", key + " has another ETag").send(exchange);
        } else if (range.isEmpty()) {
            fault(416, "InvalidRange", key + " has no such bytes").send(exchange);
        } else {
            send(exchange, entry, range.get());
        }
    }

    private void send(HttpExchange exchange, Entry entry, ByteRange range) throws IOException {
        boolean part = exchange.getRequestHeaders().containsKey("Range");
        var headers = exchange.getResponseHeaders();
        headers.set("ETag", objects.etag(entry));
        headers.set("Last-Modified", MODIFIED.format(entry.modified()));
        if (part) {
            headers.set("Content-Range", range.header(entry.bytes()));
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Long.toString(range.length()));
            exchange.sendResponseHeaders(part ? 206 : 200, -1);
            return;
        }
        exchange.sendResponseHeaders(part ? 206 : 200, range.length() == 0 ? -1 : range.length());
        try (var file = FileChannel.open(entry.path());
                var body = Channels.newChannel(exchange.getResponseBody())) {
            for (long sent = 0; sent < range.length(); ) {
                sent += file.transferTo(range.first() + sent, range.length() - sent, body);
            }
        }
    }

    private static Reply fault(int status, String code, String message) {
        return Reply.xml(
                status,
                "<Error><Code>%s</Code><Message>%s</Message></Error>"
                        .formatted(code, Reply.escaped(message)));
    }
}
