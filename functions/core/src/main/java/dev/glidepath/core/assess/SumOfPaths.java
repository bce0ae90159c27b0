package dev.glidepath.core.assess;

import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.GlidePath.Milestone;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The glide path of a total: on every day the sum of what its categories' paths allow.
final class SumOfPaths {

    private SumOfPaths() {}

    static Optional<GlidePath> of(List<GlidePath> paths) {
        var labels = new TreeMap<LocalDate, String>();
        for (var path : paths) {
            path.milestones().forEach(m -> labels.putIfAbsent(m.date(), m.label()));
        }
        for (var path : paths) {
            labels.putIfAbsent(path.baseline().date(), path.baseline().label());
        }
        var knots =
                labels.entrySet().stream()
                        .map(e -> new Milestone(e.getValue(), e.getKey(), sum(paths, e.getKey())))
                        .toList();
        return knots.isEmpty()
                ? Optional.empty()
                : Optional.of(new GlidePath(knots.getFirst(), knots.subList(1, knots.size())));
    }

    private static BigDecimal sum(List<GlidePath> paths, LocalDate day) {
        return paths.stream()
                .map(path -> path.allowedOn(day))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
