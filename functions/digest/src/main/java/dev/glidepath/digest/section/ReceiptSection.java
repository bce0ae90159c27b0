package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Check;
import dev.glidepath.core.assess.Hints;
import dev.glidepath.core.assess.OwnCost;
import dev.glidepath.core.assess.Settled;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.digest.Provenance;
import dev.glidepath.digest.figures.Plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// What the digest was made from, and the sums that close.
public record ReceiptSection(
        String title,
        List<Source> sources,
        List<Sum> sums,
        List<String> notes,
        List<String> versions)
        implements Section {

    private static final int MOST_SOURCES = 12;
    private static final String OWN_UNKNOWN =
            "What Glidepath itself costs is not known: no charge of the last four weeks has its tag app = glidepath. Activate app as a cost allocation tag in the payer's billing settings; it tells from then on.";

    /// @param what export, billing period and format
    /// @param read files, rows, delivery
    public record Source(String what, String read) {}

    public record Sum(String name, String left, String right, boolean closes) {
        public String verdict() {
            return closes ? "closes" : "DOES NOT CLOSE";
        }

        public String sign() {
            return closes ? "=" : "≠";
        }
    }

    static ReceiptSection of(Assessment assessment, Provenance provenance, Figures figures) {
        return new ReceiptSection(
                "Receipt",
                sources(assessment, provenance.executions(), figures),
                assessment.checks().stream().map(c -> sum(c, figures)).toList(),
                notes(assessment, figures),
                versions(provenance, figures));
    }

    /// To who sees a part of the cost, an export's name and rows would tell of the rest.
    private static List<Source> sources(
            Assessment assessment, List<Execution> executions, Figures figures) {
        return assessment.frame().scope().isEmpty()
                ? sources(executions, figures)
                : List.of(
                        new Source(
                                "Your part of %s executions".formatted(executions.size()),
                                "named in the receipt that is kept with this mail"));
    }

    private static List<Source> sources(List<Execution> executions, Figures figures) {
        var newest =
                executions.stream()
                        .sorted(
                                Comparator.comparing((Execution e) -> e.id().billingPeriod())
                                        .reversed()
                                        .thenComparing(e -> e.id().export()))
                        .toList();
        var sources =
                new ArrayList<>(
                        newest.stream().limit(MOST_SOURCES).map(e -> source(e, figures)).toList());
        if (newest.size() > MOST_SOURCES) {
            var rest = newest.subList(MOST_SOURCES, newest.size());
            sources.add(
                    new Source(
                            "%s earlier executions".formatted(rest.size()),
                            "%s rows; named in receipt.json"
                                    .formatted(
                                            figures.count(
                                                    rest.stream()
                                                            .mapToLong(Execution::rows)
                                                            .sum()))));
        }
        return sources;
    }

    private static Source source(Execution execution, Figures figures) {
        var id = execution.id();
        int files = execution.files().size();
        return new Source(
                "%s, %s, %s"
                        .formatted(
                                Names.clean(id.export()),
                                id.billingPeriod(),
                                Names.clean(execution.source().format())),
                "%s rows of %s %s, delivered %s, execution %s"
                        .formatted(
                                figures.count(execution.rows()),
                                files,
                                files == 1 ? "file" : "files",
                                figures.time(id.delivered()),
                                Names.clean(id.executionId())));
    }

    /// To the cent when it closes; to the last digit when it does not.
    private static Sum sum(Check check, Figures figures) {
        var name = Names.clean(check.name());
        return check.closes()
                ? new Sum(name, figures.cents(check.left()), figures.cents(check.right()), true)
                : new Sum(name, figures.exact(check.left()), figures.exact(check.right()), false);
    }

    private static List<String> notes(Assessment assessment, Figures figures) {
        var notes = new ArrayList<>(settled(assessment.frame()));
        if (assessment.frame().scope().isEmpty()) {
            notes.add(
                    assessment
                            .hints()
                            .own()
                            .map(own -> own(own, figures.inCents()))
                            .orElse(OWN_UNKNOWN));
        }
        return notes;
    }

    private static String own(OwnCost own, Figures cents) {
        return "Glidepath itself, by its tag app = glidepath: %s in the week, %s a month."
                .formatted(cents.money(own.week()), cents.money(Hints.perMonth(own.days())));
    }

    private static List<String> settled(Assessment.Frame frame) {
        var settled = frame.settled();
        var texts = new ArrayList<String>();
        texts.add("Settled through %s.".formatted(Days.day(settled.through())));
        if (!frame.scope().isEmpty()) {
            return texts;
        }
        new TreeMap<>(settled.lags())
                .forEach((export, lag) -> texts.add(Names.clean(export) + ": " + lag(lag)));
        settled.silent()
                .forEach(
                        export ->
                                texts.add(
                                        Names.clean(export)
                                                + ": silent, no charge in 45 days; not waited"
                                                + " for."));
        return texts;
    }

    private static String lag(Settled.Lag lag) {
        var days = lag.days() == 1 ? "1 day" : lag.days() + " days";
        return switch (lag.source()) {
            case MEASURED ->
                    "a day settles after %s, measured on %s charge days."
                            .formatted(days, lag.observations());
            case ASSUMED -> "a day is taken as settled after %s, assumed.".formatted(days);
            case CAPPED ->
                    "days still moved after %s, the longest that is waited for.".formatted(days);
        };
    }

    private static List<String> versions(Provenance provenance, Figures figures) {
        return List.of(
                "As of " + figures.time(provenance.asOf()),
                "plan " + Names.clean(provenance.planId()),
                "allocation " + Names.clean(provenance.allocationVersion()),
                "glidepath " + Names.clean(provenance.codeVersion()));
    }

    @Override
    public String text() {
        var text = new StringBuilder(Plain.heading(title));
        for (var sum : sums) {
            text.append(sum.name()).append('\n');
            text.append(
                    "  %s %s %s, %s\n"
                            .formatted(sum.left(), sum.sign(), sum.right(), sum.verdict()));
        }
        text.append('\n');
        sources.forEach(
                s -> text.append(s.what()).append('\n').append(Plain.wrapped("  " + s.read())));
        return text.append('\n')
                .append(Plain.notes(notes))
                .append('\n')
                .append(Plain.wrapped(String.join(" · ", versions)))
                .toString();
    }
}
