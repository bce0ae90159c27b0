package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.Sentence;
import dev.glidepath.core.figures.Verdict;
import dev.glidepath.core.figures.Words;
import dev.glidepath.digest.Letterhead;
import dev.glidepath.digest.figures.Plain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The verdict, one sentence, and what the figures are.
///
/// @param held why it must not be sent; empty otherwise
/// @param about metric, scope, settled through
public record HeadlineSection(
        String title, List<String> held, Verdict verdict, String sentence, List<String> about)
        implements Section {

    static HeadlineSection of(Finding finding, Letterhead letterhead, Figures figures) {
        var assessment = finding.assessment();
        var held =
                switch (finding) {
                    case Finding.Sound _ -> List.<String>of();
                    case Finding.Held(_, var reasons) ->
                            reasons.stream().map(Names::clean).toList();
                };
        var week = assessment.frame().week();
        return new HeadlineSection(
                "Cloud costs, week " + week.number() + ": " + Days.span(week),
                held,
                Verdict.of(assessment.targets().total().standing(), figures),
                Sentence.of(assessment, figures),
                about(assessment, letterhead));
    }

    private static List<String> about(Assessment assessment, Letterhead letterhead) {
        var frame = assessment.frame();
        var basis = frame.basis();
        var scope =
                frame.scope().isEmpty()
                        ? "all categories"
                        : frame.scope().stream()
                                .map(Names::clean)
                                .collect(Collectors.joining(", "));
        return Stream.of(
                        Words.metric(basis.metric()) + " in " + Names.clean(basis.currency()),
                        scope,
                        "settled through " + Days.day(frame.settled().through()),
                        Words.dataStatus(assessment),
                        targets(assessment, letterhead.plan().metric()))
                .filter(about -> !about.isEmpty())
                .toList();
    }

    private static String targets(Assessment assessment, Metric planned) {
        if (assessment.targets().total().path().isEmpty()) {
            return "no targets are set for it";
        }
        return planned == assessment.frame().basis().metric()
                ? ""
                : "the targets are set in " + Words.metric(planned).toLowerCase(Locale.ROOT);
    }

    @Override
    public String text() {
        var text = new StringBuilder(Plain.heading(title)).append('\n');
        held.forEach(reason -> text.append(Plain.wrapped("HELD, not to be sent: " + reason)));
        if (!held.isEmpty()) {
            text.append('\n');
        }
        var pace = verdict.pace().isEmpty() ? "" : ", " + verdict.pace();
        return text.append(verdict.status().toUpperCase(Locale.ROOT))
                .append(": ")
                .append(verdict.figure())
                .append(' ')
                .append(verdict.caption())
                .append(pace)
                .append("\n\n")
                .append(Plain.wrapped(sentence))
                .append('\n')
                .append(Plain.wrapped(String.join(" · ", about)))
                .toString();
    }
}
