package dev.glidepath.core.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Numbers dimensions from 0, equal ones alike, and finds the category of each once.
final class Kinds {

    private final Function<Dimensions, String> category;
    private final List<Kind> all = new ArrayList<>();
    private final Map<Dimensions, Integer> equal = new HashMap<>();

    /// Where groups share their dimensions, which is most of the time, nothing is compared.
    private final IdentityHashMap<Dimensions, Integer> same = new IdentityHashMap<>();

    record Kind(String category, Dimensions dimensions) {}

    Kinds(Function<Dimensions, String> category) {
        this.category = category;
    }

    int number(Dimensions dimensions) {
        return same.computeIfAbsent(dimensions, _ -> equal.computeIfAbsent(dimensions, this::add));
    }

    Kind get(int number) {
        return all.get(number);
    }

    /// By number: its place in the order of category and dimensions.
    int[] places() {
        var keys = all.stream().map(k -> CostLine.key(k.category) + k.dimensions.key()).toList();
        int[] sorted =
                IntStream.range(0, keys.size())
                        .boxed()
                        .sorted(Comparator.comparing(keys::get))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int[] places = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            places[sorted[i]] = i;
        }
        return places;
    }

    private int add(Dimensions dimensions) {
        all.add(new Kind(category.apply(dimensions), dimensions));
        return all.size() - 1;
    }
}
