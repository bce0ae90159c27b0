package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.assess.Standing.Cut;
import dev.glidepath.core.assess.Standing.Pace;
import dev.glidepath.core.cost.Metric;

import java.math.RoundingMode;

/// The words for what was assessed; the same in the subject, the HTML and the text.
public final class Words {

    private Words() {}

    public static String status(Standing standing) {
        return switch (standing) {
            case Standing.Measured measured ->
                    switch (measured.status()) {
                        case AHEAD -> "Ahead of plan";
                        case ON_TRACK -> "On track";
                        case BEHIND -> "Behind plan";
                        case MET -> "Target met";
                    };
            case Standing.NoTarget _ -> "No target";
            case Standing.NotEnoughData _ -> "Not enough data";
        };
    }

    public static String pace(Pace pace, Figures figures) {
        return switch (pace) {
            case Pace.Undated() -> "";
            case Pace.Months(var months, boolean orMore) -> {
                var size = figures.decimal(months.abs(), 1);
                var more = orMore ? "more than " : "";
                yield months.setScale(1, RoundingMode.HALF_UP).signum() == 0
                        ? more.isEmpty() ? "on the day" : ""
                        : more + size + (months.signum() < 0 ? " months behind" : " months ahead");
            }
        };
    }

    public static String cut(Cut cut, Figures figures) {
        return switch (cut) {
            case Cut.PerWeek(var amount, _, _) -> figures.money(amount);
            case Cut.NotNeeded() -> "none";
            case Cut.Overdue(var amount, _) -> figures.money(amount);
        };
    }

    public static String cutUntil(Cut cut, Figures figures) {
        return switch (cut) {
            case Cut.PerWeek(_, var milestone, var weeks) ->
                    "for %s weeks, to %s"
                            .formatted(figures.decimal(weeks, 1), Names.clean(milestone));
            case Cut.NotNeeded() -> "";
            case Cut.Overdue(_, var milestone) -> "overdue since " + Names.clean(milestone);
        };
    }

    /// Whether the week's cost is still to move as far as is known.
    public static String dataStatus(Assessment assessment) {
        if (!assessment.weeks().getLast().complete()) {
            return "estimated";
        }
        return assessment.frame().awaited().isEmpty() ? "final" : "final but for monthly fees";
    }

    public static String metric(Metric metric) {
        return switch (metric) {
            case BILLED -> "Billed cost";
            case EFFECTIVE -> "Effective cost";
            case LIST -> "List cost";
            case CONTRACTED -> "Contracted cost";
        };
    }
}
