package dev.glidepath.local.bench;

import java.nio.file.Path;
import java.util.List;

/// The bare statement: what somebody who knows DuckDB would write for these groups, and no more. It
/// takes doubles as they are and believes what it reads.
final class DuckWay {

    private DuckWay() {}

    static void run(List<Path> files, Form form, Path scratch, Path out) {
        try (var duck = new Duck(scratch)) {
            duck.run(
                    "COPY (%s) TO %s (FORMAT csv, HEADER)"
                            .formatted(statement(files, form), Duck.literal(out)));
        }
    }

    private static String statement(List<Path> files, Form form) {
        return """
        SELECT
            CAST(line_item_usage_start_date AS DATE) AS first_day,
            CAST(line_item_usage_end_date AS DATE) AS last_day,
            line_item_currency_code, bill_billing_entity,
            line_item_usage_account_id, line_item_usage_account_name,
            line_item_product_code AS service, %s AS service_name, product_region_code,
            line_item_line_item_type, line_item_usage_type, pricing_term, pricing_unit,
            reservation_reservation_a_r_n, savings_plan_savings_plan_a_r_n,
            %s AS team, %s AS product_line, %s AS environment,
            count(*) AS n,
            sum(CAST(line_item_unblended_cost AS DECIMAL(38, 12))) AS billed,
            sum(CAST(savings_plan_savings_plan_effective_cost AS DECIMAL(38, 12))) AS covered,
            sum(CAST(reservation_effective_cost AS DECIMAL(38, 12))) AS reserved,
            sum(CAST(pricing_public_on_demand_cost AS DECIMAL(38, 12))) AS list,
            sum(CAST(line_item_usage_amount AS DECIMAL(38, 12))) AS quantity
        FROM %s
        GROUP BY ALL"""
                .formatted(
                        entry(form, "product", "product_name"),
                        entry(form, "resource_tags", "user_team"),
                        entry(form, "resource_tags", "user_product"),
                        entry(form, "resource_tags", "user_environment"),
                        source(files, form));
    }

    private static String entry(Form form, String column, String key) {
        return switch (form) {
            case PARQUET -> "%s['%s']".formatted(column, key);
            case CSV -> "json_extract_string(%s, '$.%s')".formatted(column, key);
        };
    }

    private static String source(List<Path> files, Form form) {
        return switch (form) {
            case PARQUET -> "read_parquet(" + Duck.literals(files) + ")";
            case CSV -> "read_csv(" + Duck.literals(files) + ", header = true, all_varchar = true)";
        };
    }
}
