package dev.glidepath.core.plan;

import dev.glidepath.core.plan.Rule.Attribute;
import dev.glidepath.core.plan.Rule.Condition;
import dev.glidepath.core.plan.Rule.Subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one rule of `match`.
final class RuleSection {

    private static final Map<String, Attribute> ATTRIBUTES = new LinkedHashMap<>();
    private static final Form<String> CHARGE_CATEGORY =
            TextForm.oneOf(
                    "charge category",
                    Section.CHARGE_CATEGORIES.names().stream()
                            .map(PlanReader::chargeCategory)
                            .toArray(String[]::new));

    static {
        ATTRIBUTES.put("provider", Attribute.PROVIDER);
        ATTRIBUTES.put("service", Attribute.SERVICE);
        ATTRIBUTES.put("account", Attribute.ACCOUNT);
        ATTRIBUTES.put("region", Attribute.REGION);
        ATTRIBUTES.put("charge category", Attribute.CHARGE_CATEGORY);
    }

    private RuleSection() {}

    static Rule read(Fields rule, Draft draft) {
        var conditions = new ArrayList<Condition>();
        ATTRIBUTES.forEach(
                (key, attribute) -> {
                    if (rule.has(key)) {
                        conditions.add(condition(attribute, rule.texts(key), draft));
                    }
                });
        conditions.addAll(labels(rule, "tag", "tag:", draft));
        conditions.addAll(labels(rule, "cost category", "cost_category:", draft));
        if (rule.isEmpty()) {
            draft.nodes()
                    .fault(
                            rule.mark(),
                            "a rule without a condition would match every charge: name what it"
                                    + " matches, e.g. provider: AWS");
        }
        return new Rule(conditions);
    }

    private static List<Condition> labels(Fields rule, String key, String prefix, Draft draft) {
        return rule.entries(key).stream()
                .map(
                        entry -> {
                            var name = entry.key().value();
                            var named = new Nodes.Named(name, "platform");
                            var texts = draft.nodes().texts(entry.value(), named);
                            return condition(new Rule.Label(prefix + name), texts, draft);
                        })
                .toList();
    }

    private static Condition condition(Subject subject, List<Yaml.Text> texts, Draft draft) {
        Form<String> form =
                subject == Attribute.CHARGE_CATEGORY ? CHARGE_CATEGORY : RuleSection::pattern;
        return new Condition(
                subject,
                texts.stream().flatMap(text -> draft.nodes().value(text, form).stream()).toList());
    }

    private static String pattern(String text) {
        int star = text.indexOf('*');
        if (star >= 0 && star < text.length() - 1) {
            throw new Form.Refused(
                    "\""
                            + text
                            + "\" has a * that is not at its end: a pattern is a value or its"
                            + " start, e.g. \"AWS Support*\"");
        }
        return TextForm.line(200).of(text);
    }
}
