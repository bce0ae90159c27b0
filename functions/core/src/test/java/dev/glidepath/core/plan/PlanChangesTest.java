package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.money.Money;
import dev.glidepath.core.plan.PlanChange.Amount;
import dev.glidepath.core.plan.PlanChange.Count;
import dev.glidepath.core.plan.PlanChange.Reason;
import dev.glidepath.core.plan.PlanChange.Stated;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class PlanChangesTest {

    private static final String BEFORE =
            """
            name: Small
            currency: USD
            start: 2026-01-31
            charge categories: {usage: counted, purchase: counted, tax: excluded, credit: excluded, adjustment: counted}
            categories:
              - {name: Search, owner: a@example.com, baseline: 10K, milestones: {6M: 9K, 12M: 8K}, match: [{region: eu}]}
              - {name: Ads, owner: b@example.com, baseline: 10K, milestones: {6M: 9K}, match: [{region: us}]}
            recipients: [{email: a@example.com, scope: all}]
            changes:
              - {date: 2026-02-01, reason: First}
            """;

    private static final String NOW =
            BEFORE.replace("{6M: 9K, 12M: 8K}", "{6M: 8500, 18M: 7K}")
                    .replace("name: Ads, owner: b@", "name: Maps, owner: c@")
                    .replace("start: 2026-01-31\n", "start: 2026-01-31\ntolerance: 3%\n")
                    .replace("scope: all}]", "scope: all}, {email: b@example.com, scope: Search}]")
                    .replace(
                            "reason: First}",
                            "reason: First}\n  - {date: 2026-03-01, reason: New}");

    @Test
    void saysEachPartThatIsOther() {
        assertThat(PlanChanges.between(plan(BEFORE), plan(NOW)))
                .containsExactlyInAnyOrder(
                        new Stated("", "the tolerance"),
                        amount("6M (2026-07-31)", "9000", "8500"),
                        amount("12M (2027-01-31)", "8000", null),
                        amount("18M (2027-07-31)", null, "7000"),
                        new Stated("Maps", "put in"),
                        new Stated("Ads", "taken out"),
                        new Count("recipients", 1, 2),
                        new Reason(new Amendment(LocalDate.of(2026, 3, 1), "New")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "currency: USD | currency: EUR | | the currency",
                "start: 2026-01-31 | start: 2026-01-30 | | the start",
                "currency: USD | 'currency: USD\ncost metric: billed' | | the cost metric",
                "tax: excluded | tax: counted | | which charge categories count",
                "changes: | 'non-production: {match: [{region: us}]}\nchanges:' | | what is non-production",
                "region: eu | region: ap | Search | its match rules",
                "owner: a@ | owner: d@ | Search | its owner"
            })
    void aPartThatIsOtherIsNamed(String from, String to, @Nullable String category, String what) {
        var changed = BEFORE.replace(from, to);
        assertThat(PlanChanges.between(plan(BEFORE), plan(changed)))
                .contains(new Stated(category == null ? "" : category, what))
                .filteredOn(Stated.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aBaselineIsOneOfTheAmounts() {
        var changed = BEFORE.replaceFirst("baseline: 10K", "baseline: 11K");
        assertThat(PlanChanges.between(plan(BEFORE), plan(changed)))
                .containsExactly(amount("baseline", "10000", "11000"));
    }

    @Test
    void nothingIsOtherInTheSamePlan() {
        assertThat(PlanChanges.between(plan(NOW), plan(NOW))).isEmpty();
        var shipped = Root.shipped().plan();
        assertThat(PlanChanges.between(shipped, shipped)).isEmpty();
    }

    @Test
    void aPartIsToldOfItselfOnly() {
        var changes = PlanChanges.between(plan(BEFORE), plan(NOW));
        assertThat(
                        changes.stream()
                                .filter(c -> c.concerns(new Scope.Categories(List.of("Search")))))
                .hasSize(4)
                .noneMatch(c -> c.toString().matches(".*(Ads|Maps|New|recipients).*"));
        assertThat(changes.stream().filter(c -> c.concerns(new Scope.Charges(new Rule(List.of())))))
                .containsExactly(new Stated("", "the tolerance"));
        assertThat(changes).allMatch(c -> c.concerns(new Scope.All()));
    }

    private static Amount amount(String what, @Nullable String before, @Nullable String now) {
        return new Amount("Search", what, number(before), number(now));
    }

    private static Optional<BigDecimal> number(@Nullable String text) {
        return Optional.ofNullable(text).map(t -> Money.normalise(new BigDecimal(t)));
    }

    private static Plan plan(String yaml) {
        return Root.valid(yaml).plan();
    }
}
