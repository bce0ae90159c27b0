package dev.glidepath.local.generate;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.local.generate.Charge.Kind;
import dev.glidepath.local.generate.Sheet.Value;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The company's AWS bill as CUR 2.0: the static columns of `cur2.csv`.
final class Cur {

    static final Sheet SHEET =
            new Sheet(Sheet.columns("cur2.csv", _ -> true, values()), List::of, Cur::stated);

    private Cur() {}

    /// Unblended, amortized and public cost by AWS's rules.
    private static Amounts stated(Charge charge) {
        var list = charge.kind().runs() ? charge.amounts().list() : BigDecimal.ZERO;
        return new Amounts(unblended(charge), charge.amounts().effective(), list, null);
    }

    private static Map<String, Value> values() {
        var values = new HashMap<String, Value>();
        bill(values);
        lineItem(values);
        lineItemCosts(values);
        pricing(values);
        product(values);
        CurCommitments.addTo(values);
        return values;
    }

    private static void bill(Map<String, Value> v) {
        v.put("bill_bill_type", row -> billType(row.charge().kind()));
        v.put("bill_billing_entity", _ -> "AWS");
        v.put("bill_billing_period_start_date", Row::periodStart);
        v.put("bill_billing_period_end_date", Row::periodEnd);
        v.put("bill_invoice_id", Row::invoice);
        v.put("bill_invoicing_entity", _ -> Aws.SELLER);
        v.put("bill_payer_account_id", _ -> Aws.PAYER);
        v.put("bill_payer_account_name", _ -> Aws.PAYER_NAME);
        v.put("cost_category", row -> labels("product", row.item().labels().product()));
        v.put("resource_tags", row -> Aws.tags(row.charge(), "user_"));
        v.put("tags", _ -> Map.of());
        v.put("discount", _ -> Map.of());
    }

    private static void lineItem(Map<String, Value> v) {
        v.put("identity_line_item_id", row -> lineItemId(row.charge()));
        v.put("identity_time_interval", row -> interval(row.charge()));
        v.put("line_item_availability_zone", Cur::zone);
        v.put("line_item_currency_code", _ -> "USD");
        v.put("line_item_legal_entity", _ -> Aws.SELLER);
        v.put("line_item_line_item_description", row -> row.charge().description());
        v.put("line_item_line_item_type", row -> row.charge().kind().lineItemType());
        v.put("line_item_operation", row -> used(row) ? row.item().sku().operation() : null);
        v.put("line_item_product_code", row -> row.item().service().code());
        v.put("line_item_resource_id", row -> row.charge().resourceId());
        v.put("line_item_tax_type", row -> tax(row) ? "USSalesTax" : null);
        v.put("line_item_usage_account_id", row -> row.item().place().account().id());
        v.put("line_item_usage_account_name", row -> row.item().place().account().name());
        v.put("line_item_usage_amount", row -> row.charge().quantity());
        v.put("line_item_usage_start_date", row -> row.charge().days().start());
        v.put("line_item_usage_end_date", row -> row.charge().days().end());
        v.put("line_item_usage_type", row -> used(row) ? row.item().sku().usage() : null);
    }

    private static void lineItemCosts(Map<String, Value> v) {
        v.put("line_item_unblended_cost", row -> unblended(row.charge()));
        v.put("line_item_unblended_rate", Cur::rate);
        v.put("line_item_blended_cost", row -> unblended(row.charge()));
        v.put("line_item_blended_rate", Cur::rate);
    }

    private static void pricing(Map<String, Value> v) {
        v.put("pricing_currency", _ -> "USD");
        v.put("pricing_public_on_demand_cost", row -> publicCost(row.charge()));
        v.put("pricing_public_on_demand_rate", row -> running(row) ? listRate(row) : null);
        v.put(
                "pricing_rate_code",
                row -> running(row) ? row.item().sku().id() + ".JRTCKXETXF" : null);
        v.put("pricing_term", Cur::term);
        v.put("pricing_unit", row -> used(row) ? row.item().price().unit() : null);
    }

    private static void product(Map<String, Value> v) {
        v.put("product", row -> labels("product_name", row.item().service().name()));
        v.put("product_location", row -> Aws.regionName(row.item()));
        v.put("product_product_family", row -> row.item().service().subcategory());
        v.put("product_region_code", row -> used(row) ? row.item().place().region() : null);
        v.put("product_servicecode", row -> row.item().service().code());
        v.put("product_sku", row -> used(row) ? row.item().sku().id() : null);
        v.put("product_usagetype", row -> used(row) ? row.item().sku().usage() : null);
    }

    private static @Nullable BigDecimal unblended(Charge charge) {
        return switch (charge.kind()) {
            case COVERED, NEGATION -> charge.amounts().contracted();
            default -> charge.amounts().billed();
        };
    }

    private static @Nullable BigDecimal publicCost(Charge charge) {
        return charge.kind().runs() || charge.kind() == Kind.NEGATION
                ? charge.amounts().list()
                : BigDecimal.ZERO;
    }

    private static String billType(Kind kind) {
        return switch (kind) {
            case REFUND -> "Refund";
            case UPFRONT_FEE -> "Purchase";
            default -> "Anniversary";
        };
    }

    private static @Nullable String term(Row row) {
        return switch (row.charge().kind()) {
            case RESERVED, RESERVATION_FEE, UPFRONT_FEE -> "Reserved";
            case USAGE, COVERED, CORRECTION -> row.item().spot() ? null : "OnDemand";
            default -> null;
        };
    }

    private static @Nullable String rate(Row row) {
        return switch (row.charge().kind()) {
            case USAGE, COVERED, NEGATION -> row.item().price().unitPrice().toPlainString();
            case RESERVED -> "0.0000000000";
            default -> null;
        };
    }

    private static String listRate(Row row) {
        return row.item().price().listPrice().toPlainString();
    }

    private static @Nullable String zone(Row row) {
        return row.charge().kind().runs() && row.item().instance()
                ? row.item().place().region() + "a"
                : null;
    }

    private static boolean tax(Row row) {
        return row.charge().kind() == Kind.TAX;
    }

    private static boolean used(Row row) {
        return !tax(row) && row.charge().kind() != Kind.CREDIT;
    }

    private static boolean running(Row row) {
        return row.charge().kind().runs();
    }

    private static String lineItemId(Charge charge) {
        var what = charge.kind() + charge.item().key() + charge.what().resource();
        long hash = Chance.hash(what);
        return Long.toHexString(hash | Long.MIN_VALUE) + Long.toHexString(~hash | Long.MIN_VALUE);
    }

    private static String interval(Charge charge) {
        var days = charge.days();
        return days.start() + "T00:00:00Z/" + days.end() + "T00:00:00Z";
    }

    private static Map<String, String> labels(String key, @Nullable String value) {
        return value == null ? Map.of() : Map.of(key, value);
    }
}
