package dev.glidepath.core.bridge;

import static java.util.stream.Collectors.groupingBy;

import dev.glidepath.core.bridge.Entry.Side;
import dev.glidepath.core.bridge.Step.Kind;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// Finds what of the usage can be compared by quantity.
final class UsageSteps {

    private UsageSteps() {}

    /// What quantities can be added over; `unit` and `item` are null for usage without a quantity,
    /// and one of them for usage with.
    private record Group(@Nullable String unit, @Nullable String item) {

        static Group of(Entry entry) {
            var charge = entry.line().dimensions().charge();
            if (entry.quantity() == null) {
                return new Group(null, null);
            }
            return new Group(charge.unit(), charge.unit() == null ? charge.item() : null);
        }
    }

    static void add(List<Entry> usage, Contributions found) {
        usage.stream()
                .collect(groupingBy(e -> List.of(e.line().category(), Cause.Place.of(e.line()))))
                .values()
                .forEach(place -> addPlace(place, found));
    }

    private static void addPlace(List<Entry> place, Contributions found) {
        if (!inBothWeeks(place)) {
            addAll(arrival(place), place, found);
            return;
        }
        var groups = place.stream().collect(groupingBy(Group::of));
        var uncounted =
                Objects.requireNonNullElse(groups.remove(new Group(null, null)), List.<Entry>of());
        addAll(Kind.NOT_TOLD_APART, uncounted, found);
        boolean lost = !uncounted.isEmpty() && !inBothWeeks(uncounted);
        for (var group : groups.values()) {
            if (inBothWeeks(group)) {
                ItemSteps.add(group, found);
            } else {
                addAll(lost ? Kind.NOT_TOLD_APART : arrival(group), group, found);
            }
        }
    }

    private static Kind arrival(List<Entry> ofOneWeek) {
        return ofOneWeek.getFirst().side() == Side.AFTER ? Kind.NEW : Kind.GONE;
    }

    private static boolean inBothWeeks(Collection<Entry> entries) {
        return entries.stream().map(Entry::side).distinct().count() == 2;
    }

    private static void addAll(Kind kind, List<Entry> entries, Contributions found) {
        entries.forEach(e -> found.add(kind, Cause.of(e.line()).ofAnyItem(), e.change()));
    }
}
