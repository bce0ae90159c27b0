package dev.glidepath.store;

import static dev.glidepath.store.SnapshotTable.PARTITION_KEY;
import static dev.glidepath.store.SnapshotTable.SORT_KEY;

import static java.util.Objects.requireNonNull;

import dev.glidepath.store.Content.Address;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/// Contents in the table, each chunk an item whose key holds the hash. Writing one twice changes
/// nothing; one that no record names is harmless.
final class Contents {

    static final String CHUNK = "chunk";

    private final Batches batches;

    Contents(Batches batches) {
        this.batches = batches;
    }

    /// Where a content is stored.
    ///
    /// @param partition what it belongs to: a charge day of a billing period, or its executions
    record Place(String partition, String prefix, Address address) {

        List<Map<String, AttributeValue>> keys() {
            return IntStream.range(0, address.chunks()).mapToObj(this::key).toList();
        }

        private Map<String, AttributeValue> key(int chunk) {
            return Map.of(
                    PARTITION_KEY,
                    AttributeValue.fromS(partition),
                    SORT_KEY,
                    AttributeValue.fromS(
                            prefix
                                    + "#"
                                    + address.hash()
                                    + "#"
                                    + String.format(Locale.ROOT, "%04d", chunk)));
        }
    }

    /// The items of a content.
    ///
    /// @param chunks compressed
    static List<Map<String, AttributeValue>> items(Place place, List<byte[]> chunks) {
        var keys = place.keys();
        var items = new ArrayList<Map<String, AttributeValue>>();
        for (int i = 0; i < keys.size(); i++) {
            var item = new HashMap<>(keys.get(i));
            item.put(CHUNK, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(chunks.get(i))));
            items.add(item);
        }
        return items;
    }

    /// The text at each of the places.
    ///
    /// @throws IllegalStateException if one is missing or damaged
    Map<Place, String> read(Collection<Place> places) {
        var found = chunks(places);
        var texts = new LinkedHashMap<Place, String>();
        for (var place : places) {
            texts.put(place, text(place, found));
        }
        return texts;
    }

    private Map<Map<String, AttributeValue>, byte[]> chunks(Collection<Place> places) {
        var found = new HashMap<Map<String, AttributeValue>, byte[]>();
        batches.read(
                places.stream().flatMap(p -> p.keys().stream()).toList(),
                item ->
                        found.put(
                                Batches.key(item),
                                requireNonNull(item.get(CHUNK)).b().asByteArrayUnsafe()));
        return found;
    }

    /// The texts of each key's places, in the order of the keys. As many keys as fit into one read
    /// are read together.
    ///
    /// @throws IllegalStateException if one is missing or damaged
    <K> void each(SequencedMap<K, List<Place>> places, BiConsumer<K, List<String>> each) {
        var together = new LinkedHashMap<K, List<Place>>();
        int chunks = 0;
        for (var entry : places.entrySet()) {
            int own = entry.getValue().stream().mapToInt(p -> p.address().chunks()).sum();
            if (chunks + own > Batches.READS) {
                give(together, each);
                together.clear();
                chunks = 0;
            }
            together.put(entry.getKey(), entry.getValue());
            chunks += own;
        }
        give(together, each);
    }

    private <K> void give(Map<K, List<Place>> places, BiConsumer<K, List<String>> each) {
        var found = chunks(places.values().stream().flatMap(List::stream).toList());
        places.forEach(
                (key, own) -> each.accept(key, own.stream().map(p -> text(p, found)).toList()));
    }

    private static String text(Place place, Map<Map<String, AttributeValue>, byte[]> found) {
        var chunks = new ArrayList<byte[]>();
        for (var key : place.keys()) {
            byte @Nullable [] chunk = found.get(key);
            if (chunk == null) {
                throw Content.damaged(place.partition());
            }
            chunks.add(chunk);
        }
        return Content.of(chunks, place.address(), place.partition()).text();
    }
}
