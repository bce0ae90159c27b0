package dev.glidepath.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Assess;
import dev.glidepath.core.assess.NextRule;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.PlanFile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;

/// What the mail suggests can be pasted: it is read as the very rule that was meant.
class RuleToPasteTest {

    private static final String PLAN =
            """
            name: Small
            currency: USD
            start: 2026-01-31
            charge categories: {usage: counted, purchase: counted, tax: excluded, credit: excluded, adjustment: counted}
            categories:
              - name: Search
                owner: search@example.com
                baseline: 10
                milestones: {2026-12-31: 7}
                match:
                  - region: nowhere
            %s
            recipients: [{email: a@example.com, scope: all}]
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amazon Athena",
                "000123456789",
                "yes",
                "~",
                "a: b # c",
                "\"quoted\" and 'single'",
                "back\\slash\\n",
                "- {x: [y]}",
                "<b>bold</b> & more",
                "%s ${x} @y",
                "大阪 кириллица",
                "1e3",
                "2026-01-01",
                "|"
            })
    void isReadAsTheRuleThatWasMeant(String service) {
        var company = Company.usual();
        company.service("Infrastructure", "AWS", "Amazon EC2", "30000", 0);
        company.service(CostLine.UNALLOCATED, "AWS", service, "900", 0);
        var finding = Assess.week(company.plan(), Company.WEEK, List.of(), company.ledger());
        var text = DigestWriter.write(finding, company.provenance()).letter().text();

        var pasted =
                text.lines()
                        .filter(line -> line.startsWith("  - "))
                        .map(line -> "      " + line.strip())
                        .collect(Collectors.joining("\n"));
        var rules = category(PLAN.replace("%s\n", pasted + "\n")).rules();

        assertThat(rules)
                .hasSize(2)
                .contains(
                        finding.assessment().hints().nextRule().map(NextRule::rule).orElseThrow());
    }

    private static Category category(String yaml) {
        return switch (PlanFile.read(yaml)) {
            case PlanFile.Valid valid -> valid.plan().categories().getFirst();
            case PlanFile.Faulty faulty -> throw new AssertionError(faulty + "\n" + yaml);
        };
    }
}
