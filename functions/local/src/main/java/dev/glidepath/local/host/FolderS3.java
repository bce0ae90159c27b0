package dev.glidepath.local.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import dev.glidepath.collect.export.Bucket.Item;
import dev.glidepath.collect.export.FolderBucket;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A folder as a bucket of S3, to read: `ListObjectsV2`, `HeadObject`, and `GetObject` with
/// `If-Match` and `Range`. What lies in the folder has keys that begin with the prefix.
public final class FolderS3 implements HttpHandler {

    private static final DateTimeFormatter MODIFIED =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final String bucket;
    private final String prefix;
    private final FolderBucket folder;
    private final Map<Item, String> etags = new ConcurrentHashMap<>();

    /// @param prefix with a slash at the end
    public FolderS3(String bucket, String prefix, Path folder) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.folder = new FolderBucket(folder.toAbsolutePath().normalize());
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
            Reply.xml(200, new Listing(query, bucket).xml(items(), this::etag)).send(exchange);
        } else if (Set.of("GET", "HEAD").contains(method)
                && !key.isEmpty()
                && query.values().isEmpty()) {
            object(exchange, key);
        } else {
            Reply.unknown("S3", method + " with " + query.values().keySet()).send(exchange);
        }
    }

    private void object(HttpExchange exchange, String key) throws IOException {
        var path = path(key);
        if (!Files.isRegularFile(path)) {
            fault(404, "NoSuchKey", key).send(exchange);
            return;
        }
        var item = item(path);
        var headers = exchange.getRequestHeaders();
        var range = ByteRange.of(headers.getFirst("Range"), item.bytes());
        if (!Objects.requireNonNullElse(headers.getFirst("If-Match"), etag(item))
                .equals(etag(item))) {
            fault(412, "PreconditionFailed", key + " has another ETag").send(exchange);
        } else if (range.isEmpty() && item.bytes() > 0) {
            fault(416, "InvalidRange", key + " has no such bytes").send(exchange);
        } else {
            send(exchange, item, path, range.orElse(new ByteRange(0, 0)));
        }
    }

    private void send(HttpExchange exchange, Item item, Path path, ByteRange range)
            throws IOException {
        boolean part = exchange.getRequestHeaders().containsKey("Range");
        var headers = exchange.getResponseHeaders();
        headers.set("ETag", etag(item));
        headers.set("Last-Modified", MODIFIED.format(item.modified()));
        headers.set("Accept-Ranges", "bytes");
        if (part) {
            headers.set("Content-Range", range.header(item.bytes()));
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Long.toString(range.length()));
            exchange.sendResponseHeaders(part ? 206 : 200, -1);
            return;
        }
        exchange.sendResponseHeaders(part ? 206 : 200, range.length() == 0 ? -1 : range.length());
        try (var file = FileChannel.open(path);
                var body = Channels.newChannel(exchange.getResponseBody())) {
            for (long sent = 0; sent < range.length(); ) {
                sent += file.transferTo(range.first() + sent, range.length() - sent, body);
            }
        }
    }

    /// What is not below the folder is no object of it.
    private Path path(String key) {
        var below = key.startsWith(prefix) ? key.substring(prefix.length()) : "";
        var path = folder.root().resolve(below).normalize();
        return path.startsWith(folder.root()) ? path : folder.root();
    }

    private List<Item> items() {
        return folder.list("").stream()
                .map(item -> new Item(prefix + item.key(), item.bytes(), item.modified()))
                .toList();
    }

    private Item item(Path path) throws IOException {
        return new Item(
                prefix + folder.root().relativize(path).toString().replace('\\', '/'),
                Files.size(path),
                Files.getLastModifiedTime(path).toInstant());
    }

    /// The content's, so that a copy of a folder has the same.
    private String etag(Item item) {
        return etags.computeIfAbsent(
                item,
                _ -> {
                    var key = item.key().substring(prefix.length());
                    var own = new Item(key, item.bytes(), item.modified());
                    return "\"" + folder.etag(own) + "\"";
                });
    }

    private static Reply fault(int status, String code, String message) {
        return Reply.xml(
                status,
                "<Error><Code>%s</Code><Message>%s</Message></Error>"
                        .formatted(code, message.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
