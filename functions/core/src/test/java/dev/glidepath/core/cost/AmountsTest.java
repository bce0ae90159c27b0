package dev.glidepath.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;

class AmountsTest {

    private static final Amounts SOME = amounts("1.50", null, "3", null);
    private static final Amounts OTHERS = amounts("-0.5", "7", null, null);

    @Test
    void unknownAndKnownAreTheKnownAndTwoUnknownsAreUnknown() {
        assertThat(SOME.plus(OTHERS)).isEqualTo(amounts("1", "7", "3", null));
        assertThat(OTHERS.plus(SOME)).isEqualTo(SOME.plus(OTHERS));
        assertThat(new AmountSum().add(SOME).add(OTHERS).total()).isEqualTo(SOME.plus(OTHERS));
        assertThat(new AmountSum().total()).isEqualTo(Amounts.NONE);
    }

    @Test
    void whatIsTakenAwayChangesItsSignAlsoWhereTheOtherIsUnknown() {
        assertThat(SOME.minus(OTHERS)).isEqualTo(amounts("2", "-7", "3", null));
        assertThat(SOME.minus(SOME)).isEqualTo(amounts("0", null, "0", null));
    }

    @Test
    void aChangeIsMadeToWhatIsKnownOnly() {
        var doubled = amounts("1", "2", "3", "4").map(a -> a.add(a));
        assertThat(doubled).isEqualTo(amounts("2", "4", "6", "8"));
        assertThat(Amounts.NONE.map(BigDecimal::negate)).isEqualTo(Amounts.NONE);
    }

    @Test
    void eachMetricHasItsOwn() {
        var four = amounts("1", "2", "3", "4");
        assertThat(four.of(Metric.BILLED)).isEqualByComparingTo("1");
        assertThat(four.of(Metric.EFFECTIVE)).isEqualByComparingTo("2");
        assertThat(four.of(Metric.LIST)).isEqualByComparingTo("3");
        assertThat(four.of(Metric.CONTRACTED)).isEqualByComparingTo("4");
    }

    @Test
    void equalAmountsAreEqualHoweverTheyAreWritten() {
        assertThat(amounts("1.500", null, "300", null))
                .isEqualTo(amounts("1.5", null, "3E2", null));
    }

    private static Amounts amounts(
            @Nullable String billed,
            @Nullable String effective,
            @Nullable String list,
            @Nullable String contracted) {
        return new Amounts(number(billed), number(effective), number(list), number(contracted));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
