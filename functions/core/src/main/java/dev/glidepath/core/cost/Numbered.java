package dev.glidepath.core.cost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Numbers values from 0 as they come, equal ones alike.
public final class Numbered<T> {

    private final List<T> all = new ArrayList<>();
    private final Map<T, Integer> equal = new HashMap<>();

    /// Where a value comes again as the same object, which is most of the time, nothing is
    /// compared.
    private final IdentityHashMap<T, Integer> same = new IdentityHashMap<>();

    public int number(T value) {
        return same.computeIfAbsent(value, _ -> equal.computeIfAbsent(value, this::add));
    }

    public T get(int number) {
        return all.get(number);
    }

    public int size() {
        return all.size();
    }

    private int add(T value) {
        all.add(value);
        return all.size() - 1;
    }
}
