package dev.glidepath.collect.charges;

import static dev.glidepath.collect.charges.Sql.number;
import static dev.glidepath.collect.charges.Sql.text;
import static dev.glidepath.collect.charges.Sql.time;

import dev.glidepath.collect.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// FOCUS 1.0 to 1.4, of any provider.
record FocusFormat(String version) implements Format {

    private static final List<String> ESSENTIAL =
            List.of(
                    "BilledCost",
                    "EffectiveCost",
                    "BillingCurrency",
                    "ChargePeriodStart",
                    "ChargePeriodEnd",
                    "ChargeCategory");

    private static final List<String> TEXTS =
            List.of(
                    "BillingCurrency",
                    "ServiceProviderName",
                    "ProviderName",
                    "HostProviderName",
                    "ServiceName",
                    "x_ServiceCode",
                    "SubAccountId",
                    "SubAccountName",
                    "RegionId",
                    "ChargeCategory",
                    "ChargeClass",
                    "x_UsageType",
                    "SkuMeter",
                    "SkuId",
                    "PricingCategory",
                    "CommitmentDiscountId",
                    "CommitmentDiscountStatus",
                    "PricingUnit");

    static Optional<Format> detect(Columns columns) {
        long found = ESSENTIAL.stream().filter(columns::has).count();
        return found < 3 ? Optional.empty() : Optional.of(new FocusFormat(version(columns)));
    }

    @Override
    public String name() {
        return "FOCUS " + version;
    }

    @Override
    public Labels labels(Columns columns) {
        return new Labels(columns, List.of("Tags"), List.of("x_CostCategories"));
    }

    @Override
    public Projection project(Columns columns, Set<String> labels) {
        requireEssential(columns);
        var billed = columns.find("BilledCost");
        var effective = columns.find("EffectiveCost");
        var list = columns.find("ListCost");
        var contracted = columns.find("ContractedCost");
        var quantity = columns.find("PricingQuantity");
        var labelled = labels(columns);
        var faults = new ArrayList<Fault>();
        Stream.of(billed, effective, list, contracted, quantity)
                .flatMap(Optional::stream)
                .map(Faults::unreadableNumber)
                .forEach(faults::add);
        faults.addAll(
                Faults.period(columns.find("ChargePeriodStart"), columns.find("ChargePeriodEnd")));
        faults.addAll(Faults.billing(columns.find("BillingPeriodStart")));
        faults.add(Faults.missing(columns.find("BillingCurrency").orElseThrow()));
        faults.addAll(Faults.longTexts(columns, TEXTS));
        faults.addAll(labelled.faults(labels));
        var costs =
                new Costs(
                        number(billed),
                        List.of(number(effective)),
                        number(list),
                        number(contracted));
        return new Projection(keys(columns, labelled, labels), costs, number(quantity), faults);
    }

    private static List<Named> keys(Columns columns, Labels labelled, Set<String> labels) {
        var keys = new ArrayList<Named>();
        keys.add(Named.ofRow("charge_start", time(columns.find("ChargePeriodStart"))));
        keys.add(Named.ofRow("charge_end", time(columns.find("ChargePeriodEnd"))));
        keys.add(Named.ofRow("billing_start", time(columns.find("BillingPeriodStart"))));
        keys.add(new Named("currency", text(columns.find("BillingCurrency"))));
        keys.add(
                new Named(
                        "provider",
                        text(
                                columns.find(
                                        "ServiceProviderName",
                                        "ProviderName",
                                        "HostProviderName"))));
        keys.add(new Named("service_name", text(columns.find("ServiceName"))));
        keys.add(new Named("service_code", text(columns.find("x_ServiceCode"))));
        keys.add(new Named("account_id", text(columns.find("SubAccountId"))));
        keys.add(new Named("account_name", text(columns.find("SubAccountName"))));
        keys.add(new Named("region", text(columns.find("RegionId"))));
        keys.add(new Named("charge_category", text(columns.find("ChargeCategory"))));
        keys.add(new Named("charge_class", text(columns.find("ChargeClass"))));
        keys.add(Named.ofRow("item", item(columns)));
        keys.add(new Named("pricing", text(columns.find("PricingCategory"))));
        keys.add(new Named("commitment_id", text(columns.find("CommitmentDiscountId"))));
        keys.add(new Named("commitment_status", text(columns.find("CommitmentDiscountStatus"))));
        keys.add(new Named("unit", text(columns.find("PricingUnit"))));
        keys.addAll(labelled.keys(labels));
        return keys;
    }

    /// AWS says the usage type in a column of its own up to FOCUS 1.0, and as SkuMeter since; other
    /// sellers' meters, and those in words, are of many SKUs.
    ///
    /// Source: "Migrating from FOCUS 1.0 to FOCUS 1.2", AWS Data Exports user guide: x_UsageType
    /// "is now the SkuMeter column".
    private static String item(Columns columns) {
        var items = new ArrayList<String>();
        columns.find("x_UsageType").ifPresent(c -> items.add(text(c)));
        if (columns.has("x_ServiceCode")) {
            columns.find("SkuMeter")
                    .map(Sql::text)
                    .ifPresent(
                            meter ->
                                    items.add(
                                            "CASE WHEN strpos(%1$s, ' ') = 0 THEN %1$s END"
                                                    .formatted(meter)));
        }
        items.add(text(columns.find("SkuId")));
        return Sql.firstOf(items);
    }

    private static void requireEssential(Columns columns) {
        var missing = ESSENTIAL.stream().filter(name -> columns.find(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new Refusal(
                    "%s: a FOCUS file without %s; add the column to the export"
                            .formatted(columns.file(), String.join(", ", missing)));
        }
    }

    /// Versions differ by the columns that they added and dropped.
    private static String version(Columns columns) {
        boolean provider = columns.has("ProviderName") || columns.has("PublisherName");
        if (columns.has("InvoiceDetailId")
                || columns.has("CommitmentProgramEligibilityDetails")
                || (!provider && columns.has("ServiceProviderName"))) {
            return "1.4";
        }
        if (any(
                columns,
                "ServiceProviderName",
                "HostProviderName",
                "AllocatedMethodId",
                "ContractApplied")) {
            return "1.3";
        }
        if (any(columns, "InvoiceId", "PricingCurrency", "BillingAccountType", "SubAccountType")) {
            return "1.2";
        }
        return any(
                        columns,
                        "SkuMeter",
                        "SkuPriceDetails",
                        "ServiceSubcategory",
                        "CapacityReservationId",
                        "CommitmentDiscountQuantity")
                ? "1.1"
                : "1.0";
    }

    private static boolean any(Columns columns, String... names) {
        return Stream.of(names).anyMatch(columns::has);
    }
}
