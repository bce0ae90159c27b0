package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Dimensions.Charge;
import dev.glidepath.core.cost.Dimensions.Service;
import dev.glidepath.core.cost.Dimensions.SubAccount;
import dev.glidepath.core.plan.GlidePath.Milestone;
import dev.glidepath.core.plan.Rule.Attribute;
import dev.glidepath.core.plan.Rule.Condition;
import dev.glidepath.core.plan.Rule.Label;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class AllocationTest {

    private static final List<String> PROVIDERS = List.of("AWS", "Northdesk", "Hubline", "Unknown");
    private static final List<String> SERVICES =
            List.of("AmazonEC2", "AmazonECS", "AmazonS3", "AWSConfig", "AWSSupportBusiness");
    private static final List<String> ACCOUNTS =
            List.of("000123456789", "111122223333", "123456789");

    @Test
    void everyChargeIsInExactlyOneCategoryAndItIsTheFirstThatMatches() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            var allocation = new Allocation(categories(random));
            var charge = charge(random);
            var matching =
                    allocation.categories().stream()
                            .filter(c -> c.rules().stream().anyMatch(r -> r.matches(charge)))
                            .map(Category::name)
                            .toList();

            assertThat(allocation.apply(charge))
                    .isEqualTo(matching.isEmpty() ? CostLine.UNALLOCATED : matching.getFirst());
        }
    }

    @Test
    void orderDoesNotMatterWhereRulesExcludeEachOther() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < 500; i++) {
            var disjoint = new ArrayList<Category>();
            for (int k = 0; k < SERVICES.size(); k++) {
                disjoint.add(
                        category(
                                "C" + k,
                                new Rule(List.of(on(Attribute.SERVICE, SERVICES.get(k))))));
            }
            var charge = charge(random);
            var before = new Allocation(disjoint).apply(charge);
            Collections.shuffle(disjoint, new Random(i));

            assertThat(new Allocation(disjoint).apply(charge)).isEqualTo(before);
        }
    }

    @Test
    void prefixesMatchExactlyWhatStartsWithThem() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            var service = SERVICES.get(random.nextInt(SERVICES.size()));
            var start = service.substring(0, random.nextInt(service.length() + 1));
            var charge = charge(random);
            var code = String.valueOf(charge.service().code());

            assertThat(new Rule(List.of(on(Attribute.SERVICE, start + "*"))).matches(charge))
                    .isEqualTo(code.startsWith(start));
            assertThat(new Rule(List.of(on(Attribute.SERVICE, start))).matches(charge))
                    .isEqualTo(code.equals(start));
        }
    }

    @Test
    void everyConditionOfARuleMustMatch() {
        var random = new SplittableRandom(6);
        for (int i = 0; i < 2_000; i++) {
            var charge = charge(random);
            var rule = rule(random);

            assertThat(rule.matches(charge))
                    .isEqualTo(
                            rule.conditions().stream()
                                    .allMatch(c -> new Rule(List.of(c)).matches(charge)));
        }
    }

    @Test
    void leadingZerosOfAnAccountCount() {
        var rule = new Rule(List.of(on(Attribute.ACCOUNT, "000123456789")));

        assertThat(rule.matches(charge("AWS", "AmazonEC2", "000123456789"))).isTrue();
        assertThat(rule.matches(charge("AWS", "AmazonEC2", "123456789"))).isFalse();
    }

    @Test
    void asksForTheLabelsThatItsRulesName() {
        var rule =
                new Rule(
                        List.of(
                                new Condition(new Label("tag:team"), List.of("web")),
                                new Condition(new Label("cost_category:product"), List.of("*"))));

        assertThat(new Allocation(List.of(category("Web", rule))).labels())
                .containsExactly("cost_category:product", "tag:team");
    }

    @Test
    void versionFollowsTheRulesAndNothingElse() {
        var yaml = Root.text(Root.SHIPPED);
        var version = Root.valid(yaml).plan().allocation().version();

        assertThat(version).hasSize(12);
        assertThat(version(yaml.replace("12M: $30K/month", "12M: $31K/month"))).isEqualTo(version);
        assertThat(version(yaml.replace("Head of Platform", "Head of Cloud"))).isEqualTo(version);
        assertThat(version(yaml.replace("Chartlight", "Chartdark"))).isNotEqualTo(version);
        assertThat(version(yaml.replace("Hubline, Chartlight", "\"Hubline, Chartlight\"")))
                .isNotEqualTo(version);
        assertThat(version(yaml.replace("  - name: Compliance\n", "  - name: Audit\n")))
                .isNotEqualTo(version);
        assertThat(Allocation.NONE.version()).isEqualTo("none");
    }

    private static String version(String yaml) {
        return switch (PlanFile.read(yaml.replace("[Support, Compliance]", "[Support]"))) {
            case PlanFile.Valid(var plan, var _) -> plan.allocation().version();
            case PlanFile.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private static List<Category> categories(SplittableRandom random) {
        return IntStream.range(0, random.nextInt(1, 5))
                .mapToObj(i -> category("C" + i, rule(random), rule(random)))
                .toList();
    }

    private static Rule rule(SplittableRandom random) {
        var conditions = new ArrayList<Condition>();
        conditions.add(on(Attribute.PROVIDER, PROVIDERS.get(random.nextInt(PROVIDERS.size()))));
        if (random.nextBoolean()) {
            var service = SERVICES.get(random.nextInt(SERVICES.size()));
            conditions.add(on(Attribute.SERVICE, service.substring(0, 7) + "*"));
        }
        if (random.nextBoolean()) {
            conditions.add(on(Attribute.ACCOUNT, ACCOUNTS.get(random.nextInt(ACCOUNTS.size()))));
        }
        return new Rule(conditions);
    }

    private static Condition on(Attribute attribute, String pattern) {
        return new Condition(attribute, List.of(pattern));
    }

    private static Category category(String name, Rule... rules) {
        var start = new Milestone("baseline", LocalDate.of(2026, 1, 1), BigDecimal.TEN);
        return new Category(name, "owner", new GlidePath(start, List.of()), List.of(rules));
    }

    private static Dimensions charge(SplittableRandom random) {
        return charge(
                PROVIDERS.get(random.nextInt(PROVIDERS.size())),
                SERVICES.get(random.nextInt(SERVICES.size())),
                ACCOUNTS.get(random.nextInt(ACCOUNTS.size())));
    }

    private static Dimensions charge(String provider, String service, String account) {
        return new Dimensions(
                "USD",
                new Service(provider, null, service),
                new SubAccount(account, null),
                null,
                new Charge("Usage", null, null, null, null, null),
                Map.of());
    }
}
