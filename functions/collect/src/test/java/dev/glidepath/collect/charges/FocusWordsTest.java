package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Metric;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// Each column of a FOCUS file is read as what it is, in all versions.
class FocusWordsTest extends OneRow {

    @Override
    Map<String, String> beginning() {
        var row = new LinkedHashMap<String, String>();
        row.put("BilledCost", "1");
        row.put("EffectiveCost", "2");
        row.put("BillingCurrency", "USD");
        row.put("ChargePeriodStart", "2026-05-03T00:00:00Z");
        row.put("ChargePeriodEnd", "2026-05-04T00:00:00Z");
        row.put("ChargeCategory", "Usage");
        return row;
    }

    @Test
    void eachCostIsItsOwnColumn() {
        put("ListCost", "3");
        put("ContractedCost", "");

        var totals = Bill.totals(charges());
        assertThat(totals.amounts())
                .isEqualTo(
                        new Amounts(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(3), null));
        assertThat(totals.absent())
                .isEqualTo(
                        Map.of(
                                Metric.BILLED, 0L,
                                Metric.EFFECTIVE, 0L,
                                Metric.LIST, 0L,
                                Metric.CONTRACTED, 1L));

        put("ListCost", "");
        put("ContractedCost", "4");
        assertThat(read().amounts())
                .isEqualTo(
                        new Amounts(BigDecimal.ONE, BigDecimal.TWO, null, BigDecimal.valueOf(4)));
    }

    @Test
    void eachDimensionIsItsOwnColumn() {
        put("ServiceName", "service");
        put("x_ServiceCode", "code");
        put("SubAccountId", "000");
        put("SubAccountName", "account");
        put("RegionId", "region");
        put("ChargeClass", "Correction");
        put("SkuId", "sku");
        put("PricingCategory", "Committed");
        put("CommitmentDiscountId", "commitment");
        put("CommitmentDiscountStatus", "Used");
        put("PricingUnit", "Hours");
        put("ProviderName", "provider");

        assertThat(read().dimensions())
                .isEqualTo(
                        new Dimensions(
                                "USD",
                                new Dimensions.Service("provider", "service", "code"),
                                new Dimensions.SubAccount("000", "account"),
                                "region",
                                new Dimensions.Charge(
                                        "Usage",
                                        "Correction",
                                        "sku",
                                        "Committed",
                                        "commitment",
                                        "Used",
                                        "Hours"),
                                Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "ServiceProviderName ProviderName HostProviderName, a b c, a",
        "ProviderName HostProviderName, b c, b",
        "HostProviderName, c, c"
    })
    void whoSellsIsTheProviderAndNotWhoHosts(String columns, String values, String provider) {
        var names = columns.split(" ");
        for (int i = 0; i < names.length; i++) {
            put(names[i], values.split(" ")[i]);
        }

        assertThat(read().dimensions().service().provider()).isEqualTo(provider);
    }

    @Test
    void aChargeThatSaysNoCategoryIsOfNone() {
        put("ChargeCategory", "");

        assertThat(read().dimensions().charge().category()).isEqualTo("Unknown");
    }

    @Test
    void costCategoriesAreNoTags() {
        put("Tags", "{\"product\": \"tag\"}");
        put("x_CostCategories", "{\"product\": \"category\"}");

        assertThat(read("tag:product", "cost_category:product").dimensions().labels())
                .isEqualTo(Map.of("tag:product", "tag", "cost_category:product", "category"));
    }

    @ParameterizedTest
    @CsvSource({
        "ProviderName, FOCUS 1.0",
        "CommitmentDiscountQuantity, FOCUS 1.1",
        "CapacityReservationId, FOCUS 1.1",
        "SkuMeter, FOCUS 1.1",
        "InvoiceId, FOCUS 1.2",
        "SubAccountType, FOCUS 1.2",
        "PublisherName ServiceProviderName, FOCUS 1.3",
        "ProviderName HostProviderName, FOCUS 1.3",
        "ServiceProviderName, FOCUS 1.4",
        "ProviderName InvoiceDetailId, FOCUS 1.4"
    })
    void aVersionIsToldByItsColumns(String columns, String format) {
        for (var column : columns.split(" ")) {
            put(column, "");
        }

        assertThat(charges().format()).isEqualTo(format);
    }
}
