package dev.glidepath.store.evidence;

import static dev.glidepath.store.evidence.Bills.BASIS;
import static dev.glidepath.store.evidence.Bills.MAY;
import static dev.glidepath.store.evidence.Bills.line;
import static dev.glidepath.store.evidence.Bills.morning;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.glidepath.core.assess.Check;
import dev.glidepath.core.assess.Settled;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.plan.NonProduction;
import dev.glidepath.core.plan.Rule;
import dev.glidepath.store.FreshTable;
import dev.glidepath.store.Snapshots;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What is made of what the store knows: in the plan's metric and currency, and no more than that.
@ExtendWith(FreshTable.class)
class EvidenceTest {

    private static final ChargeDays ALL = new ChargeDays(MAY.atDay(1), MAY.atEndOfMonth());
    private static final LocalDate JUNE_5 = LocalDate.of(2026, 6, 5);

    private Snapshots snapshots;

    @BeforeEach
    void startEmpty(FreshTable.Tables tables) {
        var table = tables.get();
        snapshots = new Snapshots(table.dynamo(), table.name());
    }

    @Test
    void theCheckIsOfThePlansMetricAndCurrencyAndOfAllCharges() {
        Bills.of(MAY)
                .with(
                        3,
                        line("USD", "Usage", "001", "7", "10"),
                        line("USD", "Tax", "001", "1", "2"))
                .with(4, line("USD", "Usage", "001", "7", "0.5"))
                .with(3, line("EUR", "Usage", "001", "100", "1000"))
                .deliveredOn(JUNE_5, snapshots);

        assertThat(evidence().ledger(ALL).sums())
                .singleElement()
                .extracting(Check::left, Check::right)
                .containsExactly(new BigDecimal("12.5"), new BigDecimal("12.5"));
    }

    @Test
    void daysSettleByTheirUsageInThePlansMetric() {
        deliverDaily();
        var late = Bills.of(MAY).usedUpTo(20);
        for (int day = 1; day <= 20; day++) {
            late.with(day, line("USD", day % 2 == 0 ? "Tax" : "Purchase", "001", "5", "5"));
            late.with(day, line("USD", "Usage", "001", "3", "0"));
        }
        late.deliveredOn(MAY.atDay(21), snapshots);

        var settled = Evidence.asOf(snapshots, BASIS, morning(MAY.atDay(22))).settled();

        assertThat(settled.lags().get("aws"))
                .isEqualTo(new Settled.Lag(1, Settled.Source.MEASURED, 19));
        assertThat(settled.through()).isEqualTo(MAY.atDay(20));
    }

    @Test
    void howDaysArrivedCountsForFourMonths() {
        deliverDaily();

        assertThat(lagAsOf(LocalDate.of(2026, 9, 30)).source()).isEqualTo(Settled.Source.MEASURED);
        assertThat(lagAsOf(LocalDate.of(2026, 10, 1)).source()).isEqualTo(Settled.Source.ASSUMED);
    }

    @Test
    void detailHasNeitherTagsNorNamesButWhatIsOwnAndNonProduction() {
        Bills.of(MAY)
                .with(3, tagged("tag:team", "a"), tagged("tag:team", "b"))
                .with(4, tagged(Dimensions.OWN, "glidepath"), tagged("tag:stage", "test"))
                .deliveredOn(JUNE_5, snapshots);
        var test =
                new Rule(List.of(new Rule.Condition(new Rule.Label("tag:stage"), List.of("test"))));
        var detail =
                new Detail(
                        snapshots.asOf(morning(JUNE_5)),
                        Optional.of(new NonProduction(List.of(test), 50)));

        var itemised = detail.itemised(ALL, ChargeDays.of(MAY.atDay(3)));

        assertThat(itemised.lines().get(MAY.atDay(3)))
                .singleElement()
                .satisfies(l -> assertThat(l.amounts().effective()).isEqualTo("20"))
                .extracting(CostLine::dimensions)
                .satisfies(d -> assertThat(d.subAccount().name()).isNull())
                .satisfies(d -> assertThat(d.labels()).isEmpty());
        assertThat(itemised.lines().get(MAY.atDay(4)))
                .extracting(l -> l.dimensions().labels())
                .containsExactlyInAnyOrder(
                        Map.of(Dimensions.OWN, "glidepath"),
                        Map.of(Dimensions.NON_PRODUCTION, "yes"));
        assertThat(itemised.charges()).containsOnlyKeys(MAY.atDay(3));
        assertThat(itemised.charges().get(MAY.atDay(3)))
                .extracting(l -> l.dimensions().labels())
                .containsExactlyInAnyOrder(Map.of("tag:team", "a"), Map.of("tag:team", "b"));
    }

    @Test
    void aChargeWithoutAnAccountIsOfNone() {
        Bills.of(MAY)
                .with(
                        3,
                        line("USD", "Tax", null, "1", "1"),
                        line("USD", "Usage", "002", "1", "1"),
                        line("USD", "Usage", "001", "1", "1"))
                .deliveredOn(JUNE_5, snapshots);

        assertThat(evidence().accounts(MAY.atDay(3)))
                .extracting(Dimensions.SubAccount::id)
                .containsExactly("001", "002");
        assertThat(evidence().accounts(MAY.atDay(4))).isEmpty();
        assertThat(evidence().ofAccount(ALL, "002").days().get(MAY.atDay(3))).hasSize(1);
    }

    @Test
    void exportsUnderOtherRulesAreNamedAndNoOthers() {
        Bills.of(MAY).usedUpTo(9).deliveredOn(JUNE_5, "new", snapshots);
        Bills.of(YearMonth.of(2026, 4)).usedUpTo(30).deliveredOn(JUNE_5, "old", snapshots);
        var both = new ChargeDays(LocalDate.of(2026, 4, 1), MAY.atEndOfMonth());

        assertThat(evidence().underOtherRules(both, "new")).containsExactly("aws of 2026-04");
        assertThat(evidence().underOtherRules(ALL, "new")).isEmpty();
        assertThat(evidence().executions(ALL)).hasSize(1);
    }

    @Test
    void ofChargesByARuleOnlyTheDaysThatWereReadAreKnown() {
        Bills.of(MAY).usedUpTo(31).deliveredOn(JUNE_5, snapshots);
        var week = new ChargeDays(MAY.atDay(4), MAY.atDay(11));

        assertThat(evidence().ledger(week, new Rule(List.of())).coverage().known())
                .isEqualTo(Map.of("aws", new TreeSet<>(week.stream().toList())));
    }

    @Test
    void theReferenceDoesNotReachIntoDaysThatAreNotSettled() {
        var month = new ChargeDays(LocalDate.of(2026, 4, 1), MAY.atDay(1));
        var early = LocalDate.of(2026, 4, 29);
        Bills.of(YearMonth.of(2026, 4)).usedUpTo(28).deliveredOn(early, snapshots);
        assertThat(Evidence.asOf(snapshots, BASIS, morning(early)).since(month).reference())
                .isEmpty();

        Bills.of(YearMonth.of(2026, 4)).usedUpTo(29).deliveredOn(MAY.atDay(1), snapshots);

        var settled = Evidence.asOf(snapshots, BASIS, morning(MAY.atDay(1)));
        assertThat(settled.settled().through()).isEqualTo(LocalDate.of(2026, 4, 28));
        assertThat(settled.since(month).reference()).hasSize(28);

        assertThat(settled.since(new ChargeDays(month.start().plusDays(1), month.end())).days())
                .containsOnlyKeys(month.start());
    }

    @Test
    void whatKnewNoDayIsNoEarlierLedger() {
        Bills.of(MAY).deliveredOn(MAY.atDay(3), snapshots);
        Bills.of(MAY).usedUpTo(9).deliveredOn(MAY.atDay(10), snapshots);
        Bills.of(MAY).usedUpTo(9).with(9, tagged("tag:a", "b")).deliveredOn(JUNE_5, snapshots);

        assertThat(evidence().earlier(ALL, morning(MAY.atDay(4)))).isEmpty();
        assertThat(evidence().earlier(ALL, morning(MAY.atDay(11))))
                .get()
                .satisfies(e -> assertThat(e.replaced()).hasSize(1))
                .satisfies(
                        e ->
                                assertThat(e.replaced().getFirst().differing().now())
                                        .containsOnlyKeys(MAY.atDay(9)));
    }

    /// Each day from the 2nd to the 20th all days before it, the same each time.
    private void deliverDaily() {
        for (int day = 2; day <= 20; day++) {
            Bills.of(MAY).usedUpTo(day - 1).deliveredOn(MAY.atDay(day), snapshots);
        }
    }

    private Settled.Lag lagAsOf(LocalDate day) {
        return requireNonNull(
                Evidence.asOf(snapshots, BASIS, morning(day)).settled().lags().get("aws"));
    }

    private Evidence evidence() {
        return Evidence.asOf(snapshots, BASIS, morning(JUNE_5));
    }

    private static CostLine tagged(String name, String value) {
        return line("USD", "Usage", "001", "7", "10", Map.of(name, value));
    }
}
