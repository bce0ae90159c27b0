package dev.glidepath.local.host;

import dev.glidepath.collect.export.Bucket.Item;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// A page of `ListObjectsV2`, as the query asks for it.
record Listing(Form query, String bucket) {

    private static final Set<String> KNOWN =
            Set.of(
                    "list-type",
                    "prefix",
                    "start-after",
                    "continuation-token",
                    "max-keys",
                    "encoding-type");
    private static final int MOST = 1000;

    static boolean isAskedBy(Form query) {
        return query.text("list-type").equals("2") && KNOWN.containsAll(query.values().keySet());
    }

    /// @param items in key order
    String xml(List<Item> items, Function<Item, String> etag) {
        var after = query.values().getOrDefault("continuation-token", query.text("start-after"));
        var rest =
                items.stream()
                        .filter(item -> item.key().startsWith(query.text("prefix")))
                        .filter(item -> item.key().compareTo(after) > 0)
                        .toList();
        var page = rest.subList(0, Math.min(most(), rest.size()));
        var xml = new StringBuilder("<ListBucketResult>").append(tag("Name", bucket));
        xml.append(tag("KeyCount", page.size())).append(tag("MaxKeys", most()));
        xml.append(tag("IsTruncated", page.size() < rest.size()));
        if (page.size() < rest.size() && !page.isEmpty()) {
            xml.append(tag("NextContinuationToken", page.getLast().key()));
        }
        if (isEncoded()) {
            xml.append(tag("EncodingType", "url"));
        }
        page.forEach(item -> xml.append(contents(item, etag.apply(item))));
        return xml.append("</ListBucketResult>").toString();
    }

    private String contents(Item item, String etag) {
        return "<Contents>"
                + tag("Key", isEncoded() ? encoded(item.key()) : item.key())
                + tag("LastModified", item.modified())
                + tag("ETag", etag)
                + tag("Size", item.bytes())
                + tag("StorageClass", "STANDARD")
                + "</Contents>";
    }

    private int most() {
        var asked = query.text("max-keys");
        return asked.isEmpty() ? MOST : Math.min(MOST, Integer.parseInt(asked));
    }

    private boolean isEncoded() {
        return query.text("encoding-type").equals("url");
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private static String tag(String name, Object value) {
        var text = value.toString().replace("&", "&amp;").replace("<", "&lt;");
        return "<%1$s>%2$s</%1$s>".formatted(name, text);
    }
}
