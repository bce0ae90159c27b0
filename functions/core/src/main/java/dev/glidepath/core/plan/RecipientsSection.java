package dev.glidepath.core.plan;

import static dev.glidepath.core.plan.Preferences.DEFAULT;

import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.plan.Plan.Recipient;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads `recipients`.
final class RecipientsSection {

    private static final String ALL = "all";

    private RecipientsSection() {}

    static List<Recipient> read(Fields file, Draft draft, List<String> categories) {
        var taken = draft.new Names("recipient");
        var recipients = new ArrayList<Recipient>();
        for (var fields : file.list("recipients", Section.RECIPIENT)) {
            var email = fields.read("email", TextForm::email);
            email.ifPresent(e -> taken.add(fields.mark("email"), e));
            recipients.add(
                    new Recipient(
                            email.orElse(""),
                            scope(fields, draft, categories),
                            preferences(fields)));
        }
        return recipients;
    }

    private static Scope scope(Fields fields, Draft draft, List<String> categories) {
        if (fields.at("scope").filter(Yaml.Entries.class::isInstance).isPresent()) {
            var rule = fields.fields("scope", Section.RULE).map(f -> RuleSection.read(f, draft));
            return new Scope.Charges(rule.orElse(new Rule(List.of())));
        }
        var scope = fields.texts("scope");
        if (scope.size() == 1 && scope.getFirst().value().strip().equals(ALL)) {
            return new Scope.All();
        }
        scope.forEach(text -> draft.checkKnown(text, "category", categories));
        return new Scope.Categories(scope.stream().map(text -> text.value().strip()).toList());
    }

    private static Preferences preferences(Fields fields) {
        var metric = TextForm.oneOf("metric", Metric.values());
        return new Preferences(
                fields.read("metric", metric),
                fields.read("numbers", RecipientsSection::numbers).orElse(DEFAULT.numbers()),
                fields.read("time zone", RecipientsSection::zone).orElse(DEFAULT.zone()));
    }

    private static NumberStyle numbers(String text) {
        return Stream.of(NumberStyle.values())
                .filter(style -> style.example().equals(text.replace('\u00a0', ' ')))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Form.Refused(
                                        "\"%s\" is no way to write numbers: write %s"
                                                .formatted(
                                                        text,
                                                        Stream.of(NumberStyle.values())
                                                                .map(NumberStyle::example)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                " or ")))));
    }

    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new Form.Refused(
                    "\"%s\" is no time zone: write one such as Europe/Zurich, or UTC"
                            .formatted(text));
        }
        return ZoneId.of(text);
    }
}
