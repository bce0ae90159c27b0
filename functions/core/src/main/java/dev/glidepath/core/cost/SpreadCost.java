package dev.glidepath.core.cost;

import dev.glidepath.core.money.Split;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Groups that are spread over their days, a day at a time. What is the same for all groups of the
/// same dimensions is found once for them: the category, and the place among a day's lines.
final class SpreadCost implements DayLines {

    private final List<ChargeGroup> groups;
    private final Map<ChargeDays, int[]> spans = new HashMap<>();
    private final Kinds kinds;
    private final int[] kindOf;
    private final int[] places;

    SpreadCost(List<ChargeGroup> groups, Function<Dimensions, String> category) {
        this.groups = groups;
        this.kinds = new Kinds(category);
        this.kindOf = new int[groups.size()];
        var spanOf = new ArrayList<ChargeDays>(groups.size());
        for (var group : groups) {
            kindOf[spanOf.size()] = kinds.number(group.dimensions());
            spanOf.add(group.days());
        }
        places = kinds.places();
        var bySpan = new HashMap<ChargeDays, IntStream.Builder>();
        for (int number : byPlace()) {
            bySpan.computeIfAbsent(spanOf.get(number), _ -> IntStream.builder()).add(number);
        }
        bySpan.forEach((span, numbers) -> spans.put(span, numbers.build().toArray()));
    }

    /// The groups in the order of their places, by counting how many each has.
    private int[] byPlace() {
        int[] next = new int[places.length + 1];
        for (int kind : kindOf) {
            next[places[kind] + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] numbers = new int[kindOf.length];
        for (int i = 0; i < kindOf.length; i++) {
            numbers[next[places[kindOf[i]]]++] = i;
        }
        return numbers;
    }

    @Override
    public NavigableSet<LocalDate> days() {
        var days = new TreeSet<LocalDate>();
        spans.keySet().forEach(span -> span.stream().forEach(days::add));
        return days;
    }

    @Override
    public List<CostLine> of(LocalDate day) {
        record Placed(int place, CostLine line) {}
        var all = new ArrayList<Placed>();
        spans.forEach(
                (span, numbers) -> {
                    if (span.has(day)) {
                        for (int i : numbers) {
                            all.add(new Placed(places[kindOf[i]], line(i, day)));
                        }
                    }
                });
        all.sort(Comparator.comparingInt(Placed::place));
        var lines = new ArrayList<CostLine>(all.size());
        int last = -1;
        for (var next : all) {
            if (next.place == last) {
                lines.add(lines.removeLast().plus(next.line));
            } else {
                lines.add(next.line);
            }
            last = next.place;
        }
        return lines;
    }

    private CostLine line(int number, LocalDate day) {
        var group = groups.get(number);
        var share = new Share(group.days(), day);
        return new CostLine(
                kinds.category(kindOf[number]),
                kinds.dimensions(kindOf[number]),
                share.of(group.amounts()),
                share.of(group.quantity()),
                share.index == 0 ? group.rows() : 0);
    }

    /// Which of how many equal shares a day has.
    private record Share(int index, int parts) {

        Share(ChargeDays span, LocalDate day) {
            this(Math.toIntExact(day.toEpochDay() - span.start().toEpochDay()), span.count());
        }

        Amounts of(Amounts total) {
            return parts == 1 ? total : total.map(amount -> Split.share(amount, parts, index));
        }

        @Nullable BigDecimal of(@Nullable BigDecimal total) {
            return total == null || parts == 1 ? total : Split.share(total, parts, index);
        }
    }
}
