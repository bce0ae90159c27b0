package dev.glidepath.collect.athena;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Bucket.Item;
import dev.glidepath.collect.export.Delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a bucket has now.
final class Listed {

    private Listed() {}

    static Optional<Item> item(Bucket bucket, String key) {
        return bucket.list(folder(key)).items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst();
    }

    /// @throws Refusal when a file is not what the delivery was listed with
    static void requireSame(Bucket bucket, Delivery delivery) {
        var now = new HashMap<String, Item>();
        delivery.files().stream()
                .map(file -> folder(file.key()))
                .distinct()
                .forEach(f -> bucket.list(f).items().forEach(item -> now.put(item.key(), item)));
        delivery.files().forEach(file -> requireSame(file, now));
    }

    private static void requireSame(Item file, Map<String, Item> now) {
        var found = Optional.ofNullable(now.get(file.key()));
        if (found.isEmpty()) {
            throw new Refusal(
                    file.key()
                            + ": is missing since Athena read it; wait for the next delivery, or copy"
                            + " it whole");
        }
        if (!Question.pinned(found.get()).equals(Question.pinned(file))) {
            throw new Refusal(
                    file.key()
                            + ": was replaced while Athena read it; collect again when the delivery"
                            + " has finished");
        }
    }

    private static String folder(String key) {
        return key.substring(0, key.lastIndexOf('/') + 1);
    }
}
