package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Standing;

/// Where a cost stands, in one figure.
///
/// @param figure the gap, for large type
/// @param caption what the figure is
/// @param pace empty where it cannot be told
public record Verdict(Tone tone, String status, String figure, String caption, String pace) {

    public static Verdict of(Standing standing, Figures figures) {
        var tone = Tone.of(standing);
        var status = Words.status(standing);
        return switch (standing) {
            case Standing.Measured m -> {
                var gap = Gap.of(m, figures);
                var side = gap.signum() > 0 ? "above plan" : "below plan";
                yield new Verdict(
                        tone,
                        status,
                        figures.money(gap.abs()),
                        "a month " + side,
                        Words.pace(m.pace(), figures));
            }
            case Standing.NoTarget(var runRate) ->
                    new Verdict(tone, status, figures.money(runRate), "a month", "");
            case Standing.NotEnoughData(int known, _) ->
                    new Verdict(
                            tone,
                            status,
                            known + " of 28",
                            "days known; a run-rate needs them all",
                            "");
        };
    }
}
