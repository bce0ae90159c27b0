package dev.glidepath.collect.charges;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Numbered;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/// Groups as columns, each a quarter of its size as an object. Those that are alike become one.
final class GroupTable extends AbstractList<ChargeGroup> implements RandomAccess {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Numbered<Dimensions> dimensions = new Numbered<>();
    private final Numbered<ChargeDays> days = new Numbered<>();

    /// Where each key is, plus 1: at what it says times an odd number, or the next that is free. A
    /// map of objects takes ten times the room.
    private int[] slots = new int[32];

    private int size;
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
        int slot = slot(key);
        if (slots[slot] > 0) {
            put(slots[slot] - 1, get(slots[slot] - 1).plus(group));
            return false;
        }
        slots[slot] = size + 1;
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
        }
        keys[size] = key;
        put(size++, group);
        if (size * 2 > slots.length) {
            slots = new int[slots.length * 2];
            for (int place = 0; place < size; place++) {
                slots[slot(keys[place])] = place + 1;
            }
        }
        return true;
    }

    /// That of the key, or the free one where it goes.
    private int slot(long key) {
        int at = (int) ((key * SPREAD) >>> Integer.SIZE) & (slots.length - 1);
        while (slots[at] > 0 && keys[slots[at] - 1] != key) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
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
        return size;
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
