package dev.glidepath.core.cost;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// The same cost with coarser dimensions; lines that become alike are summed. It remembers what
/// became of dimensions: where days share them, the lines of all days share the coarser ones too,
/// and only the first day takes long.
public final class RollUp {

    private final Function<Dimensions, Dimensions> coarser;
    private final IdentityHashMap<Dimensions, Coarse> seen = new IdentityHashMap<>();
    private final Map<String, Coarse> alike = new HashMap<>();

    /// Each is one object: nothing is compared where lines are added to it.
    private static final class Coarse {

        private final Dimensions dimensions;
        private final String key;

        Coarse(Dimensions dimensions, String key) {
            this.dimensions = dimensions;
            this.key = key;
        }
    }

    private static final class Sum {

        private final AmountSum amounts = new AmountSum();
        private @Nullable BigDecimal quantity;
        private long rows;

        void add(CostLine line) {
            amounts.add(line.amounts());
            quantity = Amounts.both(quantity, line.quantity(), BigDecimal::add);
            rows += line.rows();
        }

        CostLine line(String category, Dimensions dimensions) {
            return new CostLine(category, dimensions, amounts.total(), quantity, rows);
        }
    }

    public RollUp(Function<Dimensions, Dimensions> coarser) {
        this.coarser = coarser;
    }

    /// Sorted by category and dimensions.
    public List<CostLine> of(List<CostLine> lines) {
        var categories = new HashMap<String, Map<Coarse, Sum>>();
        for (var line : lines) {
            categories
                    .computeIfAbsent(line.category(), _ -> new IdentityHashMap<>())
                    .computeIfAbsent(
                            seen.computeIfAbsent(line.dimensions(), this::coarse), _ -> new Sum())
                    .add(line);
        }
        return categories.keySet().stream()
                .sorted(Comparator.comparing((String name) -> CostLine.key(name)))
                .flatMap(name -> lines(name, requireNonNull(categories.get(name))))
                .toList();
    }

    private static Stream<CostLine> lines(String category, Map<Coarse, Sum> sums) {
        return sums.entrySet().stream()
                .sorted(Comparator.comparing(sum -> sum.getKey().key))
                .map(sum -> sum.getValue().line(category, sum.getKey().dimensions));
    }

    private Coarse coarse(Dimensions dimensions) {
        var rolled = coarser.apply(dimensions);
        return alike.computeIfAbsent(rolled.key(), key -> new Coarse(rolled, key));
    }
}
