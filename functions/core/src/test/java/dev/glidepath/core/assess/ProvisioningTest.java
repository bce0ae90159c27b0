package dev.glidepath.core.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.Rule;
import dev.glidepath.core.plan.Rule.Attribute;
import dev.glidepath.core.plan.Scope;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Settled through Sunday 2026-05-10; AWS estimates two days more.
class ProvisioningTest {

    private static final LocalDate SUNDAY = Made.WEEK.sunday();
    private static final Category COMPUTE =
            category("Compute", Attribute.SERVICE, "Amazon Elastic Compute Cloud");
    private static final Category SANDBOX = category("Sandbox", Attribute.ACCOUNT, "222233334444");

    private final Made made = new Made();
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> now = new TreeMap<>();

    ProvisioningTest() {
        for (var day = made.known; !day.isAfter(SUNDAY); day = day.plusDays(1)) {
            made.days.computeIfAbsent(day, _ -> new ArrayList<>()).add(compute("100"));
        }
    }

    @Test
    void putsDaysIntoCategoriesByTheNamesThatTheBillHas() {
        grows("111122223333/AmazonEC2", "90", 12);
        grows("222233334444/AmazonEC2", "3", 12);
        grows("111122223333/AmazonNew", "7.5", 12);

        var provisional = provisional(Set.of()).orElseThrow();

        assertThat(provisional.from()).isEqualTo(SUNDAY.plusDays(1));
        assertThat(provisional.through()).isEqualTo(SUNDAY.plusDays(2));
        assertThat(lines(provisional))
                .containsExactly("Sandbox 6", "Compute 180", "Unallocated 15");
        assertThat(provisional.month().settled()).isEqualByComparingTo("1000");
        assertThat(provisional.month().estimated()).isEqualByComparingTo("201");
    }

    @Test
    void whatTheWholeHasMoreThanItsServicesIsUnallocated() {
        grows("111122223333/AmazonEC2", "90", 12);
        grows("/", "91", 12);

        assertThat(lines(provisional(Set.of()).orElseThrow()))
                .containsExactly("Compute 180", "Unallocated 2");
    }

    /// A number that is late is not a cost of nothing.
    @Test
    void endsWithTheLastDayOfWhichEverySeriesIsThere() {
        grows("111122223333/AmazonEC2", "90", 12);
        grows("222233334444/AmazonEC2", "3", 11);

        var provisional = provisional(Set.of()).orElseThrow();

        assertThat(provisional.through()).isEqualTo(SUNDAY.plusDays(1));
        assertThat(lines(provisional)).containsExactly("Sandbox 3", "Compute 90");
    }

    @Test
    void aSeriesThatHasEndedIsNotWaitedFor() {
        grows("111122223333/AmazonEC2", "90", 12);
        grows("222233334444/AmazonEC2", "3", 8);

        var provisional = provisional(Set.of()).orElseThrow();

        assertThat(provisional.through()).isEqualTo(SUNDAY.plusDays(2));
        assertThat(lines(provisional)).containsExactly("Compute 180");
    }

    @Test
    void aServiceThatIsNewHasCostSinceItIsTold() {
        grows("/", "90", 12);
        grows("222233334444/AmazonEC2", "3", 12);
        now.get("222233334444/AmazonEC2").headMap(SUNDAY, true).clear();

        assertThat(lines(provisional(Set.of()).orElseThrow()))
                .containsExactly("Sandbox 36", "Unallocated 144");
    }

    @Test
    void codesThatNoBillHasNamedStandForThemselves() {
        grows("111122223333/AmazonEC2", "90", 12);
        grows("111122223333/AmazonNew", "7.5", 12);
        grows("/", "100", 12);

        grows("111122223333/AmazonOld", "1", 8);

        assertThat(provisional(Set.of()).orElseThrow().unnamed()).containsExactly("AmazonNew");
        assertThat(provisional(Set.of("Compute")).orElseThrow().unnamed()).isEmpty();
    }

    @Test
    void theMonthOfAScopeIsWhatItsOwnCountedChargesCost() {
        grows("111122223333/AmazonEC2", "90", 12);
        made.charge(SUNDAY, "Sandbox", "S3", "Usage", "USD", "50")
                .charge(SUNDAY, "Compute", "S3", "Tax", "USD", "70");

        var compute = provisional(Set.of("Compute")).orElseThrow();

        assertThat(compute.month().settled()).isEqualByComparingTo("1000");
        assertThat(compute.total()).isEqualByComparingTo("180");
        assertThat(provisional(Set.of()).orElseThrow().month().settled())
                .isEqualByComparingTo("1050");
    }

    @Test
    void everyDayIsThereAndTheyAddUp() {
        grows("111122223333/AmazonEC2", "90", 12);
        now.get("111122223333/AmazonEC2").put(SUNDAY.plusDays(2), new BigDecimal("1100"));

        var compute = provisional(Set.of()).orElseThrow().lines().getFirst();

        assertThat(compute.days().values().stream().map(BigDecimal::stripTrailingZeros))
                .containsExactly(new BigDecimal("9E+1"), new BigDecimal("1.1E+2"));
        assertThat(compute.amount()).isEqualByComparingTo("200");
    }

    @Test
    void anAccountSeesItsOwnAndNothingThatBelongsToNone() {
        grows("111122223333/AmazonEC2", "90", 12);
        grows("222233334444/AmazonEC2", "3", 12);
        grows("/", "100", 12);

        var part =
                Provisioning.of(
                        Made.plan(SANDBOX, COMPUTE),
                        made.ledger().with(new Estimates(now, now, new TreeMap<>())),
                        new Provisioning.Part(
                                List.of(),
                                Optional.of(d -> "222233334444".equals(d.subAccount().id()))));

        assertThat(lines(part.orElseThrow())).containsExactly("Sandbox 6");
        assertThat(part.orElseThrow().month().settled()).isZero();
    }

    @Test
    void isInNoRunRateAndInNoVerdict() {
        grows("111122223333/AmazonEC2", "9000", 12);
        var plan = Made.plan(SANDBOX, COMPUTE);
        var with = made.ledger().with(new Estimates(now, now, new TreeMap<>()));

        var assessed = Assess.week(plan, Made.WEEK, List.of(), with).assessment();

        assertThat(assessed.targets())
                .isEqualTo(
                        Assess.week(plan, Made.WEEK, List.of(), made.ledger())
                                .assessment()
                                .targets());
        assertThat(assessed.provisional()).isPresent();
    }

    @Test
    void theExportTakesItsPlace() {
        grows("111122223333/AmazonEC2", "90", 10);

        assertThat(provisional(Set.of())).isEmpty();
    }

    @Test
    void saysHowFarEstimatesWereOff() {
        grows("/", "90", 12);
        now.get("/").put(SUNDAY, new BigDecimal("840"));

        var track = provisional(Set.of()).orElseThrow().track().orElseThrow();

        assertThat(track.days()).isEqualTo(10);
        assertThat(track.median()).isEqualByComparingTo("0.1");
        assertThat(track.worst()).isEqualByComparingTo("0.7");
        assertThat(track.worstDay()).isEqualTo(SUNDAY);
    }

    @Test
    void theMedianIsOfWhatAwsBillsAndOfDaysWithABill() {
        grows("/", "90", 12);
        now.get("/").put(LocalDate.of(2026, 5, 6), new BigDecimal("590"));
        made.days.put(LocalDate.of(2026, 5, 2), List.of());
        made.charge(SUNDAY, "Compute", "of no product", "Usage", "USD", "500");

        var track = provisional(Set.of()).orElseThrow().track().orElseThrow();

        assertThat(track.days()).isEqualTo(9);
        assertThat(track.median()).isEqualByComparingTo("0.1");
        assertThat(track.worst()).isEqualByComparingTo("0.6");
        assertThat(track.worstDay()).isEqualTo(LocalDate.of(2026, 5, 7));
    }

    @Test
    void aScopeSeesItsOwnCategories() {
        grows("111122223333/AmazonEC2", "90", 12);

        var provisional = provisional(Set.of("Compute")).orElseThrow();

        assertThat(lines(provisional)).containsExactly("Compute 180");
        assertThat(provisional.track()).isEmpty();
    }

    /// The names of services are learned from all bills: what a scope does not see must not fall
    /// into it.
    @Test
    void aScopeIsNotGivenWhatOthersNamed() {
        grows("111122223333/AmazonEC2", "90", 12);
        var rest = category("Rest", Attribute.PROVIDER, "AWS");
        var ledger = made.ledger().with(new Estimates(now, now, new TreeMap<>()));

        var scoped = Assess.week(Made.plan(COMPUTE, rest), Made.WEEK, List.of("Rest"), ledger);

        assertThat(scoped.assessment().provisional()).isEmpty();
    }

    private Optional<Provisional> provisional(Set<String> categories) {
        return Provisioning.of(
                Made.plan(SANDBOX, COMPUTE),
                made.ledger().with(new Estimates(now, now, new TreeMap<>())),
                Scope.of(List.copyOf(categories)));
    }

    /// From the first of May on.
    private void grows(String series, String perDay, int days) {
        var amounts = new TreeMap<LocalDate, BigDecimal>();
        for (int i = 1; i <= days; i++) {
            amounts.put(
                    LocalDate.of(2026, 5, i),
                    new BigDecimal(perDay).multiply(BigDecimal.valueOf(i)));
        }
        now.put(series, amounts);
    }

    private static List<String> lines(Provisional provisional) {
        return provisional.lines().stream()
                .map(l -> l.category() + " " + l.amount().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static Category category(String name, Attribute attribute, String value) {
        var rule = new Rule(List.of(new Rule.Condition(attribute, List.of(value))));
        return new Category(name, "owner", Made.path("5000", "4000"), List.of(rule));
    }

    private static CostLine compute(String amount) {
        var cost = new BigDecimal(amount);
        return new CostLine(
                "Compute",
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", "Amazon Elastic Compute Cloud", "AmazonEC2"),
                        new Dimensions.SubAccount("111122223333", null),
                        null,
                        new Dimensions.Charge("Usage", null, null, null, null, null),
                        Map.of()),
                new Amounts(cost, cost, null, null),
                null,
                1);
    }
}
