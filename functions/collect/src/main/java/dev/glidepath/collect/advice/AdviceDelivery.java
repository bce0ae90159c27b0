package dev.glidepath.collect.advice;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Bucket.Item;
import dev.glidepath.collect.export.Manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Recommendations of a day, as an export has them:
///
/// ```
/// <root>/metadata/date=2026-05-12/<export>-Manifest.json
/// <root>/metadata/date=2026-05-12/<time>-<execution>/<export>-Manifest.json
/// <root>/data/date=2026-05-12/…
/// ```
///
/// @param manifest of the newest execution of the day
record AdviceDelivery(String export, LocalDate day, String root, Item manifest) {

    private static final Pattern MANIFEST =
            Pattern.compile(
                    "(|.*/)metadata/(date=(\\d{4}-\\d{2}-\\d{2}))/(?:([^/]+)/)?([^/]+)-Manifest\\.json");

    private static final Pattern DAY = Pattern.compile("(?:|.*/)metadata/date=[^/]+/");

    /// Oldest first. What is no export of recommendations is not looked into.
    ///
    /// @param folder with a `/` at its end, or empty for the whole bucket
    static List<AdviceDelivery> below(Bucket bucket, String folder) {
        var found = new ArrayList<AdviceDelivery>();
        walk(bucket, folder, found);
        return found.stream().sorted(Comparator.comparing(AdviceDelivery::day)).toList();
    }

    private static void walk(Bucket bucket, String folder, List<AdviceDelivery> found) {
        var folders = bucket.list(folder).folders();
        boolean export = folders.contains(folder + "metadata/");
        for (var child : folders) {
            var name = child.substring(folder.length());
            if (DAY.matcher(child).matches()) {
                newest(bucket, child).ifPresent(found::add);
            } else if (!name.contains("=") && !(export && name.equals("data/"))) {
                walk(bucket, child, found);
            }
        }
    }

    private static Optional<AdviceDelivery> newest(Bucket bucket, String folder) {
        var here = bucket.list(folder);
        var beside = of(here.items());
        var all = beside.isEmpty() ? inside(bucket, here.folders()) : beside;
        return all.stream()
                .max(
                        Comparator.comparing((AdviceDelivery d) -> d.manifest().modified())
                                .thenComparing(d -> d.manifest().key()));
    }

    private static List<AdviceDelivery> inside(Bucket bucket, List<String> folders) {
        return folders.stream().flatMap(f -> of(bucket.list(f).items()).stream()).toList();
    }

    private static List<AdviceDelivery> of(List<Item> items) {
        return items.stream().flatMap(item -> of(item).stream()).toList();
    }

    private static Optional<AdviceDelivery> of(Item item) {
        var key = MANIFEST.matcher(item.key());
        if (!key.matches()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(key.group(3));
            return Optional.of(new AdviceDelivery(key.group(5), day, key.group(1), item));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The files that the manifest names, where they lie here.
    ///
    /// @throws Refusal when it names one that is not there, or of another day
    List<Item> files(Bucket bucket) {
        var data = "data/date=" + day + "/";
        return manifest(bucket).files().stream()
                .map(original -> file(bucket, data, original))
                .toList();
    }

    private Item file(Bucket bucket, String data, String original) {
        int at = ("/" + original).lastIndexOf("/" + data);
        if (at < 0 || List.of(original.split("/", -1)).contains("..")) {
            throw new Refusal(
                    "%s: names %s, which is not of its day".formatted(manifest.key(), original));
        }
        var key = root + original.substring(at);
        return bucket.list(key.substring(0, key.lastIndexOf('/') + 1)).items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        "%s: the manifest %s names it, and it is missing; wait for the delivery to finish or copy it whole"
                                                .formatted(key, manifest.key())));
    }

    private Manifest manifest(Bucket bucket) {
        try (var file = bucket.fetch(manifest)) {
            return Manifest.parse(manifest.key(), Files.readAllBytes(file.path()), file.etag());
        } catch (IOException e) {
            throw new UncheckedIOException(manifest.key() + ": " + e.getMessage(), e);
        }
    }
}
