package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

class DecimalsTest {

    @Test
    void numbersOfAnySizeAreKeptExactly() {
        var all = new ArrayList<>(List.of(BigDecimal.ZERO, new BigDecimal("-1E+40")));
        for (int digits : new int[] {17, 18, 19, 20, 60}) {
            for (int scale : new int[] {0, 12, 127, 128, 200, 254, 255}) {
                all.add(new BigDecimal("-" + "9".repeat(digits)).movePointLeft(scale));
            }
        }
        var decimals = new Decimals();
        for (int i = 0; i < all.size(); i++) {
            decimals.set(i, all.get(i));
        }
        decimals.set(all.size(), null);

        for (int i = 0; i < all.size(); i++) {
            assertThat(decimals.get(i)).isEqualByComparingTo(all.get(i));
        }
        assertThat(decimals.get(all.size())).isNull();
    }
}
