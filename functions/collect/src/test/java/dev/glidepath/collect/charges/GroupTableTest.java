package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.core.cost.Dimensions;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;

class GroupTableTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);

    @Test
    void givesBackWhatItWasGiven() {
        var table = new GroupTable();
        var groups = new ArrayList<ChargeGroup>();
        for (int i = 0; i < 500; i++) {
            var amount = new BigDecimal(i + ".000000000001");
            var large = new BigDecimal("123456789012345678901234567890." + i + "1");
            groups.add(group("a" + i % 100, i / 100, i % 3 == 0 ? large : amount));
        }
        groups.add(group("none", 0, null));

        assertThat(groups).allMatch(table::gather);
        assertThat(table).isEqualTo(groups);
    }

    @Test
    void alikeGroupsBecomeOne() {
        var table = new GroupTable();
        var one = group("a", 0, new BigDecimal("999999999999999999"));
        var two = group("a", 0, new BigDecimal("0.000000000000000001"));

        assertThat(table.gather(one)).isTrue();
        assertThat(table.gather(group("a", 1, BigDecimal.ONE))).isTrue();
        assertThat(table.gather(two)).isFalse();
        assertThat(table).containsExactly(one.plus(two), group("a", 1, BigDecimal.ONE));
        assertThat(table.gather(group("a", 0, null))).isFalse();
        assertThat(table.getFirst().amounts()).isEqualTo(one.plus(two).amounts());
    }

    private static ChargeGroup group(String account, int day, @Nullable BigDecimal amount) {
        return new ChargeGroup(
                ChargeDays.of(FIRST.plusDays(day)),
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", "S3", null),
                        new Dimensions.SubAccount(account, null),
                        null,
                        new Dimensions.Charge("Usage", null, null, null, null, null),
                        Map.of()),
                new Amounts(amount, null, amount, null),
                amount,
                1);
    }
}
