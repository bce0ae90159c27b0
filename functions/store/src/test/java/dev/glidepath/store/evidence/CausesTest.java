package dev.glidepath.store.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

class CausesTest {

    @Test
    void accountsRegionsItemsAndTagsAreAddedUp() {
        var lines = List.of(line("001", "BoxUsage", "2"), line("002", "NatGateway-Bytes", "3.5"));
        assertThat(Causes.of(lines))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.amounts().effective()).isEqualByComparingTo("5.5");
                            assertThat(line.rows()).isEqualTo(2);
                            assertThat(line.category()).isEqualTo("Infrastructure");
                            assertThat(line.dimensions().service().name()).isEqualTo("Amazon EC2");
                        });
    }

    /// Each tells another cause.
    @Test
    void aRefundAndAnUnknownAmountAreNotAddedToACharge() {
        var lines =
                List.of(
                        line("001", "BoxUsage", "2"),
                        line("001", "BoxUsage", "-2"),
                        line("001", "BoxUsage", "0"),
                        line("001", "BoxUsage", null));
        assertThat(Causes.of(lines)).hasSameSizeAs(lines);
    }

    private static CostLine line(String account, String item, @Nullable String effective) {
        var dimensions =
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", "Amazon EC2", "AmazonEC2"),
                        new Dimensions.SubAccount(account, null),
                        "region of " + account,
                        new Dimensions.Charge("Usage", null, item, null, null, null, "Hrs"),
                        Map.of("tag:team", account));
        var amounts =
                new Amounts(
                        BigDecimal.ONE,
                        effective == null ? null : new BigDecimal(effective),
                        null,
                        null);
        return new CostLine("Infrastructure", dimensions, amounts, BigDecimal.TEN, 1);
    }
}
