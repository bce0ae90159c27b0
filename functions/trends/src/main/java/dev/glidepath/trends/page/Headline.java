package dev.glidepath.trends.page;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.Sentence;
import dev.glidepath.core.figures.Tone;
import dev.glidepath.core.figures.Verdict;
import dev.glidepath.core.figures.Words;
import dev.glidepath.trends.series.Scope;

import java.util.List;
import java.util.stream.IntStream;

/// The verdict, as the mail says it; for what has no target, what it cost last.
///
/// @param sentence empty where there is no verdict
/// @param held why the mail of this week is not to be sent; empty when it is
public record Headline(
        String scope, Verdict verdict, String sentence, List<String> about, List<String> held) {

    static Headline of(Shown shown) {
        var scope = scope(shown.trend().frame().scope());
        return shown.overview()
                .week()
                .map(finding -> of(finding, scope, shown))
                .orElseGet(() -> new Headline(scope, last(shown), "", about(shown), List.of()));
    }

    private static Headline of(Finding finding, String scope, Shown shown) {
        Assessment assessment = finding.assessment();
        return new Headline(
                scope,
                Verdict.of(assessment.targets().total().standing(), shown.figures()),
                Sentence.of(assessment, shown.figures()),
                about(shown),
                switch (finding) {
                    case Finding.Sound _ -> List.of();
                    case Finding.Held(_, var reasons) ->
                            reasons.stream().map(Names::clean).toList();
                });
    }

    private static Verdict last(Shown shown) {
        var periods = shown.trend().periods();
        var points = shown.points().of(shown.whole());
        return IntStream.range(0, periods.size())
                .map(i -> periods.size() - 1 - i)
                .filter(i -> periods.get(i).state().complete())
                .mapToObj(
                        i ->
                                new Verdict(
                                        Tone.NEUTRAL,
                                        "No target",
                                        points.get(i).cost(),
                                        "in " + periods.get(i).name(),
                                        ""))
                .findFirst()
                .orElseGet(
                        () ->
                                new Verdict(
                                        Tone.UNKNOWN,
                                        "Not enough data",
                                        Figures.NONE,
                                        "no complete period in these days",
                                        ""));
    }

    private static List<String> about(Shown shown) {
        var frame = shown.trend().frame();
        return List.of(
                Words.metric(frame.basis().metric())
                        + " in "
                        + Names.clean(frame.basis().currency()),
                "settled through " + Days.day(frame.settledThrough()),
                "as of " + shown.figures().time(frame.asOf()));
    }

    private static String scope(Scope scope) {
        return switch (scope) {
            case Scope.All _ -> "All categories";
            case Scope.OneCategory(var name) -> Names.clean(name, "(no name)");
            case Scope.Owner(var name) -> "Categories of " + Names.clean(name, "(no name)");
            case Scope.Service(var name) -> Names.clean(name, "(no name)");
            case Scope.Account(var id) -> "Account " + Names.clean(id, "(no id)");
        };
    }
}
