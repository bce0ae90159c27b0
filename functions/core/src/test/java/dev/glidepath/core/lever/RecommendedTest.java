package dev.glidepath.core.lever;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.lever.Recommended.Group;
import dev.glidepath.core.plan.Rule;
import dev.glidepath.core.plan.Rule.Attribute;
import dev.glidepath.core.plan.Rule.Condition;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

class RecommendedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
    private static final Group STOP = group("111122223333", "Stop", "USD", 3, "120.5");
    private static final Group SAVINGS_PLAN =
            group("222233334444", "PurchaseSavingsPlans", "USD", 1, "900");

    private final Map<String, NavigableMap<LocalDate, BigDecimal>> series = new TreeMap<>();

    @Test
    void comesBackAsItWasKept() {
        keep(DAY, STOP, SAVINGS_PLAN);
        assertThat(Recommended.newest(series))
                .contains(new Recommended(DAY, List.of(STOP, SAVINGS_PLAN)));
    }

    @Test
    void theNewestDayCounts() {
        keep(DAY.minusDays(1), STOP, SAVINGS_PLAN);
        keep(DAY, SAVINGS_PLAN);
        assertThat(Recommended.newest(series).orElseThrow().groups()).containsExactly(SAVINGS_PLAN);
    }

    @Test
    void nothingIsToldFromNothingKnown() {
        assertThat(Recommended.newest(series)).isEmpty();
        keep(DAY);
        assertThat(Recommended.newest(series)).contains(new Recommended(DAY, List.of()));
    }

    /// A day that is delivered again.
    @Test
    void whatIsThereNoMoreIsGone() {
        keep(DAY, STOP, SAVINGS_PLAN);
        keep(DAY, STOP);
        assertThat(Recommended.newest(series).orElseThrow().groups()).containsExactly(STOP);
    }

    @Test
    void aScopeOfAccountsHasItsOwn() {
        var all = new Recommended(DAY, List.of(STOP, SAVINGS_PLAN));
        assertThat(all.within(rule(Attribute.ACCOUNT, "2222*")).orElseThrow().groups())
                .containsExactly(SAVINGS_PLAN);
        assertThat(all.within(rule(Attribute.ACCOUNT, "shop")).orElseThrow().groups()).isEmpty();
        assertThat(all.within(rule(Attribute.REGION, "eu-*"))).isEmpty();
        assertThat(all.within(rule(new Rule.Label("tag:team"), "search"))).isEmpty();
    }

    private void keep(LocalDate day, Group... groups) {
        new Recommended(day, List.of(groups))
                .series(List.copyOf(series.keySet()))
                .forEach(
                        (name, number) ->
                                series.computeIfAbsent(name, _ -> new TreeMap<>())
                                        .put(day, number));
    }

    private static Rule rule(Rule.Subject subject, String pattern) {
        return new Rule(List.of(new Condition(subject, List.of(pattern))));
    }

    private static Group group(
            String account, String action, String currency, long count, String saving) {
        return new Group(account, action, "Low", currency, count, new BigDecimal(saving));
    }
}
