package dev.glidepath.core.plan;

import dev.glidepath.core.plan.PlanFile.Fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong, so that all of it is said at once.
final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    void add(Yaml.Mark mark, String message) {
        faults.add(new Fault(mark.line(), mark.column(), message));
    }

    boolean none() {
        return faults.isEmpty();
    }

    List<Fault> inOrder() {
        return faults.stream()
                .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                .toList();
    }
}
