package dev.glidepath.digest.simulator;

import java.util.Map;
import java.util.TreeMap;

/// What happened, in numbers.
record Tally(Map<String, Long> counts) {

    Tally() {
        this(new TreeMap<>());
    }

    void add(String what) {
        add(what, 1);
    }

    void add(String what, long times) {
        counts.merge(what, times, Long::sum);
    }

    void add(Tally other) {
        other.counts.forEach(this::add);
    }

    long count(String what) {
        return counts.getOrDefault(what, 0L);
    }
}
