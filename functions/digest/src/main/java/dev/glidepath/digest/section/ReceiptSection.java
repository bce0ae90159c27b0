package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Check;
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
        List<String> settled,
        List<String> versions)
        implements Section {

    private static final int MOST_SOURCES = 12;

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
                sources(provenance.executions()),
                assessment.checks().stream().map(c -> sum(c, figures)).toList(),
                settled(assessment.frame().settled()),
                versions(provenance));
    }

    private static List<Source> sources(List<Execution> executions) {
        var newest =
                executions.stream()
                        .sorted(
                                Comparator.comparing((Execution e) -> e.id().billingPeriod())
                                        .reversed()
                                        .thenComparing(e -> e.id().export()))
                        .toList();
        var sources =
                new ArrayList<>(
                        newest.stream().limit(MOST_SOURCES).map(ReceiptSection::source).toList());
        if (newest.size() > MOST_SOURCES) {
            var rest = newest.subList(MOST_SOURCES, newest.size());
            sources.add(
                    new Source(
                            "%s earlier executions".formatted(rest.size()),
                            "%s rows; named in receipt.json"
                                    .formatted(
                                            Figures.count(
                                                    rest.stream()
                                                            .mapToLong(Execution::rows)
                                                            .sum()))));
        }
        return sources;
    }

    private static Source source(Execution execution) {
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
                                Figures.count(execution.rows()),
                                files,
                                files == 1 ? "file" : "files",
                                Days.time(id.delivered()),
                                Names.clean(id.executionId())));
    }

    /// To the cent when it closes; to the last digit when it does not.
    private static Sum sum(Check check, Figures figures) {
        var name = Names.clean(check.name());
        return check.closes()
                ? new Sum(name, figures.cents(check.left()), figures.cents(check.right()), true)
                : new Sum(name, check.left().toPlainString(), check.right().toPlainString(), false);
    }

    private static List<String> settled(Settled settled) {
        var texts = new ArrayList<String>();
        texts.add("Settled through %s.".formatted(Days.day(settled.through())));
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

    private static List<String> versions(Provenance provenance) {
        return List.of(
                "As of " + Days.time(provenance.asOf()),
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
                .append(Plain.notes(settled))
                .append('\n')
                .append(Plain.wrapped(String.join(" · ", versions)))
                .toString();
    }
}
