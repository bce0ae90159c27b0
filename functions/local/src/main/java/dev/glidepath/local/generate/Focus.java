package dev.glidepath.local.generate;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.local.generate.Charge.Deal;
import dev.glidepath.local.generate.Charge.Kind;
import dev.glidepath.local.generate.Sheet.Value;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Bills as FOCUS, in the version of the spec that the seller follows: the columns of `focus.csv`.
final class Focus {

    static final Sheet AWS_1_2 = sheet("1.2", true);
    static final Sheet V1_1 = sheet("1.1", false);
    static final Sheet V1_4 = sheet("1.4", false);

    private Focus() {}

    private static Sheet sheet(String version, boolean aws) {
        var columns =
                Sheet.columns(
                        "focus.csv",
                        row -> {
                            var since = row.getField("since");
                            var until = row.getField("until");
                            return since.equals("AWS")
                                    ? aws
                                    : since.compareTo(version) <= 0
                                            && (until.isEmpty() || version.compareTo(until) <= 0);
                        },
                        values());
        return new Sheet(columns, Focus::rows, Charge::amounts);
    }

    /// There is no negation in FOCUS; a commitment is bought in one row, and what of it is unused
    /// is another.
    private static List<Charge> rows(Charge charge) {
        var effective = charge.amounts().effective();
        return switch (charge.kind()) {
            case NEGATION -> List.of();
            case PLAN_FEE, RESERVATION_FEE ->
                    effective == null || effective.signum() == 0
                            ? List.of(charge)
                            : List.of(purchase(charge), unused(charge, effective));
            default -> List.of(charge);
        };
    }

    private static Charge purchase(Charge fee) {
        var paid = fee.amounts();
        return fee.costing(
                fee.kind(),
                new Amounts(paid.billed(), BigDecimal.ZERO, paid.list(), paid.contracted()));
    }

    private static Charge unused(Charge fee, BigDecimal effective) {
        var zero = BigDecimal.ZERO;
        return fee.costing(Kind.UNUSED, new Amounts(zero, effective, zero, zero));
    }

    private static Map<String, Value> values() {
        var values = new HashMap<String, Value>();
        bill(values);
        charge(values);
        costs(values);
        prices(values);
        commitment(values);
        resource(values);
        return values;
    }

    private static void bill(Map<String, Value> v) {
        v.put("BillingAccountId", row -> aws(row) ? Aws.PAYER : row.item().place().account().id());
        v.put(
                "BillingAccountName",
                row -> aws(row) ? Aws.PAYER_NAME : row.item().place().account().name());
        v.put("BillingAccountType", row -> aws(row) ? "Account" : "Workspace");
        v.put("BillingCurrency", _ -> "USD");
        v.put("BillingPeriodStart", Row::periodStart);
        v.put("BillingPeriodEnd", Row::periodEnd);
        v.put("InvoiceId", Row::invoice);
        v.put("InvoiceIssuerName", Focus::seller);
        v.put("ProviderName", row -> row.item().service().vendor());
        v.put("PublisherName", Focus::seller);
        v.put("ServiceProviderName", row -> row.item().service().vendor());
        v.put("HostProviderName", row -> row.item().service().vendor());
        v.put("SubAccountId", row -> aws(row) ? row.item().place().account().id() : null);
        v.put("SubAccountName", row -> aws(row) ? row.item().place().account().name() : null);
        v.put("SubAccountType", row -> aws(row) ? "Account" : null);
    }

    private static void charge(Map<String, Value> v) {
        v.put("ChargeCategory", row -> row.charge().kind().category());
        v.put("ChargeClass", row -> row.charge().chargeClass());
        v.put("ChargeDescription", row -> row.charge().description());
        v.put("ChargeFrequency", row -> frequency(row.charge().kind()));
        v.put("ChargePeriodStart", row -> row.charge().days().start());
        v.put("ChargePeriodEnd", row -> row.charge().days().end());
        v.put("ServiceCategory", row -> row.item().service().category());
        v.put("ServiceSubcategory", row -> row.item().service().subcategory());
        v.put("ServiceName", row -> row.item().service().name());
        v.put("x_ServiceCode", row -> row.item().service().code());
        v.put("x_Operation", row -> row.item().sku().operation());
        v.put("Tags", row -> Aws.tags(row.charge(), ""));
    }

    private static void costs(Map<String, Value> v) {
        v.put("BilledCost", row -> row.charge().amounts().billed());
        v.put("EffectiveCost", row -> row.charge().amounts().effective());
        v.put("ListCost", row -> row.charge().amounts().list());
        v.put("ContractedCost", row -> row.charge().amounts().contracted());
        v.put("PricingCurrencyEffectiveCost", row -> row.charge().amounts().effective());
        v.put("ConsumedQuantity", row -> running(row) ? row.charge().quantity() : null);
        v.put("ConsumedUnit", row -> running(row) ? row.item().price().unit() : null);
    }

    private static void prices(Map<String, Value> v) {
        v.put("PricingCategory", Focus::pricing);
        v.put("PricingCurrency", _ -> "USD");
        v.put("PricingQuantity", row -> running(row) ? row.charge().quantity() : null);
        v.put("PricingUnit", row -> running(row) ? row.item().price().unit() : null);
        v.put("ListUnitPrice", row -> running(row) ? row.item().price().listPrice() : null);
        v.put("ContractedUnitPrice", row -> running(row) ? row.item().price().unitPrice() : null);
        v.put("SkuId", row -> skuless(row) ? null : row.item().sku().id());
        v.put("SkuMeter", row -> skuless(row) ? null : row.item().sku().usage());
        v.put("SkuPriceId", row -> skuless(row) ? null : row.item().sku().id() + ".JRTCKXETXF");
        v.put("SkuPriceDetails", _ -> Map.of());
    }

    private static void commitment(Map<String, Value> v) {
        v.put("CommitmentDiscountId", row -> deal(row, Deal::id));
        v.put("CommitmentDiscountName", row -> deal(row, Deal::name));
        v.put("CommitmentDiscountType", row -> deal(row, Focus::type));
        v.put(
                "CommitmentDiscountCategory",
                row -> deal(row, d -> d.savingsPlan() ? "Spend" : "Usage"));
        v.put("CommitmentDiscountStatus", Focus::status);
    }

    private static void resource(Map<String, Value> v) {
        v.put("AvailabilityZone", row -> row.item().instance() ? zone(row) : null);
        v.put("RegionId", row -> skuless(row) ? null : row.item().place().region());
        v.put("RegionName", row -> skuless(row) ? null : Aws.regionName(row.item()));
        v.put("ResourceId", row -> unused(row) ? deal(row, Deal::id) : row.charge().resourceId());
        v.put("ResourceType", row -> row.charge().resourceId() == null ? null : type(row));
    }

    private static @Nullable String deal(Row row, Function<Deal, String> value) {
        var commitment = row.charge().commitment();
        return commitment == null ? null : value.apply(commitment.deal());
    }

    private static String type(Deal deal) {
        return deal.savingsPlan() ? "Savings Plan" : "Reserved Instance";
    }

    private static @Nullable String status(Row row) {
        return switch (row.charge().kind()) {
            case COVERED, RESERVED -> "Used";
            case UNUSED -> "Unused";
            default -> null;
        };
    }

    private static @Nullable String pricing(Row row) {
        return switch (row.charge().kind()) {
            case TAX, CREDIT -> null;
            case COVERED, RESERVED, UNUSED -> "Committed";
            default -> row.item().spot() ? "Dynamic" : "Standard";
        };
    }

    private static String frequency(Kind kind) {
        return switch (kind) {
            case PLAN_FEE, RESERVATION_FEE, FEE -> "Recurring";
            case UPFRONT_FEE, TAX, CREDIT -> "One-Time";
            default -> "Usage-Based";
        };
    }

    private static @Nullable String zone(Row row) {
        return running(row) ? row.item().place().region() + "a" : null;
    }

    private static String type(Row row) {
        return row.item().instance() ? "Instance" : row.item().service().subcategory();
    }

    private static String seller(Row row) {
        return aws(row) ? Aws.SELLER : row.item().service().vendor() + " Ltd";
    }

    private static boolean aws(Row row) {
        return row.item().service().code() != null;
    }

    private static boolean running(Row row) {
        return row.charge().kind().runs();
    }

    private static boolean unused(Row row) {
        return row.charge().kind() == Kind.UNUSED;
    }

    private static boolean skuless(Row row) {
        return row.charge().kind() == Kind.TAX || row.charge().kind() == Kind.CREDIT;
    }
}
