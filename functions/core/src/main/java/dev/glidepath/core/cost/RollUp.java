package dev.glidepath.core.cost;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The same cost with coarser dimensions; lines that become alike are summed. It remembers what
/// became of dimensions: where days share them, the lines of all days share the coarser ones too,
/// and only the first day takes long.
public final class RollUp {

    private record Coarse(Dimensions dimensions, String key) {}

    private final Function<Dimensions, Dimensions> coarser;
    private final IdentityHashMap<Dimensions, Coarse> seen = new IdentityHashMap<>();
    private final Map<String, Coarse> alike = new HashMap<>();

    public RollUp(Function<Dimensions, Dimensions> coarser) {
        this.coarser = coarser;
    }

    /// Sorted by category and dimensions.
    public List<CostLine> of(List<CostLine> lines) {
        var categories = new TreeMap<String, Map<String, CostLine>>();
        for (var line : lines) {
            var coarse = seen.computeIfAbsent(line.dimensions(), this::coarse);
            categories
                    .computeIfAbsent(CostLine.key(line.category()), _ -> new TreeMap<>())
                    .merge(coarse.key(), line.in(coarse.dimensions()), CostLine::plus);
        }
        return categories.values().stream().flatMap(of -> of.values().stream()).toList();
    }

    private Coarse coarse(Dimensions dimensions) {
        var rolled = coarser.apply(dimensions);
        return alike.computeIfAbsent(rolled.key(), key -> new Coarse(rolled, key));
    }
}
