package dev.glidepath.local.host;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeMap;

/// A page of `ListObjectsV2`, as the query asks for it.
record Listing(Form query, String bucket) {

    private static final Set<String> KNOWN =
            Set.of(
                    "list-type",
                    "prefix",
                    "delimiter",
                    "start-after",
                    "continuation-token",
                    "max-keys",
                    "encoding-type");
    private static final int MOST = 1000;

    static boolean isAskedBy(Form query) {
        return query.text("list-type").equals("2") && KNOWN.containsAll(query.values().keySet());
    }

    String xml(FolderObjects objects) {
        var lines = lines(objects);
        var after = query.values().getOrDefault("continuation-token", query.text("start-after"));
        var rest = lines.tailMap(after, false);
        var page = rest.keySet().stream().limit(most()).toList();
        boolean more = page.size() < rest.size();
        var xml = new StringBuilder("<ListBucketResult>").append(tag("Name", bucket));
        xml.append(tag("KeyCount", page.size())).append(tag("MaxKeys", most()));
        xml.append(tag("IsTruncated", more));
        if (more && !page.isEmpty()) {
            xml.append(tag("NextContinuationToken", page.getLast()));
        }
        xml.append(isEncoded() ? tag("EncodingType", "url") : "");
        page.forEach(key -> xml.append(lines.get(key)));
        return xml.append("</ListBucketResult>").toString();
    }

    /// Per key, or what keys have in common up to the delimiter, its element.
    private TreeMap<String, String> lines(FolderObjects objects) {
        var lines = new TreeMap<String, String>();
        var start = query.text("prefix");
        var delimiter = query.text("delimiter");
        for (var entry : objects.all()) {
            if (entry.key().startsWith(start)) {
                int end = delimiter.isEmpty() ? -1 : entry.key().indexOf(delimiter, start.length());
                var common = end < 0 ? "" : entry.key().substring(0, end + delimiter.length());
                lines.computeIfAbsent(
                        end < 0 ? entry.key() : common,
                        key -> end < 0 ? contents(entry, objects) : commonPrefix(key));
            }
        }
        return lines;
    }

    private String contents(FolderObjects.Entry entry, FolderObjects objects) {
        return "<Contents>"
                + tag("Key", name(entry.key()))
                + tag("LastModified", entry.modified())
                + tag("ETag", objects.etag(entry))
                + tag("Size", entry.bytes())
                + tag("StorageClass", "STANDARD")
                + "</Contents>";
    }

    private String commonPrefix(String prefix) {
        return "<CommonPrefixes>" + tag("Prefix", name(prefix)) + "</CommonPrefixes>";
    }

    private int most() {
        var asked = query.text("max-keys");
        return asked.isEmpty() ? MOST : Math.min(MOST, Integer.parseInt(asked));
    }

    private boolean isEncoded() {
        return query.text("encoding-type").equals("url");
    }

    private String name(String key) {
        return isEncoded() ? URLEncoder.encode(key, StandardCharsets.UTF_8) : key;
    }

    private static String tag(String name, Object value) {
        return "<%1$s>%2$s</%1$s>".formatted(name, Reply.escaped(value.toString()));
    }
}
