package dev.glidepath.collect.export;

import dev.glidepath.collect.export.Bucket.Item;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds objects by key. A folder is listed once.
final class Contents {

    private final Bucket bucket;
    private final Map<String, Map<String, Item>> folders = new HashMap<>();

    Contents(Bucket bucket) {
        this.bucket = bucket;
    }

    Optional<Item> item(String key) {
        var folder = key.substring(0, key.lastIndexOf('/') + 1);
        return Optional.ofNullable(folders.computeIfAbsent(folder, this::items).get(key));
    }

    private Map<String, Item> items(String folder) {
        return bucket.list(folder).items().stream()
                .collect(Collectors.toMap(Item::key, Function.identity()));
    }
}
