package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Scorecard.Latest;
import dev.glidepath.core.assess.Scorecard.Origin;
import dev.glidepath.core.assess.Scorecard.Score;
import dev.glidepath.core.assess.Scorecard.Verdict;
import dev.glidepath.core.assess.Scorecard.Versus;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.assess.Standing.Pace;
import dev.glidepath.core.figures.ScoreTable.Row;
import dev.glidepath.core.plan.Measure;
import dev.glidepath.core.plan.Source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words a score as a line of the scorecard.
record ScoreRows(Quantities quantities) {

    Row row(Score score) {
        var measure = score.measure();
        return new Row(
                Names.clean(measure.name()),
                score.latest().map(l -> shown(measure, l.value())).orElse(Figures.NONE),
                targets(score),
                status(score),
                tone(score.verdict()));
    }

    private String targets(Score score) {
        var measure = score.measure();
        var dated =
                measure.milestones().stream()
                        .map(m -> shown(measure, m.amount()) + " by " + Names.clean(m.label()));
        var undated =
                measure.target().stream()
                        .map(t -> beyond(measure, t.beyond()) + shown(measure, t.value()));
        var benchmark =
                measure.benchmark().stream()
                        .map(b -> "benchmark " + shown(measure, b) + versus(score));
        return Stream.of(dated, undated, benchmark)
                .flatMap(texts -> texts)
                .collect(Collectors.joining(", "));
    }

    private static String beyond(Measure measure, boolean beyond) {
        if (!beyond) {
            return "";
        }
        return measure.unit().higherIsBetter() ? "above " : "below ";
    }

    private static String versus(Score score) {
        return score.benchmark()
                .map(
                        v ->
                                switch (v) {
                                    case Versus.BETTER -> ": better";
                                    case Versus.SAME -> ": the same";
                                    case Versus.WORSE -> ": worse";
                                })
                .orElse("");
    }

    private String status(Score score) {
        var parts = new ArrayList<String>();
        parts.add(verdict(score));
        if (!(score.verdict() instanceof Verdict.NotEnoughData)) {
            score.latest().map(ScoreRows::age).ifPresent(parts::add);
        }
        if (score.measure().source() instanceof Source.SameAs(var other)) {
            parts.add("as " + Names.clean(other.substring(0, other.lastIndexOf(" / "))));
        } else {
            moved(score).ifPresent(parts::add);
        }
        return parts.stream().filter(p -> !p.isEmpty()).collect(Collectors.joining(", "));
    }

    private String verdict(Score score) {
        return switch (score.verdict()) {
            case Verdict.OnPath p -> word(p.status()) + pace(p) + asked(score.measure(), p.asked());
            case Verdict.Undated(boolean met) -> met ? "Met" : "Not met";
            case Verdict.NoTarget() -> "";
            case Verdict.NotEnoughData(var since, var asked) ->
                    since(score, since) + asked.map(a -> asked(score.measure(), a)).orElse("");
        };
    }

    private static String since(Score score, LocalDate since) {
        return score.latest()
                .map(ScoreRows::age)
                .filter(age -> !age.isEmpty())
                .orElse("No data since " + Days.withoutYear(since));
    }

    private static String word(Standing.Status status) {
        return switch (status) {
            case AHEAD -> "Ahead";
            case ON_TRACK -> "On track";
            case BEHIND -> "Behind";
            case MET -> "Met";
        };
    }

    private String pace(Verdict.OnPath path) {
        if (path.status() == Standing.Status.MET
                || !(path.pace() instanceof Pace.Months(var months, boolean orMore))) {
            return "";
        }
        var size = quantities.figures().decimal(months.abs(), 1);
        return size.equals("0.0") ? "" : (orMore ? " >" : " ") + size + " months";
    }

    private String asked(Measure measure, BigDecimal asked) {
        return ", asked " + shown(measure, asked);
    }

    /// A stated value that is older says no more how things are.
    private static String age(Latest latest) {
        return switch (latest.origin()) {
            case Origin.Stated(long days, boolean fresh) -> fresh ? "" : days + " days old";
            case Origin.Metered(int known, int days) ->
                    known == days || known == 0 ? "" : known + " of " + days + " days";
            case Origin.Computed() -> "";
        };
    }

    private Optional<String> moved(Score score) {
        var measure = score.measure();
        return score.latest()
                .flatMap(
                        now ->
                                score.before()
                                        .filter(b -> b.compareTo(now.value()) != 0)
                                        .map(b -> shown(measure, b))
                                        .filter(b -> !b.equals(shown(measure, now.value())))
                                        .map(b -> b + " a week before"));
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case Verdict.OnPath p ->
                    switch (p.status()) {
                        case AHEAD, MET -> Tone.GOOD;
                        case ON_TRACK -> Tone.NEUTRAL;
                        case BEHIND -> Tone.BAD;
                    };
            case Verdict.Undated(boolean met) -> met ? Tone.GOOD : Tone.NEUTRAL;
            case Verdict.NoTarget _, Verdict.NotEnoughData _ -> Tone.NEUTRAL;
        };
    }

    private String shown(Measure measure, BigDecimal value) {
        return quantities.value(measure.unit().kind(), value);
    }
}
