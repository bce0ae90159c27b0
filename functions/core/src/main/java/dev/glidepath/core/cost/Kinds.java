package dev.glidepath.core.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Numbers dimensions, and finds the category of each once.
final class Kinds {

    private final Function<Dimensions, String> category;
    private final Numbered<Dimensions> dimensions = new Numbered<>();
    private final List<String> categories = new ArrayList<>();

    Kinds(Function<Dimensions, String> category) {
        this.category = category;
    }

    int number(Dimensions of) {
        int number = dimensions.number(of);
        if (number == categories.size()) {
            categories.add(category.apply(of));
        }
        return number;
    }

    Dimensions dimensions(int number) {
        return dimensions.get(number);
    }

    String category(int number) {
        return categories.get(number);
    }

    /// By number: its place in the order of category and dimensions.
    int[] places() {
        var keys =
                IntStream.range(0, dimensions.size())
                        .mapToObj(i -> CostLine.key(category(i)) + dimensions(i).key())
                        .toList();
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
}
