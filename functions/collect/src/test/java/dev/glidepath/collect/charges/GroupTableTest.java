package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.core.cost.Dimensions;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

class GroupTableTest {

    private static final int ACCOUNTS = 40;
    private static final int DAYS = 50;

    /// As the groups of two files are.
    @Test
    void groupsThatComeAgainAreAddedToTheFirst() {
        var table = new GroupTable();

        for (int day = 0; day < DAYS; day++) {
            for (int account = 0; account < ACCOUNTS; account++) {
                assertThat(table.gather(group(account, day))).isTrue();
            }
        }
        for (int account = 0; account < ACCOUNTS; account++) {
            for (int day = 0; day < DAYS; day++) {
                assertThat(table.gather(group(account, day))).isFalse();
            }
        }

        assertThat(table).hasSize(ACCOUNTS * DAYS).doesNotHaveDuplicates();
        assertThat(table)
                .allSatisfy(
                        g -> {
                            assertThat(g.rows()).isEqualTo(6);
                            assertThat(g.amounts().billed()).isEqualByComparingTo("0.5");
                        });
    }

    private static ChargeGroup group(int account, int day) {
        var dimensions =
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", "Amazon S3", "AmazonS3"),
                        new Dimensions.SubAccount("a" + account, null),
                        null,
                        new Dimensions.Charge("Usage", null, null, null, null, null),
                        Map.of());
        var amounts = new Amounts(new BigDecimal("0.25"), null, null, null);
        var days = ChargeDays.of(LocalDate.of(2026, 5, 1).plusDays(day));
        return new ChargeGroup(days, dimensions, amounts, null, 3);
    }
}
