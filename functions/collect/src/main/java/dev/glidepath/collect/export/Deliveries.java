package dev.glidepath.collect.export;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.export.Bucket.Item;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The newest delivery of each billing period of each export in a bucket. Only a manifest makes a
/// delivery: AWS writes it after all of its files.
public final class Deliveries {

    private final Bucket bucket;

    public Deliveries(Bucket bucket) {
        this.bucket = bucket;
    }

    /// @return by export, then billing period; empty when there is no manifest below `prefix`
    public List<Delivery> newest(String prefix) {
        var items = index(bucket.list(prefix));
        var newest = new TreeMap<String, Delivery>();
        for (var manifests : byPartition(items).values()) {
            var delivery = newest(manifests, items);
            var twin =
                    newest.put(
                            delivery.export() + " of " + delivery.billingPeriod().orElseThrow(),
                            delivery);
            if (twin != null) {
                throw new Refusal(
                        "two exports are called %s: %s and %s; collect them into two stores, or rename one"
                                .formatted(
                                        delivery.export(), twin.manifest(), delivery.manifest()));
            }
        }
        return List.copyOf(newest.values());
    }

    /// The delivery that one manifest describes.
    public Delivery of(String manifest) {
        var layout =
                Layout.of(manifest)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                manifest
                                                        + ": not where a manifest lies (metadata/BILLING_PERIOD=…/ or"
                                                        + " yyyymmdd-yyyymmdd/); name the export's folder"));
        var items = index(bucket.list(layout.root()));
        return delivery(new Found(layout, item(manifest, items)), items);
    }

    /// A file that stands alone, as an export of its own name.
    public Delivery ofFile(String key) {
        var item =
                Optional.ofNullable(index(bucket.list(key)).get(key))
                        .orElseThrow(() -> new Refusal(key + ": file is missing"));
        var name = key.substring(key.lastIndexOf('/') + 1);
        try (var file = bucket.fetch(item)) {
            var version = new Delivery.Version(file.etag().substring(0, 16), item.modified());
            return new Delivery(stem(name), Optional.empty(), version, key, List.of(item));
        }
    }

    private record Found(Layout layout, Item item) {}

    private static Map<String, Item> index(List<Item> items) {
        return items.stream()
                .collect(
                        Collectors.toMap(
                                Item::key, Function.identity(), (a, _) -> a, LinkedHashMap::new));
    }

    private static Map<String, List<Found>> byPartition(Map<String, Item> items) {
        return items.values().stream()
                .flatMap(item -> Layout.of(item.key()).map(l -> new Found(l, item)).stream())
                .collect(
                        Collectors.groupingBy(
                                f ->
                                        f.layout.root()
                                                + "\0"
                                                + f.layout.export()
                                                + "\0"
                                                + f.layout.month(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    /// The manifest beside the executions is the newest; a partition that has only the executions'
    /// own goes by their time.
    private Delivery newest(List<Found> manifests, Map<String, Item> items) {
        var beside = manifests.stream().filter(f -> f.layout.execution().isEmpty()).toList();
        return (beside.isEmpty() ? manifests : beside)
                .stream()
                        .map(found -> delivery(found, items))
                        .max(
                                Comparator.comparing((Delivery d) -> d.version().delivered())
                                        .thenComparing(d -> d.version().executionId()))
                        .orElseThrow();
    }

    private Delivery delivery(Found found, Map<String, Item> items) {
        var layout = found.layout;
        var manifest = read(found.item);
        var files = new ArrayList<Item>();
        for (var original : manifest.files()) {
            files.add(file(found, original, items));
        }
        var delivered =
                files.stream()
                        .flatMap(file -> Layout.delivered(file.key()).stream())
                        .findFirst()
                        .orElse(found.item.modified());
        var version = new Delivery.Version(manifest.id(), delivered);
        return new Delivery(
                layout.export(), Optional.of(layout.month()), version, found.item.key(), files);
    }

    private static Item file(Found found, String original, Map<String, Item> items) {
        var tail =
                found.layout
                        .tail(original)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                "%s: names %s, which is not of its billing period"
                                                        .formatted(found.item.key(), original)));
        if (List.of(tail.split("/", -1)).contains("..")) {
            throw new Refusal(found.item.key() + ": names a path with .. in it: " + original);
        }
        var item = items.get(found.layout.root() + tail);
        if (item == null) {
            throw new Refusal(
                    "%s: the manifest %s names it, and it is missing; wait for the delivery to finish or copy it whole"
                            .formatted(found.layout.root() + tail, found.item.key()));
        }
        return item;
    }

    private static Item item(String key, Map<String, Item> items) {
        var item = items.get(key);
        if (item == null) {
            throw new Refusal(key + ": manifest is missing");
        }
        return item;
    }

    private Manifest read(Item manifest) {
        try (var file = bucket.fetch(manifest)) {
            return Manifest.parse(manifest.key(), Files.readAllBytes(file.path()), file.etag());
        } catch (IOException e) {
            throw new UncheckedIOException(manifest.key() + ": " + e.getMessage(), e);
        }
    }

    private static String stem(String name) {
        return name.replaceFirst("(?i)(\\.snappy)?\\.(csv|parquet)?(\\.?(gz|zip))?$", "");
    }

    /// Which billing periods are meant: all that there are, or one. A file that stands alone may
    /// have any.
    public static List<Delivery> of(List<Delivery> deliveries, Optional<YearMonth> period) {
        return deliveries.stream()
                .filter(
                        d ->
                                period.isEmpty()
                                        || d.billingPeriod().isEmpty()
                                        || d.billingPeriod().equals(period))
                .toList();
    }
}
