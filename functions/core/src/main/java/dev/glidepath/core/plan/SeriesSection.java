package dev.glidepath.core.plan;

import dev.glidepath.core.plan.Metering.Series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads the named metrics of a source.
final class SeriesSection {

    private static final int MOST = 20;
    private static final int MOST_DIMENSIONS = 30;
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]{0,60}");
    private static final Pattern STATISTIC =
            Pattern.compile(
                    "SampleCount|Average|Sum|Minimum|Maximum|IQM"
                            + "|(p|tm|tc|ts|wm)\\d{1,2}(\\.\\d{1,10})?"
                            + "|(TM|TC|TS|WM|PR)\\([\\d.%:]+\\)");

    private SeriesSection() {}

    static List<Series> read(Fields source, Draft draft) {
        var all = new ArrayList<Series>();
        for (var entry : source.entries("metrics")) {
            var name = draft.nodes().value(entry.key(), SeriesSection::name);
            Fields.open(entry.value(), Section.METRIC, draft.nodes())
                    .ifPresent(fields -> all.add(series(name.orElse(""), fields, draft)));
        }
        if (all.size() > MOST) {
            draft.nodes()
                    .fault(
                            source.mark("metrics"),
                            "%d metrics for one measure: name at most %d"
                                    .formatted(all.size(), MOST));
        }
        return all;
    }

    private static Series series(String name, Fields fields, Draft draft) {
        return new Series(
                name,
                fields.read("namespace", TextForm.line(255)).orElse(""),
                fields.read("metric", TextForm.line(255)).orElse(""),
                dimensions(fields, draft),
                fields.read("statistic", SeriesSection::statistic).orElse(""));
    }

    private static Map<String, String> dimensions(Fields fields, Draft draft) {
        var dimensions = new LinkedHashMap<String, String>();
        for (var entry : fields.entries("dimensions")) {
            var key = entry.key().value();
            draft.nodes()
                    .value(entry.value(), new Nodes.Named(key, "prod"), TextForm.line(1024))
                    .ifPresent(value -> dimensions.put(key, value));
        }
        if (dimensions.size() > MOST_DIMENSIONS) {
            draft.nodes()
                    .fault(
                            fields.mark("dimensions"),
                            "%d dimensions: a metric has at most %d"
                                    .formatted(dimensions.size(), MOST_DIMENSIONS));
        }
        return dimensions;
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new Form.Refused(
                    "\""
                            + text
                            + "\" cannot be used in an expression: a metric's name starts with a"
                            + " small letter and has letters, digits and _ only, e.g. requests");
        }
        return text;
    }

    private static String statistic(String text) {
        if (!STATISTIC.matcher(text).matches()) {
            throw new Form.Refused(
                    "\""
                            + text
                            + "\" is not a statistic of CloudWatch: write Sum, Average, Minimum,"
                            + " Maximum, SampleCount or a percentile such as p99");
        }
        return text;
    }
}
