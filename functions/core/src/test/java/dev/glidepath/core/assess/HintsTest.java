package dev.glidepath.core.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.anomaly.Anomaly.Kind;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.lever.Lever;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.Rule;
import dev.glidepath.core.plan.Rule.Attribute;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

class HintsTest {

    private static final Week WEEK = Made.WEEK;
    private static final LocalDate FROM = WEEK.sunday().minusDays(27);
    private static final String OPEN = CostLine.UNALLOCATED;

    private final Made made = new Made();

    @Test
    void leversAreSumsOverTheLast28Days() {
        for (long seed = 0; seed < 200; seed++) {
            var own = new Made();
            var random = new Random(seed);
            for (var day = own.known; !day.isAfter(WEEK.sunday()); day = day.plusDays(1)) {
                add(own, day, "A", "1", "EU-EBS:VolumeUsage.gp2", cents(random));
                add(own, day, OPEN, "2", "EBS:VolumeUsage.gp2", cents(random));
                add(own, day, "A", "1", "BoxUsage:m4.large", cents(random));
            }
            var hints = hints(own);
            assertThat(cost(hints, Lever.Kind.GP2))
                    .isEqualByComparingTo(sum(own, l -> item(l).endsWith("gp2")));
            assertThat(cost(hints, Lever.Kind.PREVIOUS_GENERATION))
                    .isEqualByComparingTo(sum(own, l -> item(l).endsWith("large")));
            var next = hints.nextRule().orElseThrow();
            assertThat(next.cost())
                    .isEqualByComparingTo(sum(own, l -> l.category().equals(OPEN)))
                    .isEqualByComparingTo(next.unallocated());
            assertThat(next.rule().toText()).isEqualTo("account 2");
        }
    }

    @Test
    void anAverageMonthIsThatOfTheRunRate() {
        assertThat(Hints.perMonth(new BigDecimal("28"))).isEqualByComparingTo("30.4375");
    }

    @Test
    void aDayThatIsNotKnownLeavesNoLevers() {
        daily(OPEN, "1", "EBS:VolumeUsage.gp2", "10");
        made.unknown.add(FROM);
        assertThat(hints(made).levers()).isEmpty();
        assertThat(hints(made).nextRule()).isEmpty();
    }

    @Test
    void whatIsNotCountedIsInNoLever() {
        for (var day = made.known; !day.isAfter(WEEK.sunday()); day = day.plusDays(1)) {
            made.charge(day, "A", "Amazon EC2", "Tax", "USD", "5");
            made.charge(day, "A", "Amazon EC2", "Usage", "EUR", "5");
        }
        assertThat(hints(made).levers()).isEmpty();
    }

    /// The provider would take more, but takes charges of A as well.
    @Test
    void theNextRuleTakesNothingFromACategory() {
        daily("A", "1", "a", "500");
        daily(OPEN, "2", "b", "30");
        daily(OPEN, "3", "b", "40");
        var next = hints(made).nextRule().orElseThrow();
        assertThat(next.rule())
                .isEqualTo(new Rule(List.of(new Rule.Condition(Attribute.ACCOUNT, List.of("3")))));
        assertThat(next.cost()).isEqualByComparingTo("1120");
        assertThat(next.unallocated()).isEqualByComparingTo("1960");
    }

    @Test
    void aValueThatAPlanCannotSayIsNoRule() {
        daily("A", "1", "a", "500");
        daily(OPEN, "2*", "b", "30");
        daily(OPEN, "3\u202e", "b", "30");
        daily(OPEN, "x".repeat(300), "b", "30");
        assertThat(hints(made).nextRule()).isEmpty();
    }

    @Test
    void aRiseIsToldWithTheUsageThatRose() {
        daily("A", "1", "quiet", "50");
        daily("A", "2", "loud", "10");
        for (var day = WEEK.monday().plusDays(2);
                !day.isAfter(WEEK.sunday());
                day = day.plusDays(1)) {
            add(made, day, "A", "2", "loud", new BigDecimal("33.33"));
        }
        var found = (Anomalies.Found) hints(made).anomalies();
        assertThat(found.top()).hasSize(1);
        var anomaly = found.top().getFirst().anomaly();
        assertThat(anomaly.kind()).isEqualTo(Kind.RISE);
        assertThat(anomaly.from()).isEqualTo(WEEK.monday().plusDays(2));
        assertThat(anomaly.soFar()).isEqualByComparingTo("166.65");
        assertThat(found.top().getFirst().largest()).contains(new Lever.Where("loud", "2"));
    }

    @Test
    void taxAndCreditsAndPurchasesAreNoAnomalies() {
        daily("A", "1", "quiet", "50");
        for (var category : List.of("Tax", "Credit", "Purchase", "Adjustment")) {
            made.charge(WEEK.monday(), "A", "Amazon EC2", category, "USD", "9000");
        }
        assertThat(((Anomalies.Found) hints(made).anomalies()).top()).isEmpty();
    }

    @Test
    void aMissingSettledDayMakesTheHistoryTooShort() {
        daily("A", "1", "quiet", "50");
        made.unknown.add(WEEK.minus(3).monday());
        assertThat(hints(made).anomalies()).isEqualTo(new Anomalies.TooShort(27));
    }

    @Test
    void theOwnCostIsWhatItsTagIsOn() {
        daily("A", "1", "a", "100");
        assertThat(hints(made).own()).isEmpty();
        made.days.forEach((_, lines) -> lines.add(own("0.125")));
        var own = hints(made).own().orElseThrow();
        assertThat(own.week()).isEqualByComparingTo("0.875");
        assertThat(own.days()).isEqualByComparingTo("3.5");
    }

    @Test
    void theOwnCostIsThatInThePlansCurrency() {
        daily("A", "1", "a", "100");
        made.days.forEach((_, lines) -> lines.add(in("EUR", own("0.125"))));
        assertThat(hints(made).own()).isEmpty();
    }

    @Test
    void aScopeSeesNothingOfUnallocated() {
        daily("A", "1", "EBS:VolumeUsage.gp2", "1");
        daily(OPEN, "2", "EBS:VolumeUsage.gp2", "10");
        var plan = Made.plan(Made.category("A", "100", "90"));
        var hints = Assess.week(plan, WEEK, List.of("A"), made.ledger()).assessment().hints();
        assertThat(hints.nextRule()).isEmpty();
        assertThat(cost(hints, Lever.Kind.GP2)).isEqualByComparingTo("28");
    }

    private void daily(String category, String account, String item, String amount) {
        for (var day = made.known; !day.isAfter(WEEK.sunday()); day = day.plusDays(1)) {
            add(made, day, category, account, item, new BigDecimal(amount));
        }
    }

    private static void add(
            Made made,
            LocalDate day,
            String category,
            String account,
            String item,
            BigDecimal amount) {
        made.days
                .computeIfAbsent(day, _ -> new ArrayList<>())
                .add(line(category, account, item, amount, Map.of()));
    }

    private static CostLine own(String amount) {
        return line("A", "1", null, new BigDecimal(amount), Map.of(Dimensions.OWN, "glidepath"));
    }

    private static CostLine in(String currency, CostLine line) {
        var of = line.dimensions();
        return new CostLine(
                line.category(),
                new Dimensions(
                        currency,
                        of.service(),
                        of.subAccount(),
                        of.region(),
                        of.charge(),
                        of.labels()),
                line.amounts(),
                line.quantity(),
                line.rows());
    }

    private static CostLine line(
            String category,
            String account,
            @Nullable String item,
            BigDecimal amount,
            Map<String, String> labels) {
        var dimensions =
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", "Amazon EC2", "AmazonEC2"),
                        new Dimensions.SubAccount(account, null),
                        null,
                        new Dimensions.Charge("Usage", null, item, "Standard", null, null),
                        labels);
        return new CostLine(category, dimensions, new Amounts(null, amount, null, null), null, 1);
    }

    private static Hints hints(Made made) {
        Category a = Made.category("A", "100", "90");
        return made.assess(a).assessment().hints();
    }

    private static BigDecimal cost(Hints hints, Lever.Kind kind) {
        return hints.levers().stream()
                .filter(l -> l.kind() == kind)
                .map(Lever::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Made made, Predicate<CostLine> which) {
        var sum = BigDecimal.ZERO;
        for (var lines : made.days.tailMap(FROM).values()) {
            for (var line : lines) {
                var amount = line.amounts().effective();
                sum = which.test(line) && amount != null ? sum.add(amount) : sum;
            }
        }
        return sum;
    }

    private static String item(CostLine line) {
        return String.valueOf(line.dimensions().charge().item());
    }

    private static BigDecimal cents(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(100_000), 3);
    }
}
