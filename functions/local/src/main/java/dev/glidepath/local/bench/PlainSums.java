package dev.glidepath.local.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What a program without a query engine does: a map from the texts of a group to its sums.
final class PlainSums {

    /// The columns of a group, and after them those with its costs.
    static final List<String> KEYS =
            List.of(
                    "line_item_product_code",
                    "line_item_usage_start_date",
                    "line_item_usage_end_date",
                    "line_item_currency_code",
                    "bill_billing_entity",
                    "line_item_usage_account_id",
                    "line_item_usage_account_name",
                    "product_region_code",
                    "line_item_line_item_type",
                    "line_item_usage_type",
                    "pricing_term",
                    "pricing_unit",
                    "reservation_reservation_a_r_n",
                    "savings_plan_savings_plan_a_r_n");

    static final List<String> COSTS =
            List.of(
                    "line_item_unblended_cost",
                    "pricing_public_on_demand_cost",
                    "savings_plan_savings_plan_effective_cost",
                    "reservation_effective_cost",
                    "line_item_usage_amount");

    static final List<String> TAGS = List.of("user_team", "user_product", "user_environment");

    static final List<String> MAPS = List.of("product", "resource_tags");

    private final Map<List<String>, BigDecimal[]> sums = new HashMap<>();
    private final Map<List<String>, Long> counts = new HashMap<>();

    /// @param values of [#KEYS] as texts, with days for times, then those of the maps
    /// @param costs of [#COSTS] as texts, empty where there is none
    void add(List<String> values, UnaryOperator<String> costs) {
        counts.merge(values, 1L, Long::sum);
        var sum = sums.computeIfAbsent(values, _ -> zeros());
        for (int i = 0; i < sum.length; i++) {
            var text = costs.apply(COSTS.get(i));
            if (!text.isEmpty()) {
                sum[i] = sum[i].add(new BigDecimal(text));
            }
        }
    }

    void write(Path out) throws IOException {
        try (var writer = Files.newBufferedWriter(out)) {
            writer.write("service,n,billed,list\n");
            for (var group : sums.entrySet()) {
                writer.write(
                        "%s,%d,%s,%s\n"
                                .formatted(
                                        group.getKey().getFirst(),
                                        counts.get(group.getKey()),
                                        group.getValue()[0].toPlainString(),
                                        group.getValue()[1].toPlainString()));
            }
        }
    }

    private static BigDecimal[] zeros() {
        var zeros = new BigDecimal[COSTS.size()];
        java.util.Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }
}
