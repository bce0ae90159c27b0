package dev.glidepath.core.plan;

import dev.glidepath.core.plan.Metering.Series;

import java.util.List;
import java.util.regex.Pattern;

/// Metric math that makes one value a day of named metrics: `100 * ok / all`. One that names a
/// metric that is not there would be refused by CloudWatch only when it is asked.
record ExpressionForm(List<Series> series) implements Form<String> {

    private static final int LONGEST = 1024;
    private static final Pattern NAME = Pattern.compile("\\b([a-z]\\w*)\\b(?!\\s*\\()");
    private static final Pattern MANY = Pattern.compile("\\b(SEARCH|SELECT|METRICS|EXPLORER)\\b");

    @Override
    public String of(String text) {
        var line = TextForm.line(LONGEST).of(text);
        if (MANY.matcher(line).find()) {
            throw new Refused(
                    "\"" + line + "\" may find any number of metrics: name each under metrics");
        }
        var known = series.stream().map(Series::name).filter(name -> !name.isEmpty()).toList();
        NAME.matcher(line.replaceAll("\"[^\"]*\"|'[^']*'", ""))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw new Refused(
                                    "\"%s\" is not among the metrics%s"
                                            .formatted(name, Suggestion.among(name, known)));
                        });
        return line;
    }
}
