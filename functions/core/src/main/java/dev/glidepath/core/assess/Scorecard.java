package dev.glidepath.core.assess;

import dev.glidepath.core.plan.Measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The plan's measures on a day, in the plan's order.
public record Scorecard(LocalDate asOf, List<Score> scores) {

    public static final Scorecard NONE = new Scorecard(LocalDate.EPOCH, List.of());

    public Scorecard {
        scores = List.copyOf(scores);
    }

    /// @param latest empty where there never was a value
    /// @param before what it was a week earlier; empty where that is not known
    /// @param benchmark empty where the plan has none or there is no value
    public record Score(
            Measure measure,
            Optional<Latest> latest,
            Optional<BigDecimal> before,
            Verdict verdict,
            Optional<Versus> benchmark) {}

    /// @param date of the value; of its last day where it is of a window
    public record Latest(BigDecimal value, LocalDate date, Origin origin) {}

    /// What a value is of.
    public sealed interface Origin {

        /// @param days its age
        /// @param fresh whether it still says how things are
        record Stated(long days, boolean fresh) implements Origin {}

        /// @param known of the days of the window
        record Metered(int known, int days) implements Origin {}

        /// From costs or from what the product knows of itself.
        record Computed() implements Origin {}
    }

    /// A measure against what is asked of it.
    public sealed interface Verdict {

        /// @param asked on the day
        record OnPath(Standing.Status status, BigDecimal asked, Standing.Pace pace)
                implements Verdict {}

        /// Against a target without a date.
        record Undated(boolean met) implements Verdict {}

        record NoTarget() implements Verdict {}

        /// @param since the day of the last value, or the plan's start where there was none
        /// @param asked on the day; empty without a path
        record NotEnoughData(LocalDate since, Optional<BigDecimal> asked) implements Verdict {}
    }

    public enum Versus {
        BETTER,
        SAME,
        WORSE
    }
}
