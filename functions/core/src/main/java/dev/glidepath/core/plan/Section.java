package dev.glidepath.core.plan;

import java.util.List;
import java.util.Optional;

/// The parts of a plan file and the keys that each knows. `plan.schema.json` has one definition for
/// each.
enum Section {
    PLAN(
            "the plan",
            must("name", "Our reduction plan"),
            must("currency", "USD"),
            must("start", "2026-01-01"),
            may("cost metric", "effective"),
            may("tolerance", "2%"),
            must("charge categories", "{usage: counted, tax: excluded, ...}"),
            must("categories", "a list, each starting with \"- name: Infrastructure\""),
            may("stated", "{total: {baseline: 200K}}"),
            may("stated values", "{file: measures.csv, fresh for: 90 days}"),
            may("measures", "a list under each group's name"),
            may("initiatives", "a list, each starting with \"- name: Process Automation\""),
            may("actions", "a list under each phase's name"),
            must("recipients", "a list, each like \"- {email: finance@example.com, scope: all}\""),
            may("changes", "a list, each like \"- {date: 2026-04-01, reason: New vendor}\""),
            may("non-production", "{match: [{tag: {env: [dev, test]}}], weekday hours: 12}")),
    CHANGE("a change", must("date", "2026-04-01"), must("reason", "New vendor")),
    NON_PRODUCTION(
            "non-production",
            must("match", "a list of rules, e.g. \"- tag: {env: [dev, test]}\""),
            may("weekday hours", "12")),
    CHARGE_CATEGORIES(
            "charge categories",
            must("usage", "counted, or excluded"),
            must("purchase", "counted, or excluded"),
            must("tax", "excluded, or counted"),
            must("credit", "excluded, or counted"),
            must("adjustment", "counted, or excluded")),
    CATEGORY(
            "a category",
            must("name", "Infrastructure"),
            must("owner", "Head of Platform <platform@example.com>"),
            must("baseline", "50K"),
            must("milestones", "{6M: 40K, 12M: 30K}"),
            must("match", "a list of rules, e.g. \"- provider: AWS\""),
            may("stated", "{reduction: 40%}")),
    CATEGORY_STATED("what is stated of a category", must("reduction", "40%")),
    RULE(
            "a match rule",
            may("provider", "AWS"),
            may("service", "[AmazonEC2, \"AWS Support*\"]"),
            may("account", "111122223333"),
            may("region", "eu-*"),
            may("charge category", "Tax"),
            may("tag", "{team: platform}"),
            may("cost category", "{product: search}")),
    MEASURE(
            "a measure",
            must("name", "Response Time"),
            must("better", "lower"),
            may("current", "2.5 hours"),
            may("readings", "{2026-03-31: 2.2 hours}"),
            may("targets", "{6M: 2 hours, 12M: 1.5 hours}"),
            may("target", "1.5 hours"),
            may("benchmark", "4 hours"),
            may("same as", "Operational Performance / Response Time"),
            may("change of", "total"),
            may("source", "{metrics: {requests: {namespace: Shop, metric: Requests, ...}}}")),
    SOURCE(
            "a source",
            may("metrics", "{requests: {namespace: Shop, metric: Requests, statistic: Sum}}"),
            may("expression", "100 * ok / all"),
            may("cost", "Infrastructure"),
            may("window", "28 days"),
            may("take", "average"),
            may("region", "eu-central-1"),
            may("count", "days to settle")),
    METRIC(
            "a metric",
            must("namespace", "AWS/ApplicationELB"),
            must("metric", "RequestCount"),
            must("statistic", "Sum"),
            may("dimensions", "{LoadBalancer: app/shop/50dc6c495c0c9188}")),
    STATED_VALUES(
            "what says where values are stated",
            may("file", "measures.csv"),
            may("fresh for", "90 days")),
    INITIATIVE(
            "an initiative",
            must("name", "Process Automation"),
            must("priority", "High"),
            must("investment", "$1.0M"),
            must("saving", "$3M"),
            must("months", "12"),
            must("moves", "[Infrastructure]"),
            may("started", "2026-02-01"),
            may("invested", "{2026-02-01: $200K, 2026-04-01: $150K}"),
            may("stated", "{roi: 300%}")),
    INITIATIVE_STATED(
            "what is stated of an initiative",
            may("investment months", "12"),
            may("investment roi", "300%"),
            may("roi", "300%")),
    ACTION(
            "an action",
            must("action", "Deploy monitoring systems"),
            must("owner", "Head of Platform <platform@example.com>"),
            must("due", "2026-01-31"),
            may("done", "2026-01-28"),
            may("reaches", "{measure: Operational Performance / Response Time, value: 2 hours}")),
    REACHES(
            "what an action reaches",
            must("measure", "Operational Performance / Response Time"),
            must("value", "2 hours")),
    RECIPIENT(
            "a recipient",
            must("email", "finance@example.com"),
            must("scope", "all"),
            may("metric", "billed"),
            may("numbers", "1,234.56"),
            may("time zone", "Europe/Zurich")),
    STATED(
            "what is stated of the whole",
            may("total", "{baseline: 200K, milestones: {12M: 122K}, reduction: 39%}"),
            may("initiatives", "{investment: $3.3M, investment roi: 225%}")),
    STATED_TOTAL(
            "what is stated of the total",
            may("baseline", "200K"),
            may("milestones", "{6M: 160K, 12M: 122K}"),
            may("reduction", "39%")),
    STATED_INITIATIVES(
            "what is stated of all initiatives",
            may("priority", "Critical"),
            may("investment", "$3.3M"),
            may("investment months", "12"),
            may("investment roi", "225%"),
            may("saving", "$7.7M"),
            may("months", "12"),
            may("roi", "233%"));

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Key> keys;

    Section(String words, Key... keys) {
        this.words = words;
        this.keys = List.of(keys);
    }

    /// @param example a value that is right
    record Key(String name, boolean required, String example) {}

    String words() {
        return words;
    }

    List<Key> keys() {
        return keys;
    }

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    Optional<Key> key(String name) {
        return keys.stream().filter(k -> k.name().equals(name)).findFirst();
    }

    private static Key must(String name, String example) {
        return new Key(name, true, example);
    }

    private static Key may(String name, String example) {
        return new Key(name, false, example);
    }
}
