package dev.glidepath.core.plan;

import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.money.Money;
import dev.glidepath.core.plan.Plan.Basis;
import dev.glidepath.core.plan.PlanFile.Valid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the whole plan, section by section. Every section reports its own faults and goes on.
final class PlanReader {

    private static final BigDecimal TOLERANCE = new BigDecimal("0.02");

    private PlanReader() {}

    static Optional<Valid> read(String yaml, Beside beside, Yaml root, Faults faults) {
        var nodes = new Nodes(faults);
        return Fields.open(root, Section.PLAN, nodes)
                .flatMap(fields -> read(yaml, beside, fields, nodes))
                .filter(_ -> faults.none());
    }

    private static Optional<Valid> read(String yaml, Beside beside, Fields file, Nodes nodes) {
        var currency = file.read("currency", TextForm::currency).orElse("");
        var draft = new Draft(nodes, currency, file.read("start", DateForm::date));
        var basis = basis(file, draft);
        var categories = CategoriesSection.read(file, draft);
        StatedSection.read(file, draft);
        var stated = StatedValuesSection.read(file, draft, beside);
        var measures = stated.add(draft, MeasuresSection.read(file, draft, categories.names()));
        var scorecard =
                new Plan.Scorecard(
                        measures,
                        InitiativesSection.read(file, draft, categories.names()),
                        ActionsSection.read(file, draft, measures),
                        stated.values());
        var recipients = RecipientsSection.read(file, draft, categories.names());
        var amendments = AmendmentsSection.read(file);
        var nonProduction = NonProductionSection.read(file, draft);
        if (!nodes.faults().none()) {
            return Optional.empty();
        }
        var id = Version.of(yaml + stated.text());
        var plan =
                new Plan(
                        id,
                        basis,
                        categories.categories(),
                        scorecard,
                        recipients,
                        amendments,
                        nonProduction);
        return Optional.of(new Valid(plan, draft.notes(plan)));
    }

    private static Basis basis(Fields file, Draft draft) {
        return new Basis(
                file.read("name", TextForm.line(80)).orElse(""),
                draft.currency(),
                draft.start().orElse(LocalDate.EPOCH),
                file.read("cost metric", TextForm.oneOf("cost metric", Metric.values()))
                        .orElse(Metric.EFFECTIVE),
                file.read("tolerance", PlanReader::tolerance).orElse(TOLERANCE),
                file.fields("charge categories", Section.CHARGE_CATEGORIES)
                        .map(PlanReader::charges)
                        .orElse(Map.of()));
    }

    private static BigDecimal tolerance(String text) {
        var share = TextForm.percent(text).movePointLeft(2);
        if (share.compareTo(BigDecimal.ONE) >= 0) {
            throw new Form.Refused(
                    "\""
                            + text
                            + "\" would call everything on track: write less than 100%, e.g."
                            + " 2%");
        }
        return Money.normalise(share);
    }

    private static Map<String, Boolean> charges(Fields fields) {
        var charges = new LinkedHashMap<String, Boolean>();
        var form = TextForm.oneOf("word", "counted", "excluded");
        for (var name : Section.CHARGE_CATEGORIES.names()) {
            fields.read(name, form)
                    .ifPresent(word -> charges.put(chargeCategory(name), word.equals("counted")));
        }
        return charges;
    }

    /// As FOCUS writes it: `Usage`.
    static String chargeCategory(String key) {
        return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }
}
