package dev.glidepath.digest;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.assess.Standing.Status;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Words;

/// The subject line: the verdict, by how much a month, the period, and the state of the data. Made
/// of words and numbers of our own, never of text from the data.
final class Subject {

    private Subject() {}

    static String of(Finding finding, Figures figures) {
        var frame = finding.assessment().frame();
        var held =
                switch (finding) {
                    case Finding.Sound _ -> "";
                    case Finding.Held _ -> "[held] ";
                };
        return held
                + "Cloud costs %s: %s; %s, settled through %s"
                        .formatted(
                                frame.week(),
                                verdict(finding.assessment().targets().total().standing(), figures),
                                Words.dataStatus(finding.assessment()),
                                Days.withoutYear(frame.settled().through()));
    }

    private static String verdict(Standing standing, Figures figures) {
        return switch (standing) {
            case Standing.Measured m -> measured(m, figures);
            case Standing.NoTarget(var runRate) ->
                    figures.compact(runRate) + "/month, no target set";
            case Standing.NotEnoughData(int known, _) ->
                    "not enough data yet (%s of 28 days)".formatted(known);
        };
    }

    private static String measured(Standing.Measured m, Figures figures) {
        var amount = figures.compact(m.gap().abs()) + "/month ";
        var side = m.gap().signum() > 0 ? "above plan" : "below plan";
        return switch (m.status()) {
            case Status.BEHIND -> amount + "behind plan";
            case Status.AHEAD -> amount + "ahead of plan";
            case Status.ON_TRACK -> "on track, " + amount + side;
            case Status.MET -> "target met, " + amount + side;
        };
    }
}
