package dev.glidepath.core.plan;

import dev.glidepath.core.plan.Metering.Take;
import dev.glidepath.core.plan.Source.Count;
import dev.glidepath.core.plan.Yaml.Mark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads where a measure's values come from.
final class SourceSection {

    private static final int WINDOW = 28;

    private SourceSection() {}

    /// @param categories all that the file has
    static Source read(Fields measure, Draft draft, List<String> categories) {
        var given =
                List.of("source", "same as", "change of").stream().filter(measure::has).toList();
        if (given.size() > 1) {
            draft.nodes()
                    .fault(
                            measure.keyMark(given.getLast()),
                            "\"%s\" and \"%s\" both say where the values come from: keep one"
                                    .formatted(given.getFirst(), given.getLast()));
        }
        var same = measure.texts("same as").stream().map(t -> t.value().strip()).findFirst();
        var change = measure.texts("change of").stream().map(t -> t.value().strip()).findFirst();
        return measure.fields("source", Section.SOURCE)
                .flatMap(fields -> source(fields, draft, categories))
                .or(() -> same.map(Source.SameAs::new))
                .or(() -> change.map(Source.ChangeOf::new))
                .orElseGet(Source.Stated::new);
    }

    private static Optional<Source> source(Fields fields, Draft draft, List<String> categories) {
        if (fields.has("count")) {
            checkAlone(fields, draft);
            return fields.read("count", SourceSection::count).map(Source.Counted::new);
        }
        if (!fields.has("metrics")) {
            fault(
                    draft,
                    fields.mark(),
                    "a source without \"metrics\" or \"count\": add metrics: {requests:"
                            + " {namespace: Shop, metric: Requests, statistic: Sum}}");
            return Optional.empty();
        }
        var cost = fields.texts("cost");
        cost.forEach(c -> draft.checkKnown(c, "category", withTotal(categories)));
        var metering = metering(fields, draft);
        return Optional.of(
                cost.stream()
                        .findFirst()
                        .<Source>map(c -> new Source.CostPer(c.value().strip(), metering))
                        .orElseGet(() -> new Source.Metered(metering)));
    }

    private static void checkAlone(Fields fields, Draft draft) {
        Section.SOURCE.names().stream()
                .filter(key -> !key.equals("count") && fields.has(key))
                .forEach(
                        key ->
                                fault(
                                        draft,
                                        fields.keyMark(key),
                                        "\"%s\" does not go with \"count\": keep one of them"
                                                .formatted(key)));
    }

    private static Metering metering(Fields fields, Draft draft) {
        var series = SeriesSection.read(fields, draft);
        var expression = fields.read("expression", new ExpressionForm(series));
        if (series.size() > 1 && !fields.has("expression")) {
            fault(
                    draft,
                    fields.mark("metrics"),
                    "more than one metric and no \"expression\": say how they become one value,"
                            + " e.g. expression: 100 * ok / all");
        }
        return new Metering(
                fields.read("region", SourceSection::region),
                series,
                expression,
                fields.read("window", DaysForm::of).orElse(WINDOW),
                fields.read("take", TextForm.oneOf("way to take days", Take.values()))
                        .orElse(Take.AVERAGE));
    }

    private static Count count(String text) {
        var words = Arrays.stream(Count.values()).map(Count::words).toArray(String[]::new);
        var word = TextForm.oneOf("count", words).of(text);
        return Arrays.stream(Count.values())
                .filter(count -> count.words().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static String region(String text) {
        if (!text.matches("[a-z]{2}(-[a-z]+)+-\\d")) {
            throw new Form.Refused("\"" + text + "\" is not a region: write it like eu-central-1");
        }
        return text;
    }

    private static List<String> withTotal(List<String> categories) {
        return Stream.concat(categories.stream(), Stream.of(Source.TOTAL)).toList();
    }

    private static void fault(Draft draft, Mark mark, String message) {
        draft.nodes().fault(mark, message);
    }
}
