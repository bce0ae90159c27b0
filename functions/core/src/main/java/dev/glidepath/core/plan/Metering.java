package dev.glidepath.core.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is asked of CloudWatch for each UTC day, and how the days of a window become one value.
///
/// @param region empty for the one that the function runs in
/// @param expression metric math over the names of the series; empty where there is one series
/// @param days of the window, which ends on the day that is assessed
public record Metering(
        Optional<String> region,
        List<Series> series,
        Optional<String> expression,
        int days,
        Take take) {

    public Metering {
        series = List.copyOf(series);
    }

    /// @param name by which the expression calls it
    /// @param statistic as CloudWatch writes it: `Sum`, `Average`, `p99`
    public record Series(
            String name,
            String namespace,
            String metric,
            Map<String, String> dimensions,
            String statistic) {
        public Series {
            dimensions = Map.copyOf(dimensions);
        }
    }

    /// How days become one value; days without one are left out.
    public enum Take {
        AVERAGE,
        SUM,
        LATEST,
        MAXIMUM,
        MINIMUM
    }

    /// Equal for what asks for the same values per day: under it the values are kept, so that those
    /// of another question are never taken for answers to this one.
    public String id() {
        var text = new StringBuilder();
        text.append(region.orElse("")).append('\n').append(expression.orElse("")).append('\n');
        for (var s : series) {
            text.append(List.of(s.name(), s.namespace(), s.metric(), s.statistic()))
                    .append(new TreeMap<>(s.dimensions()))
                    .append('\n');
        }
        return Version.of(text.toString());
    }
}
