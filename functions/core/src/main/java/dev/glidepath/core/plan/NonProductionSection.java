package dev.glidepath.core.plan;

import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `non-production`.
final class NonProductionSection {

    private static final int HOURS = 12;

    private static final Pattern WHOLE = Pattern.compile("([1-9]|1\\d|2[0-3])( hours?)?");

    private NonProductionSection() {}

    static Optional<NonProduction> read(Fields file, Draft draft) {
        return file.fields("non-production", Section.NON_PRODUCTION)
                .map(
                        fields ->
                                new NonProduction(
                                        fields.list("match", Section.RULE).stream()
                                                .map(rule -> RuleSection.read(rule, draft))
                                                .toList(),
                                        fields.read("weekday hours", NonProductionSection::hours)
                                                .orElse(HOURS)));
    }

    private static int hours(String text) {
        var hours = WHOLE.matcher(text);
        if (!hours.matches()) {
            throw new Form.Refused(
                    "\"%s\" is not a part of a day: write 1 to 23 hours, e.g. 12 hours"
                            .formatted(text));
        }
        return Integer.parseInt(hours.group(1));
    }
}
