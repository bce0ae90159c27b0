package dev.glidepath.trends.page;

import dev.glidepath.core.assess.Settled;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.trends.overview.Overview.Reliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which days each export reports, and which of them have stopped moving.
///
/// @param days how many the strips are long
public record CoverageTable(String from, String through, int days, List<Row> rows) {

    private static final int MOST_NAMED = 6;

    /// What is known of a day.
    public enum State {
        SETTLED("settled"),
        MOVING("may still move"),
        AWAITED("not reported yet"),
        MISSING("missing"),
        OUTSIDE("outside the export");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String style() {
            return "day-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param about what the strip shows
    /// @param missing the days that are, named
    public record Row(
            String export,
            String delivered,
            String settles,
            List<Run> strip,
            Map<State, String> counts,
            String about,
            String missing) {

        public String count(State state) {
            return counts.getOrDefault(state, "0");
        }
    }

    /// Days in one piece.
    public record Run(State state, int from, int length) {}

    static CoverageTable of(Shown shown) {
        var reliance = shown.overview().reliance();
        var days = reliance.days();
        return new CoverageTable(
                Days.day(days.start()),
                Days.day(days.end().minusDays(1)),
                days.count(),
                reliance.coverage().known().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> row(e.getKey(), e.getValue(), reliance, shown.figures()))
                        .toList());
    }

    private static Row row(
            String export, NavigableSet<LocalDate> known, Reliance reliance, Figures figures) {
        var states = new ArrayList<State>();
        var missing = new ArrayList<LocalDate>();
        var days = reliance.days().stream().toList();
        for (var day : days) {
            var state = state(export, known, day, reliance);
            states.add(state);
            if (state == State.MISSING) {
                missing.add(day);
            }
        }
        var counts = counts(states, figures);
        return new Row(
                Names.clean(export, "(no name)"),
                delivered(reliance, export, figures),
                settles(export, reliance.settled()),
                strip(states),
                counts,
                about(counts),
                named(missing));
    }

    private static Map<State, String> counts(List<State> states, Figures figures) {
        var days = new EnumMap<State, Long>(State.class);
        states.forEach(state -> days.merge(state, 1L, Long::sum));
        var counts = new EnumMap<State, String>(State.class);
        days.forEach((state, number) -> counts.put(state, figures.count(number)));
        return counts;
    }

    private static State state(
            String export, NavigableSet<LocalDate> known, LocalDate day, Reliance reliance) {
        if (known.contains(day)) {
            return day.isAfter(reliance.settled().through()) ? State.MOVING : State.SETTLED;
        }
        if (known.isEmpty() || day.isBefore(known.first())) {
            return State.OUTSIDE;
        }
        if (day.isBefore(known.last())) {
            return State.MISSING;
        }
        return reliance.coverage().silent().contains(export) ? State.OUTSIDE : State.AWAITED;
    }

    private static List<Run> strip(List<State> states) {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < states.size(); i++) {
            var last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.state() == states.get(i)) {
                runs.set(runs.size() - 1, new Run(last.state(), last.from(), last.length() + 1));
            } else {
                runs.add(new Run(states.get(i), i, 1));
            }
        }
        return runs;
    }

    private static String about(Map<State, String> counts) {
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey().words())
                .collect(Collectors.joining(", "));
    }

    private static String named(List<LocalDate> missing) {
        var names =
                missing.stream().limit(MOST_NAMED).map(Days::day).collect(Collectors.joining(", "));
        int more = missing.size() - MOST_NAMED;
        return more > 0 ? names + " and %s more".formatted(more) : names;
    }

    private static String delivered(Reliance reliance, String export, Figures figures) {
        return Optional.<Instant>ofNullable(reliance.delivered().get(export))
                .map(figures::time)
                .orElse(Figures.NONE);
    }

    private static String settles(String export, Settled settled) {
        var lag = settled.lags().get(export);
        if (lag == null) {
            return settled.silent().contains(export) ? "no longer delivers" : Figures.NONE;
        }
        var how =
                switch (lag.source()) {
                    case MEASURED -> "measured";
                    case ASSUMED -> "assumed";
                    case CAPPED -> "at most";
                };
        return "%s %s, %s".formatted(lag.days(), lag.days() == 1 ? "day" : "days", how);
    }
}
