package dev.glidepath.parity;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// What both engines are given to read.
final class Rows {

    static final String FOCUS =
            "BilledCost,EffectiveCost,ListCost,PricingQuantity,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ServiceName,Tags,RegionId\n";

    private Rows() {}

    static String row(String billed, String effective, String start, String tags) {
        return "%s,%s,1,2,USD,2026-05-01T00:00:00Z,%s,2026-05-03T00:00:00Z,Usage,S3,\"%s\",\"\"\n"
                .formatted(billed, effective, start, tags);
    }

    /// @param item which group
    /// @param list its list cost
    static String cur(String item, String list, String net, String from) {
        return """
        SELECT CAST(%2$s AS DOUBLE) AS line_item_unblended_cost,
            CAST(%3$s AS DOUBLE) AS line_item_net_unblended_cost,
            CAST(%2$s AS DOUBLE) AS pricing_public_on_demand_cost,
            CAST(%2$s AS DOUBLE) AS line_item_usage_amount,
            TIMESTAMP '2026-05-03' AS line_item_usage_start_date,
            TIMESTAMP '2026-05-04' AS line_item_usage_end_date,
            'Usage' AS line_item_line_item_type, 'USD' AS line_item_currency_code,
            %1$s AS line_item_usage_type, 0::DOUBLE AS savings_plan_savings_plan_effective_cost,
            0::DOUBLE AS savings_plan_total_commitment_to_date,
            0::DOUBLE AS savings_plan_used_commitment, 0::DOUBLE AS reservation_effective_cost,
            0::DOUBLE AS reservation_unused_amortized_upfront_fee_for_billing_period,
            0::DOUBLE AS reservation_unused_recurring_fee, 'x' AS bill_payer_account_name
        FROM %4$s"""
                .formatted(item, list, net, from)
                .replace("%%", "%");
    }

    /// Around every border: 2251, a million, twelve and twenty-four decimals.
    static List<Double> doubles(SplittableRandom random, int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                switch (i % 10) {
                                    case 0 -> random.nextDouble() * 2251;
                                    case 1 -> 2000 + random.nextDouble() * 300;
                                    case 2 -> random.nextInt(5_000_000) / 1000.0;
                                    case 3 ->
                                            random.nextDouble() * Math.pow(10, -random.nextInt(30));
                                    case 4 -> -random.nextDouble() * 1e6;
                                    case 5 -> 0.1 * random.nextInt(100_000);
                                    case 6 -> random.nextLong(1L << 52) / 1e12;
                                    case 7 -> 1e6 + random.nextDouble() * 1e9;
                                    case 8 -> Math.nextUp(random.nextInt(3000) / 8.0);
                                    default ->
                                            List.of(
                                                            0.0,
                                                            -0.0,
                                                            1e-320,
                                                            4392.60,
                                                            33833.31,
                                                            1e15,
                                                            999999.9999,
                                                            2251.0,
                                                            5.2E-9,
                                                            123456.789012345)
                                                    .get(random.nextInt(10));
                                })
                .toList();
    }
}
