package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.Dimensions;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// What each column of a CUR is in FOCUS's words.
class CurWordsTest extends OneRow {

    @Override
    Map<String, String> beginning() {
        var row = new LinkedHashMap<String, String>();
        row.put("line_item_line_item_type", "Usage");
        row.put("line_item_unblended_cost", "10");
        row.put("line_item_currency_code", "USD");
        row.put("line_item_usage_start_date", "2026-05-03T00:00:00Z");
        row.put("line_item_usage_end_date", "2026-05-04T00:00:00Z");
        for (var needed :
                new String[] {
                    "savings_plan_savings_plan_effective_cost",
                    "savings_plan_total_commitment_to_date",
                    "savings_plan_used_commitment",
                    "reservation_effective_cost",
                    "reservation_unused_amortized_upfront_fee_for_billing_period",
                    "reservation_unused_recurring_fee"
                }) {
            row.put(needed, "");
        }
        return row;
    }

    @ParameterizedTest
    @CsvSource({
        "Usage, Usage,",
        "DiscountedUsage, Usage, Used",
        "SavingsPlanCoveredUsage, Usage, Used",
        "SavingsPlanNegation, Usage,",
        "EdpDiscount, Usage,",
        "PrivateRateDiscount, Usage,",
        "Fee, Purchase,",
        "RIFee, Purchase, Unused",
        "SavingsPlanUpfrontFee, Purchase,",
        "SavingsPlanRecurringFee, Purchase, Unused",
        "FlatRateSubscription, Purchase,",
        "Tax, Tax,",
        "Credit, Credit,",
        "Refund, Adjustment,"
    })
    void aLineItemTypeIsACategoryAndAStatus(String type, String category, String status) {
        put("line_item_line_item_type", type);

        assertThat(charge().category()).isEqualTo(category);
        assertThat(charge().commitmentStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Usage, '', '', BoxUsage, Standard,",
        "Usage, '', '', SpotUsage:m5.large, Dynamic,",
        "Usage, '', '', EUC1-SpotUsage:m5.large, Dynamic,",
        "Fee, '', '', '', Other,",
        "Usage, arn:sp, '', SpotUsage, Committed, arn:sp",
        "DiscountedUsage, '', arn:ri, BoxUsage, Committed, arn:ri",
        "Tax, arn:sp, '', '', , arn:sp"
    })
    void aPriceIsCommittedOrNot(
            String type,
            String savingsPlan,
            String reservation,
            String usageType,
            String pricing,
            String commitment) {
        put("line_item_line_item_type", type);
        put("savings_plan_savings_plan_a_r_n", savingsPlan);
        put("reservation_reservation_a_r_n", reservation);
        put("line_item_usage_type", usageType);

        assertThat(charge().pricing()).isEqualTo(pricing);
        assertThat(charge().commitmentId()).isEqualTo(commitment);
    }

    @ParameterizedTest
    @CsvSource({"AWS, AWS", "AISPL, AWS", "'', AWS", "AWS Marketplace, AWS Marketplace"})
    void whoBillsIsTheProvider(String entity, String provider) {
        put("bill_billing_entity", entity);

        assertThat(dimensions().service().provider()).isEqualTo(provider);
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, eu-west-2, eu-west-3, eu-central-1b, eu-west-1",
        "'', eu-west-2, eu-west-3, eu-central-1b, eu-west-2",
        "'', '', eu-west-3, eu-central-1b, eu-west-3",
        "'', '', '', eu-central-1b, eu-central-1",
        "'', '', '', us-gov-west-1a, us-gov-west-1",
        "'', '', '', eu-central-1, ",
        "'', '', '', NULL, "
    })
    void theRegionIsWhereTheFirstColumnSaysIt(
            String code, String region, String product, String zone, String expected) {
        put("product_region_code", code);
        put("product_region", region);
        put("product", "{\"region\": \"" + product + "\"}");
        put("line_item_availability_zone", zone);

        assertThat(dimensions().region()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Amazon One, product_name, Amazon Two, Amazon One",
        "'', product_name, Amazon Two, Amazon Two",
        "'', ProductName, Amazon Two, Amazon Two",
        "'', other, Amazon Two, AmazonCode"
    })
    void aServiceIsCalledAsTheFirstColumnSays(
            String name, String key, String inProduct, String expected) {
        put("product_product_name", name);
        put("product", "{\"" + key + "\": \"" + inProduct + "\"}");
        put("line_item_product_code", "AmazonCode");

        assertThat(dimensions().service().name()).isEqualTo(expected);
        assertThat(dimensions().service().code()).isEqualTo("AmazonCode");
    }

    @ParameterizedTest
    @CsvSource({
        "Usage, RunInstances, 7, 9",
        "DiscountedUsage, RunInstances, 7, 9",
        "SavingsPlanCoveredUsage, RunInstances, 7, 9",
        "SavingsPlanNegation, RunInstances, ,",
        "Fee, RunInstances, , 9",
        "Usage, EKSPod-EC2, ,",
        "Usage, ECSTask-EC2, ,"
    })
    void onlyUsageIsCountedAndCopiesAreNot(
            String type, String operation, String quantity, String list) {
        put("line_item_line_item_type", type);
        put("line_item_operation", operation);
        put("line_item_usage_amount", "7");
        put("pricing_public_on_demand_cost", "9");
        put("pricing_unit", "Hrs");

        var group = read();
        assertThat(group.quantity()).isEqualTo(number(quantity));
        assertThat(group.amounts().list()).isEqualTo(number(list));
        assertThat(group.dimensions().charge().unit()).isEqualTo("Hrs");
    }

    @ParameterizedTest
    @CsvSource({
        "SavingsPlanCoveredUsage, savings_plan_savings_plan_effective_cost, savings_plan_net_savings_plan_effective_cost",
        "DiscountedUsage, reservation_effective_cost, reservation_net_effective_cost",
        "RIFee, reservation_unused_amortized_upfront_fee_for_billing_period, reservation_net_unused_amortized_upfront_fee_for_billing_period",
        "RIFee, reservation_unused_recurring_fee, reservation_net_unused_recurring_fee"
    })
    void theNetCostOfACommitmentCounts(String type, String gross, String net) {
        put("line_item_line_item_type", type);
        put(gross, "5");
        assertThat(read().amounts().effective()).isEqualTo("5");
        put(net, "");
        assertThat(read().amounts().effective()).isEqualTo("5");
        put(net, "4");
        assertThat(read().amounts().effective()).isEqualTo("4");
    }

    @Test
    void tagsMayLieInTheMapOfEither() {
        put("tags", "{\"team\": \"a\", \"app\": \"glidepath\"}");
        assertThat(read("tag:team").dimensions().labels())
                .containsOnly(Map.entry("tag:team", "a"), Map.entry(Dimensions.OWN, "glidepath"));
        put("resource_tags", "{\"user_team\": \"b\", \"resourceTag/unit\": \"c\"}");
        put("cost_category", "{\"product\": \"d\", \"unit\": \"e\"}");
        assertThat(read("tag:team", "tag:unit", "cost_category:product").dimensions().labels())
                .containsEntry("tag:team", "b")
                .containsEntry("tag:unit", "c")
                .containsEntry("cost_category:product", "d");
    }

    @Test
    void aTagOfAwsItselfMayHaveAColumn() {
        put("resourceTags/aws:createdBy", "me");
        assertThat(read("tag:aws:createdBy").dimensions().labels())
                .isEqualTo(Map.of("tag:aws:createdBy", "me"));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private Dimensions dimensions() {
        return read().dimensions();
    }

    private Dimensions.Charge charge() {
        return dimensions().charge();
    }
}
