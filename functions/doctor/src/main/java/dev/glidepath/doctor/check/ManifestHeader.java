package dev.glidepath.doctor.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/// The names of the columns, as a manifest has them.
///
/// @param names legacy CUR's as `category/Name`; none where the manifest does not say
record ManifestHeader(List<String> names) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    ManifestHeader {
        names = List.copyOf(names);
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    static ManifestHeader of(Bucket bucket, Delivery delivery) {
        var key = delivery.manifest();
        var folder = key.substring(0, key.lastIndexOf('/') + 1);
        return bucket.list(folder).items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .map(item -> read(bucket, item))
                .orElseGet(() -> new ManifestHeader(List.of()));
    }

    private static ManifestHeader read(Bucket bucket, Bucket.Item item) {
        try (var file = bucket.fetch(item)) {
            var columns = JSON.readTree(file.path().toFile()).path("columns");
            return new ManifestHeader(
                    StreamSupport.stream(columns.spliterator(), false)
                            .map(ManifestHeader::name)
                            .filter(name -> !name.isBlank())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(item.key() + ": cannot be read", e);
        }
    }

    private static String name(JsonNode column) {
        var name = column.path("name").asText("");
        var category = column.path("category").asText("");
        return category.isEmpty() ? name : category + "/" + name;
    }
}
