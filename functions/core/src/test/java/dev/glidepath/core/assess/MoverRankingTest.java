package dev.glidepath.core.assess;

import static dev.glidepath.core.assess.Made.WEEK;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Movers.Change;
import dev.glidepath.core.assess.Movers.Compared;
import dev.glidepath.core.assess.Movers.Mover;
import dev.glidepath.core.assess.Movers.NotComparable;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

class MoverRankingTest {

    private static final LocalDate BEFORE = WEEK.previous().monday();
    private static final LocalDate NOW = WEEK.monday();

    private final Made made = new Made();

    @Test
    void theFiveThatMovedMostAreToldAndTheRestIsOne() {
        for (int i = 1; i <= 7; i++) {
            moved("A", "S" + i, "100", Integer.toString(100 + 10 * i));
        }
        var compared = compared();
        assertThat(compared.top())
                .extracting(Mover::service)
                .containsExactly("S7", "S6", "S5", "S4", "S3");
        assertThat(compared.others().services()).isEqualTo(2);
        assertThat(compared.others().change()).isEqualTo(change("200", "230"));
        assertThat(compared.total()).isEqualTo(change("700", "980"));
    }

    @Test
    void aFallCountsAsARiseAndTiesAreInTheOrderOfNames() {
        moved("A", "B", "100", "80");
        moved("A", "A", "100", "120");
        moved("A", "C", "100", "170");
        assertThat(compared().top()).extracting(Mover::service).containsExactly("C", "A", "B");
    }

    @Test
    void whateverTheirNamesTiesAreInTheirOrder() {
        for (var service : List.of("S9", "Lambda", "S10", "EC2", "S2")) {
            moved("A", service, "100", "120");
        }
        assertThat(compared().top())
                .extracting(Mover::service)
                .containsExactly("EC2", "Lambda", "S10", "S2", "S9");
    }

    @Test
    void aThousandthOfTheWeekBeforeIsTheLeastButNeverBelowOne() {
        moved("A", "large", "9000", "9000");
        moved("A", "just", "0", "9");
        moved("A", "under", "0", "8.99");
        assertThat(compared().top()).extracting(Mover::service).containsExactly("just");
        assertThat(compared().floor()).isEqualByComparingTo("9");
        var small = new Made().charge(BEFORE, "A", "S3", "Usage", "USD", "5");
        assertThat(compared(small.charge(NOW, "A", "S3", "Usage", "USD", "6")).floor())
                .isEqualByComparingTo("1");
        assertThat(compared(small).top()).hasSize(1);
    }

    @Test
    void aServiceInSeveralCategoriesIsOneMoverThatNamesTheLargestFirst() {
        moved("A", "EC2", "100", "110");
        moved("B", "EC2", "100", "60");
        assertThat(compared().top())
                .singleElement()
                .satisfies(
                        mover -> {
                            assertThat(mover.categories()).containsExactly("B", "A");
                            assertThat(mover.change()).isEqualTo(change("200", "170"));
                        });
    }

    @Test
    void whatIsNotCountedMovesNothing() {
        made.charge(NOW, "A", "S3", "Tax", "USD", "70").charge(NOW, "A", "S3", "Usage", "EUR", "9");
        assertThat(compared().top()).isEmpty();
        assertThat(compared().others().services()).isZero();
    }

    @Test
    void aWeekThatIsNotCompleteIsNamed() {
        made.unknown.add(BEFORE);
        assertThat(movers(made)).isEqualTo(new NotComparable(WEEK.previous()));
        made.unknown.add(NOW);
        assertThat(movers(made)).isEqualTo(new NotComparable(WEEK));
    }

    private void moved(String category, String service, String before, String now) {
        made.charge(BEFORE, category, service, "Usage", "USD", before)
                .charge(NOW, category, service, "Usage", "USD", now);
    }

    private Compared compared() {
        return compared(made);
    }

    private static Compared compared(Made of) {
        return (Compared) movers(of);
    }

    private static Movers movers(Made of) {
        return MoverRanking.of(of.ledger(), Made.plan().basis(), WEEK);
    }

    private static Change change(String before, String after) {
        return new Change(new BigDecimal(before), new BigDecimal(after));
    }
}
