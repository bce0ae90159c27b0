package dev.glidepath.core.savings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.savings.Item.Tally;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;

class TellingTest {

    @Test
    void priceAndQuantityAreToldApartAndTheLargestIsNamed() {
        // 10 at 3 become 8 at 2: two less at the old price, and one less for each of the eight.
        var told =
                Telling.of(
                        List.of(
                                item("big", "30", "10", "16", "8"),
                                item("small", "5", "5", "4", "4")));
        assertThat(told.usage()).isEqualByComparingTo("7");
        assertThat(told.rate()).isEqualByComparingTo("8");
        assertThat(told.untold()).isZero();
        assertThat(told.all()).isEqualByComparingTo("15");
        assertThat(told.largest()).contains("big");
    }

    @Test
    void nothingSavedHasNoLargest() {
        assertThat(Telling.of(List.of(item("same", "10", "10", "10", "10"))).largest()).isEmpty();
        assertThat(Telling.of(List.of(item("dearer", "10", "10", "20", "10"))).largest()).isEmpty();
    }

    @Test
    void whatHasNoQuantityIsUntoldAndNeverLessThanNothing() {
        assertThat(
                        Telling.of(List.of(uncounted("a", "30", "10"), uncounted("b", "5", "6")))
                                .untold())
                .isEqualByComparingTo("19");
        assertThat(Telling.of(List.of(uncounted("a", "10", "30"))).untold()).isZero();
        assertThat(Telling.of(List.of(uncounted("a", "30", "10"))).rate()).isZero();
    }

    /// A quantity that is nothing has no price, whatever it cost.
    @Test
    void anAmountForNothingIsUntold() {
        var told = Telling.of(List.of(item("x", "30", "0", "10", "5")));
        assertThat(told.untold()).isEqualByComparingTo("20");
        assertThat(told.rate().add(told.usage())).isZero();
        var given = Telling.of(List.of(item("x", "30", "-1", "10", "5")));
        assertThat(given.untold()).isEqualByComparingTo("20");
    }

    @Test
    void moreAtAClearlyLowerPriceIsAvoided() {
        assertThat(Telling.of(List.of(item("x", "10", "10", "18", "20"))).avoided())
                .isEqualByComparingTo("1");
        // 5 % less is chance; a little more than that is not.
        assertThat(Telling.of(List.of(item("x", "100", "100", "190", "200"))).avoided()).isZero();
        assertThat(Telling.of(List.of(item("x", "100", "100", "189", "200"))).avoided())
                .isEqualByComparingTo("5.5");
        assertThat(Telling.of(List.of(item("new", "0", "0", "10", "10"))).avoided()).isZero();
    }

    @Test
    void itemsOfAnotherUnitOrRegionDoNotStandInForEachOther() {
        var less = item("a", "10", "10", "0", "0");
        var more = item("b", "0", "0", "5", "10");
        var together = Telling.of(List.of(less, more));
        assertThat(together.rate()).isEqualByComparingTo("5");
        assertThat(together.usage()).isZero();
        var elsewhere =
                new Item(
                        new Item.Key("001", "us-east-1", "b", "Hrs", false),
                        more.before(),
                        more.now());
        var apart = Telling.of(List.of(less, elsewhere));
        assertThat(apart.rate()).isZero();
        assertThat(apart.usage()).isEqualByComparingTo("10");
    }

    private static Item item(
            String name, String before, String beforeQuantity, String now, String nowQuantity) {
        return new Item(
                key(name),
                new Tally(new BigDecimal(before), new BigDecimal(beforeQuantity), false),
                new Tally(new BigDecimal(now), new BigDecimal(nowQuantity), false));
    }

    private static Item uncounted(String name, String before, String now) {
        return new Item(
                key(name),
                new Tally(new BigDecimal(before), BigDecimal.ZERO, true),
                new Tally(new BigDecimal(now), BigDecimal.ZERO, true));
    }

    private static Item.Key key(@Nullable String name) {
        return new Item.Key("001", "eu-central-1", name, "Hrs", false);
    }
}
