package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Dimensions.Charge;
import dev.glidepath.core.cost.Dimensions.Service;
import dev.glidepath.core.cost.Dimensions.SubAccount;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.plan.Measure.Unit.Kind;
import dev.glidepath.core.plan.Plan.Recipient;
import dev.glidepath.core.plan.ValueForm.Value;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

class PlanFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50K | 50000",
                "$50K | 50000",
                "50k | 50000",
                "1.2M | 1200000",
                "50000 | 50000",
                "'\"50,000.00\"' | 50000",
                "1.25B | 1250000000",
                "USD 50K | 50000",
                "$50K/month | 50000",
                "0.125 | 0.125",
                "12.5 | 12.5"
            })
    void readsAmountsAsPeopleWriteThem(String written, BigDecimal amount) {
        var category = Root.valid(SmallPlan.of(written)).plan().categories().getFirst();

        assertThat(category.target().baseline().amount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"50.000", "1.200M", "50,00", "5,0000", "1.000.000", "50KK", "1e3", "50m"})
    void refusesAmountsThatMayBeReadInTwoWays(String written) {
        assertThat(PlanFile.read(SmallPlan.of("\"" + written + "\"")))
                .isInstanceOfSatisfying(
                        PlanFile.Faulty.class,
                        faulty -> {
                            assertThat(faulty.faults()).hasSize(1);
                            assertThat(faulty.faults().getFirst().line()).isEqualTo(8);
                            assertThat(faulty.faults().getFirst().column()).isEqualTo(15);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99.995% | PERCENT | 99.995",
                "2.5 hours | HOURS | 2.5",
                "1 hour | HOURS | 1",
                "14 days | DAYS | 14",
                "$280K | MONEY | 280000",
                "8.5/10 | SCORE | 8.5",
                "10x | MULTIPLE | 10",
                "Weekly | PER_WEEK | 1",
                "daily | PER_WEEK | 7",
                "3 per week | PER_WEEK | 3",
                "1,000 | COUNT | 1000"
            })
    void readsTheUnitOfAValueFromHowItIsWritten(String written, Kind kind, BigDecimal number) {
        var value = new ValueForm("USD").of(written);

        assertThat(value).isEqualTo(new Value(kind, number));
        assertThat(new ValueForm("USD").of(Shown.value(kind, value.number(), "USD")).kind())
                .isEqualTo(kind);
    }

    @Test
    void onlyTheMetricAndTheToleranceHaveDefaults() {
        var basis = Root.valid(SmallPlan.of("10")).plan().basis();

        assertThat(basis.metric()).isEqualTo(Metric.EFFECTIVE);
        assertThat(basis.tolerance()).isEqualByComparingTo("0.02");
        assertThat(basis.counts("Usage")).isTrue();
        assertThat(basis.counts("Tax")).isFalse();
        assertThat(basis.counts("Credit")).isFalse();
    }

    @Test
    void countsMilestonesFromTheStart() {
        var shifted = SmallPlan.of("10").replace("{1M: 9, 30D: 8, ", "{1M: 9, 30D: 8, 2M: 7.5, ");
        var milestones = Root.valid(shifted).plan().categories().getFirst().target().milestones();

        assertThat(milestones)
                .extracting(GlidePath.Milestone::date)
                .containsExactly(
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 12, 31));
    }

    @Test
    void rulesLookAtTagsAndCostCategoriesByTheNamesThatChargesCarry() {
        var allocation = Root.valid(SmallPlan.of("10")).plan().allocation();

        assertThat(allocation.labels()).containsExactly("cost_category:product", "tag:team");
        assertThat(allocation.apply(tagged("Usage", "eu-west-1", Map.of("tag:team", "finders"))))
                .isEqualTo("Search");
        assertThat(allocation.apply(tagged("Tax", "eu-west-1", Map.of("tag:team", "search"))))
                .isEqualTo(CostLine.UNALLOCATED);
        assertThat(
                        allocation.apply(
                                tagged("Tax", "eu-x", Map.of("cost_category:product", "search"))))
                .isEqualTo("Search");
    }

    @Test
    void emptyScopeMeansEverything() {
        assertThat(Root.valid(SmallPlan.of("10")).plan().recipients())
                .extracting(Recipient::scope)
                .containsExactly(new Scope.Categories(List.of("Search")), new Scope.All());
    }

    @Test
    void aScopeMayBeAccountsOrATagWhichIsThenReadOfEachCharge() {
        var plan =
                SmallPlan.to(
                        "[{email: a@example.com, scope: {account: [111122223333, 4444*]}}, {email:"
                                + " b@example.com, scope: {tag: {squad: red}}}]");
        var allocation = Root.valid(SmallPlan.of("10")).plan().allocation();

        assertThat(plan.recipients())
                .extracting(r -> r.scope().words().getFirst())
                .containsExactly("account 111122223333 or 4444*", "tag:squad red");
        assertThat(plan.allocation().labels())
                .containsAll(allocation.labels())
                .contains("tag:squad");
        assertThat(plan.allocation().version()).isNotEqualTo(allocation.version());
    }

    @Test
    void aScopeByATagOfTheRulesReadsNothingMore() {
        var plan = SmallPlan.to("[{email: a@example.com, scope: {tag: {team: search}}}]");

        assertThat(plan.allocation()).isEqualTo(Root.valid(SmallPlan.of("10")).plan().allocation());
        assertThat(plan.allocation().version())
                .isEqualTo(Root.valid(SmallPlan.of("10")).plan().allocation().version());
    }

    @Test
    void idIsThatOfTheText() {
        var yaml = SmallPlan.of("10");

        assertThat(Root.valid(yaml).plan().id())
                .hasSize(12)
                .isEqualTo(Root.valid(yaml).plan().id())
                .isNotEqualTo(Root.valid(yaml + "# a comment\n").plan().id());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AWS,AmazonEC2,-,000123456789,Infrastructure",
                "AWS,AmazonRDS,-,333344445555,Infrastructure",
                "AWS,AWSConfig,-,111122223333,Compliance",
                "AWS,AWSCloudTrail,-,555566667777,Compliance",
                "AWS,AmazonEC2,-,444455556666,Compliance",
                "AWS,AWSSupportBusiness,-,000123456789,Support",
                "AWS,-,AWS Support (Business),000123456789,Support",
                "AWS,AmazonEC2,-,555566667777,Unallocated",
                "AWS,AmazonEC2,-,123456789,Unallocated",
                "Auditory,-,Audits,-,Compliance",
                "Northdesk,-,Tickets,-,Support",
                "Hubline,-,Chat,-,Operational",
                "Chartlight,-,Charts,-,Operational",
                "Mailforge,-,Mail,-,Operational",
                "Nobody,-,Anything,-,Unallocated"
            })
    void theShippedPlanPutsChargesWhereTheyBelong(
            String provider,
            @Nullable String code,
            @Nullable String name,
            @Nullable String account,
            String category) {
        var charge =
                new Dimensions(
                        "USD",
                        new Service(provider, name, code),
                        new SubAccount(account, null),
                        null,
                        new Charge("Usage", null, null, null, null, null),
                        Map.of());

        assertThat(Root.shipped().plan().allocation().apply(charge)).isEqualTo(category);
    }

    @Test
    void readsWhenAnInitiativeBeganAndWhatWasInvested() {
        var moves = "    moves: [Operational, Support]\n";
        var yaml =
                Root.text(Root.SHIPPED)
                        .replace(
                                moves,
                                moves
                                        + "    started: 1M\n    invested: {2025-12-15: 200K, 2M: $0.1M}\n");
        var course = Root.valid(yaml).plan().scorecard().initiatives().getFirst().course();

        assertThat(course.started()).contains(LocalDate.of(2026, 2, 1));
        assertThat(course.invested())
                .isEqualTo(
                        Map.of(
                                LocalDate.of(2025, 12, 15), new BigDecimal("200000"),
                                LocalDate.of(2026, 3, 1), new BigDecimal("100000")));
        assertThat(course.isBegun(LocalDate.of(2026, 1, 31))).isFalse();
        assertThat(course.isBegun(LocalDate.of(2026, 2, 1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "yes, true, -",
        "True, true, -",
        "no, false, -",
        "false, false, -",
        "2026-04-20, true, 2026-04-20"
    })
    void readsWhetherAndWhenAnActionIsDone(String written, boolean done, String day) {
        var yaml =
                Root.text(Root.SHIPPED)
                        .replaceFirst("due: 3M\n", "due: 3M\n      done: " + written + "\n");
        var action = Root.valid(yaml).plan().scorecard().actions().getFirst();

        assertThat(action.done()).isEqualTo(done);
        assertThat(action.doneOn().map(LocalDate::toString).orElse("-")).isEqualTo(day);
        assertThat(action.isDone(LocalDate.of(2026, 4, 19))).isEqualTo(done && day.equals("-"));
        assertThat(action.isDone(LocalDate.of(2026, 4, 20))).isEqualTo(done);
    }

    private static Dimensions tagged(String charge, String region, Map<String, String> labels) {
        return new Dimensions(
                "USD",
                new Service("AWS", null, "AmazonEC2"),
                new SubAccount("111122223333", null),
                region,
                new Charge(charge, null, null, null, null, null),
                labels);
    }
}
