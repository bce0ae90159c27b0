package dev.glidepath.collect.charges;

import static java.util.Objects.requireNonNull;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Numbered;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.RandomAccess;

/// Groups as columns, each a quarter of its size as an object. Those that are alike become one.
final class GroupTable extends AbstractList<ChargeGroup> implements RandomAccess {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Numbered<Dimensions> dimensions = new Numbered<>();
    private final Numbered<ChargeDays> days = new Numbered<>();

    /// By key, times an odd number: keys themselves are so alike that a map would be a list.
    private final Map<Long, Integer> places = new HashMap<>();

    private final Decimals billed = new Decimals();
    private final Decimals effective = new Decimals();
    private final Decimals list = new Decimals();
    private final Decimals contracted = new Decimals();
    private final Decimals quantities = new Decimals();
    private long[] keys = new long[16];
    private long[] rows = new long[16];

    /// Whether there was none of the same dimensions and days.
    boolean gather(ChargeGroup group) {
        long key =
                (long) days.number(group.days()) << Integer.SIZE
                        | dimensions.number(group.dimensions());
        int next = places.size();
        int place = requireNonNull(places.merge(key * SPREAD, next, (there, _) -> there));
        if (place < next) {
            put(place, get(place).plus(group));
            return false;
        }
        if (next == keys.length) {
            keys = Arrays.copyOf(keys, next * 2);
            rows = Arrays.copyOf(rows, next * 2);
        }
        keys[next] = key;
        put(next, group);
        return true;
    }

    @Override
    public ChargeGroup get(int place) {
        return new ChargeGroup(
                days.get((int) (keys[place] >>> Integer.SIZE)),
                dimensions.get((int) keys[place]),
                new Amounts(
                        billed.get(place),
                        effective.get(place),
                        list.get(place),
                        contracted.get(place)),
                quantities.get(place),
                rows[place]);
    }

    @Override
    public int size() {
        return places.size();
    }

    private void put(int place, ChargeGroup group) {
        var amounts = group.amounts();
        billed.set(place, amounts.billed());
        effective.set(place, amounts.effective());
        list.set(place, amounts.list());
        contracted.set(place, amounts.contracted());
        quantities.set(place, group.quantity());
        rows[place] = group.rows();
    }
}
