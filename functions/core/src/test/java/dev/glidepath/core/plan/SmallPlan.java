package dev.glidepath.core.plan;

/// A plan of one category.
final class SmallPlan {

    private static final String TEXT =
            """
            name: Small
            currency: USD
            start: 2026-01-31
            charge categories: {usage: counted, purchase: counted, tax: excluded, credit: excluded, adjustment: counted}
            categories:
              - name: Search
                owner: search@example.com
                baseline: BASELINE
                milestones: {1M: 9, 30D: 8, 2026-12-31: 7}
                match:
                  - tag: {team: [search, "find*"]}
                    charge category: [usage, Purchase]
                  - cost category: {product: search}
                    region: "eu-*"
            recipients: [{email: a@example.com, scope: Search}, {email: b@example.com, scope: all}]
            """;

    private SmallPlan() {}

    static String of(String baseline) {
        return TEXT.replace("BASELINE", baseline);
    }

    static Plan to(String recipients) {
        var yaml = of("10").replaceFirst("recipients: .*", "recipients: " + recipients);
        return Root.valid(yaml).plan();
    }
}
