package dev.glidepath.collect;

import dev.glidepath.collect.Collected.Outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a run came to. What was refused is thrown.
public sealed interface RunReport {

    /// For the log, in words and counts.
    String line();

    /// In the order in which people read them.
    Map<String, Object> counts();

    /// @param reason such as a key that is no manifest's
    record NothingToDo(String reason) implements RunReport {

        public NothingToDo {
            reason = reason.replaceAll("\\p{Cntrl}+", " ");
        }

        @Override
        public String line() {
            return "nothing to do: " + reason;
        }

        @Override
        public Map<String, Object> counts() {
            var counts = new LinkedHashMap<String, Object>();
            counts.put("recorded", 0L);
            counts.put("nothing", reason);
            return counts;
        }
    }

    /// Deliveries that were looked at.
    ///
    /// @param underWay are written right now and their manifest will land, or are read elsewhere
    /// @param values numbers of metrics that were written
    record Ran(long recorded, long unchanged, long superseded, long underWay, long values)
            implements RunReport {

        public Ran(long recorded, long unchanged, long superseded, long underWay) {
            this(recorded, unchanged, superseded, underWay, 0);
        }

        static Ran of(List<Outcome> outcomes, long underWay, long values) {
            return new Ran(
                    outcomes.stream().filter(Outcome.Recorded.class::isInstance).count(),
                    outcomes.stream().filter(Outcome.Unchanged.class::isInstance).count(),
                    outcomes.stream().filter(Outcome.Superseded.class::isInstance).count(),
                    underWay,
                    values);
        }

        @Override
        public String line() {
            return "%d recorded, %d unchanged, %d superseded, %d under way%s"
                    .formatted(
                            recorded,
                            unchanged,
                            superseded,
                            underWay,
                            values == 0 ? "" : ", %d values of metrics".formatted(values));
        }

        @Override
        public Map<String, Object> counts() {
            var counts = new LinkedHashMap<String, Object>();
            counts.put("recorded", recorded);
            counts.put("unchanged", unchanged);
            counts.put("superseded", superseded);
            counts.put("under way", underWay);
            counts.put("values", values);
            return counts;
        }
    }
}
