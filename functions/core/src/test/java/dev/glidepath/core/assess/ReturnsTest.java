package dev.glidepath.core.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Return.Begun;
import dev.glidepath.core.assess.Return.NotBegun;
import dev.glidepath.core.assess.Return.Payback;
import dev.glidepath.core.plan.Initiative;
import dev.glidepath.core.savings.Saving;
import dev.glidepath.core.savings.Saving.State;
import dev.glidepath.core.savings.Savings;
import dev.glidepath.core.savings.Sums;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class ReturnsTest {

    private static final LocalDate START = LocalDate.of(2026, 2, 1);
    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 31);

    @Test
    void whatOneMovedAloneIsAllItsOwnAndPaysBackAtThePaceOfFourWeeks() {
        var begun = begun(of(List.of(initiative("Alone", "120", "A", START, "100")), savings()));

        assertThat(begun.verified()).contains(new BigDecimal("60"));
        assertThat(begun.roi()).contains(new BigDecimal("0.6"));
        assertThat(begun.payback()).isEqualTo(new Payback.On(AS_OF.plusDays(56)));
        assertThat(begun.expected()).isBetween(new BigDecimal("59"), new BigDecimal("60"));
    }

    @Test
    void whatSeveralMovedIsSharedByTheirPlannedSavingsAndCountedOnce() {
        var returns =
                of(
                        List.of(
                                initiative("Large", "300", "A", START, "100"),
                                initiative("Small", "100", "A", START, "100"),
                                initiative("Late", "900", "A", AS_OF.minusDays(3), "100"),
                                initiative("Elsewhere", "900", "B", START, "100")),
                        savings());

        assertThat(returns.stream().map(r -> ((Begun) r).verified().orElseThrow()))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal("45"),
                        new BigDecimal("15"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO);
    }

    @Test
    void nothingIsOwedToWhatPlansToSaveNothing() {
        var returns = of(List.of(initiative("Duty", "0", "A", START, "100")), savings());

        assertThat(begun(returns).verified().orElseThrow()).isZero();
        assertThat(begun(returns).payback()).isEqualTo(new Payback.None());
    }

    @Test
    void whatBeganBeforeItIsNotItsOwn() {
        var begun = of(List.of(initiative("Later", "1", "A", START.plusDays(30), "9")), savings());

        assertThat(begun(begun).verified().orElseThrow()).isZero();
        assertThat(begun(begun).payback()).isEqualTo(new Payback.None());
    }

    @Test
    void oneThatHasNotBegunHasNoFigures() {
        assertThat(of(List.of(initiative("Waiting", "120", "A", null, "9")), savings()))
                .allMatch(NotBegun.class::isInstance);
        assertThat(of(List.of(initiative("Soon", "1", "A", AS_OF.plusDays(1), "9")), savings()))
                .allMatch(NotBegun.class::isInstance);
    }

    @Test
    void withoutAReferenceOrAnInvestmentTheReturnIsNotKnown() {
        var unknown =
                begun(
                        of(
                                List.of(initiative("Early", "120", "A", START, "100")),
                                new Savings.TooShort(START, 3)));
        assertThat(unknown.verified()).isEmpty();
        assertThat(unknown.roi()).isEmpty();
        var free = begun(of(List.of(initiative("Free", "120", "A", START, "")), savings()));
        assertThat(free.invested()).isEmpty();
        assertThat(free.roi()).isEmpty();
    }

    @Test
    void onlyWhatWasInvestedByNowCounts() {
        var two = new TreeMap<>(Map.of(START, BigDecimal.ONE, AS_OF.plusDays(1), BigDecimal.TEN));
        var begun = begun(of(List.of(initiative("Paid", "120", "A", START, two)), savings()));

        assertThat(begun.invested()).contains(BigDecimal.ONE);
        assertThat(begun.payback()).isEqualTo(new Payback.Done());
    }

    @Test
    void aScopeShowsThoseThatMoveNothingElse() {
        var both =
                new Initiative(
                        "Both",
                        figures("9"),
                        12,
                        "High",
                        List.of("A", "B"),
                        new Initiative.Course(Optional.of(START), new TreeMap<>()));
        var all = List.of(both, initiative("Own", "9", "A", START, "1"));

        assertThat(new Returns(all, savings(), AS_OF).of(List.of("A")))
                .extracting(r -> r.initiative().name())
                .containsExactly("Own");
    }

    private static List<Return> of(List<Initiative> all, Savings savings) {
        return new Returns(all, savings, AS_OF).of(List.of());
    }

    private static Begun begun(List<Return> returns) {
        return (Begun) returns.getFirst();
    }

    /// In A, 60 in all and 20 in the last 28 days; what is not confirmed does not count.
    private static Savings savings() {
        var source = new Saving.Source("A", "AWS", "EC2", true);
        var amount =
                new Sums(
                        new BigDecimal("60"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(20));
        var parts = new Saving.Parts(amount, Sums.NONE, Sums.NONE, Optional.empty());
        var found =
                List.of(State.CONFIRMED, State.SEEN, State.REVERSED).stream()
                        .map(
                                s ->
                                        new Saving(
                                                source,
                                                s,
                                                START.plusDays(9),
                                                Optional.empty(),
                                                amount,
                                                parts))
                        .toList();
        var line = new Savings.Line("A", Sums.NONE, Sums.NONE, found, Sums.NONE, BigDecimal.ZERO);
        var reference = new Savings.Reference(START.minusDays(28), START.minusDays(1), true);
        return new Savings.Known(reference, List.of(line));
    }

    private static Initiative initiative(
            String name,
            String saving,
            String moves,
            @Nullable LocalDate started,
            String invested) {
        var spent = new TreeMap<LocalDate, BigDecimal>();
        if (!invested.isEmpty()) {
            spent.put(START, new BigDecimal(invested));
        }
        return initiative(name, saving, moves, started, spent);
    }

    private static Initiative initiative(
            String name,
            String saving,
            String moves,
            @Nullable LocalDate started,
            TreeMap<LocalDate, BigDecimal> invested) {
        return new Initiative(
                name,
                figures(saving),
                12,
                "High",
                List.of(moves),
                new Initiative.Course(Optional.ofNullable(started), invested));
    }

    private static Initiative.Figures figures(String saving) {
        return new Initiative.Figures(BigDecimal.TEN, new BigDecimal(saving), BigDecimal.ONE);
    }
}
