package dev.glidepath.collect.export;

import dev.glidepath.collect.Limit;
import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.export.Bucket.Item;
import dev.glidepath.collect.export.Partition.Found;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The newest delivery of each billing period of each export in a bucket. Only a manifest makes a
/// delivery: AWS writes it after all of its files.
public final class Deliveries {

    private final Bucket bucket;
    private final Limits limits;

    public Deliveries(Bucket bucket) {
        this(bucket, Limits.STANDARD);
    }

    public Deliveries(Bucket bucket, Limits limits) {
        this.bucket = bucket;
        this.limits = limits;
    }

    /// @return by export, then billing period; empty when there is no manifest below `folder`
    public List<Delivery> newest(String folder) {
        return partitions(folder, _ -> true).stream().map(this::newest).toList();
    }

    /// Where manifests lie, by export, then billing period. Nothing of them is read yet, so that
    /// one that cannot be does not hide the others.
    ///
    /// @param folder with a `/` at its end, or empty for the whole bucket
    public List<Partition> partitions(String folder, Predicate<YearMonth> wanted) {
        var byId = new TreeMap<Partition.Id, List<Found>>();
        for (var found : new Manifests(bucket, wanted).below(folder)) {
            byId.computeIfAbsent(found.id(), _ -> new ArrayList<>()).add(found);
        }
        return byId.entrySet().stream().map(e -> new Partition(e.getKey(), e.getValue())).toList();
    }

    /// The newest delivery of a billing period: what the manifest beside the executions says; where
    /// there are only the executions' own, the newest of these.
    ///
    /// @throws Refusal when it cannot be followed, or two exports have that name
    public Delivery newest(Partition partition) {
        requireOneExport(partition.manifests());
        var beside =
                partition.manifests().stream()
                        .filter(f -> f.layout().execution().isEmpty())
                        .toList();
        return delivery(
                (beside.isEmpty() ? partition.manifests() : beside)
                        .stream()
                                .max(
                                        Comparator.comparing(Found::written)
                                                .thenComparing(found -> found.item().key()))
                                .orElseThrow());
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
        var item =
                new Contents(bucket)
                        .item(manifest)
                        .orElseThrow(() -> new Refusal(manifest + ": manifest is missing"));
        return delivery(new Found(layout, item));
    }

    /// A file that stands alone, as an export of its own name.
    public Delivery ofFile(String key) {
        var item =
                new Contents(bucket)
                        .item(key)
                        .orElseThrow(() -> new Refusal(key + ": file is missing"));
        var name = key.substring(key.lastIndexOf('/') + 1);
        try (var file = bucket.fetch(item)) {
            var version = new Delivery.Version(file.etag().substring(0, 16), item.modified());
            return new Delivery(stem(name), Optional.empty(), version, key, List.of(item));
        }
    }

    private static void requireOneExport(List<Found> manifests) {
        var first = manifests.getFirst();
        for (var other : manifests) {
            if (!other.layout().root().equals(first.layout().root())) {
                throw new Refusal(
                        "two exports are called %s: %s and %s; collect them into two stores, or rename one"
                                .formatted(
                                        first.layout().export(),
                                        first.item().key(),
                                        other.item().key()));
            }
        }
    }

    private Delivery delivery(Found found) {
        var layout = found.layout();
        var manifest = read(found.item());
        int named = manifest.files().size();
        limits.require(
                Limit.FILES, named, found.item().key() + ": names %d files".formatted(named));
        var contents = new Contents(bucket);
        var files = new ArrayList<Item>();
        for (var original : manifest.files()) {
            files.add(file(found, original, contents));
        }
        var delivered =
                files.stream()
                        .flatMap(file -> Layout.delivered(file.key()).stream())
                        .findFirst()
                        .orElse(found.item().modified());
        var version = new Delivery.Version(manifest.id(), delivered);
        return new Delivery(
                layout.export(), Optional.of(layout.month()), version, found.item().key(), files);
    }

    private static Item file(Found found, String original, Contents contents) {
        var layout = found.layout();
        var manifest = found.item().key();
        var tail =
                layout.tail(original)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                "%s: names %s, which is not of its billing period"
                                                        .formatted(manifest, original)));
        if (List.of(tail.split("/", -1)).contains("..")) {
            throw new Refusal(manifest + ": names a path with .. in it: " + original);
        }
        return contents.item(layout.root() + tail)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        "%s: the manifest %s names it, and it is missing; wait for the delivery to finish or copy it whole"
                                                .formatted(layout.root() + tail, manifest)));
    }

    private Manifest read(Item manifest) {
        limits.require(
                Limit.MANIFEST,
                manifest.bytes(),
                manifest.key() + ": has %d bytes".formatted(manifest.bytes()));
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
