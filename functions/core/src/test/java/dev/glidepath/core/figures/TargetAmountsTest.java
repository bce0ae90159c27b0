package dev.glidepath.core.figures;

import static dev.glidepath.core.figures.Assessed.DOLLARS;
import static dev.glidepath.core.figures.Assessed.line;
import static dev.glidepath.core.figures.Assessed.measured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Assessment.Targets;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.assess.Standing.Status;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

class TargetAmountsTest {

    private static final Line A = line("A", measured(Status.BEHIND, "10.4", "8.6"));
    private static final Line B = line("B", measured(Status.AHEAD, "10.4", "20.6"));
    private static final Line REST =
            line("Unallocated", new Standing.NoTarget(new BigDecimal("10.4")));
    private static final Line TOTAL = line("Total", measured(Status.BEHIND, "31.2", "29.2"));

    @Test
    void columnsAddUpToTheirTotal() {
        var amounts =
                TargetAmounts.ofLines(targets(List.of(A, B, REST), List.of(A, B, REST)), DOLLARS);
        assertThat(amounts)
                .extracting(a -> a.runRate().orElseThrow().intValueExact())
                .containsExactlyInAnyOrder(11, 10, 10, 31)
                .endsWith(31);
        assertThat(amounts)
                .extracting(a -> a.allowed().orElseThrow().intValueExact())
                .endsWith(0, 29);
        assertThat(amounts.getLast().gap()).contains(BigDecimal.TWO);
        assertThat(amounts.get(2).gap()).isEqualTo(amounts.get(2).runRate());
    }

    @Test
    void aLineHasTheSameAmountsWhereverItStandsAndTheOthersAreTheRest() {
        var others = line("Others", new Standing.NoTarget(new BigDecimal("20.8")));
        var targets = targets(List.of(A, B, REST), List.of(A, others));
        var all = TargetAmounts.ofLines(targets, DOLLARS);
        var shown = TargetAmounts.ofShown(targets, DOLLARS);
        assertThat(shown).hasSize(3).startsWith(all.getFirst()).endsWith(all.getLast());
        assertThat(shown.get(1).runRate().orElseThrow())
                .isEqualByComparingTo(
                        all.get(1).runRate().orElseThrow().add(all.get(2).runRate().orElseThrow()));
    }

    @Test
    void aRunRateThatIsNotKnownLeavesTheColumnEmptyAndKeepsWhatIsAllowed() {
        var part = line("B", new Standing.NotEnoughData(20, Optional.of(new BigDecimal("20.6"))));
        var unknown = line("Unallocated", new Standing.NotEnoughData(20, Optional.empty()));
        var amounts =
                TargetAmounts.ofLines(
                        targets(List.of(A, part, unknown), List.of(A, part, unknown)), DOLLARS);
        assertThat(amounts).hasSize(4).allMatch(a -> a.runRate().isEmpty() && a.gap().isEmpty());
        assertThat(amounts)
                .extracting(a -> a.allowed().orElseThrow().intValueExact())
                .endsWith(0, 29);
    }

    private static Targets targets(List<Line> lines, List<Line> shown) {
        return new Targets(lines, shown, TOTAL, Optional.empty());
    }
}
