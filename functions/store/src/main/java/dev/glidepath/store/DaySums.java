package dev.glidepath.store;

import dev.glidepath.core.cost.Amounts;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What an execution's charges of one day sum to, per currency.
///
/// @param all every charge
/// @param usage of it, what was used: without fees and taxes that are billed once a month and so
///   move all of its days at once
public record DaySums(Map<String, Amounts> all, Map<String, Amounts> usage) {

    public DaySums {
        all = Collections.unmodifiableMap(new TreeMap<>(all));
        usage = Collections.unmodifiableMap(new TreeMap<>(usage));
    }
}
