package dev.glidepath.collect;

import dev.glidepath.collect.Collected.Outcome;
import dev.glidepath.runtime.HealthMetric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What became of the deliveries of a run.
final class Tally {

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private long underWay;
    private long values;

    /// Keeps what is refused, so that others can be tried.
    void attempt(Runnable work) {
        try {
            work.run();
        } catch (Refusal e) {
            refused.add(e);
        }
    }

    void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    void addUnderWay() {
        underWay++;
    }

    void addValues(long written) {
        values += written;
    }

    boolean isEmpty() {
        return values == 0 && outcomes.isEmpty() && refused.isEmpty() && underWay == 0;
    }

    Map<HealthMetric, Long> health() {
        return Map.of(
                HealthMetric.SNAPSHOTS_RECORDED,
                ran().recorded(),
                HealthMetric.DELIVERIES_REFUSED,
                (long) refused.size());
    }

    private RunReport.Ran ran() {
        return RunReport.Ran.of(outcomes, underWay, values);
    }

    /// @throws Refusal with all that was refused
    RunReport report() {
        if (refused.isEmpty()) {
            return ran();
        }
        var all =
                new Refusal(
                        "%d refused, %s: %s"
                                .formatted(
                                        refused.size(),
                                        ran().line(),
                                        refused.stream()
                                                .map(Refusal::getMessage)
                                                .collect(Collectors.joining(" | "))));
        refused.forEach(all::addSuppressed);
        throw all;
    }
}
