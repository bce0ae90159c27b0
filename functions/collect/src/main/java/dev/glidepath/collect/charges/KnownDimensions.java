package dev.glidepath.collect.charges;

import dev.glidepath.core.cost.Dimensions;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// Makes dimensions of their texts, in the order of [Groups#keys]. Equal ones are one object.
///
/// @param labels the names of those that follow the other texts
record KnownDimensions(List<String> labels, Map<Dimensions, Dimensions> known) {

    KnownDimensions(List<String> labels) {
        this(List.copyOf(labels), new HashMap<>());
    }

    int width() {
        return Groups.width(labels.size());
    }

    /// @param texts which are empty where there is none
    Dimensions of(IntFunction<String> texts) {
        IntFunction<@Nullable String> text = i -> texts.apply(i).isEmpty() ? null : texts.apply(i);
        var found = new HashMap<String, String>();
        for (int i = 0; i < labels.size(); i++) {
            var value = text.apply(width() - labels.size() + i);
            if (value != null) {
                found.put(labels.get(i), value);
            }
        }
        var category = text.apply(7);
        var dimensions =
                new Dimensions(
                        texts.apply(0),
                        new Dimensions.Service(text.apply(1), text.apply(2), text.apply(3)),
                        new Dimensions.SubAccount(text.apply(4), text.apply(5)),
                        text.apply(6),
                        new Dimensions.Charge(
                                category == null ? "Unknown" : category,
                                text.apply(8),
                                text.apply(9),
                                text.apply(10),
                                text.apply(11),
                                text.apply(12),
                                text.apply(13)),
                        found);
        return known.computeIfAbsent(dimensions, same -> same);
    }
}
