package dev.glidepath.collect.charges;

import static dev.glidepath.collect.charges.Sql.text;
import static dev.glidepath.collect.charges.Sql.time;

import dev.glidepath.collect.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// AWS Cost and Usage Reports: CUR 2.0, and legacy CUR with its `category/Name` or snake-case
/// names, in FOCUS's words.
record CurFormat(String name) implements Format {

    private static final List<String> ESSENTIAL =
            List.of(
                    "line_item_unblended_cost",
                    "line_item_usage_start_date",
                    "line_item_usage_end_date",
                    "line_item_line_item_type",
                    "line_item_currency_code");

    /// Keys of the map `product`.
    private static final List<String> NAMES = List.of("product_name", "ProductName");

    private static final List<String> REGION = List.of("region");

    private static final List<String> TEXTS =
            List.of(
                    "line_item_currency_code",
                    "bill_billing_entity",
                    "product_product_name",
                    "line_item_product_code",
                    "line_item_usage_account_id",
                    "line_item_usage_account_name",
                    "product_region_code",
                    "product_region",
                    "line_item_availability_zone",
                    "line_item_usage_type",
                    "savings_plan_savings_plan_a_r_n",
                    "reservation_reservation_a_r_n",
                    "pricing_unit");

    /// Columns that legacy CUR never had.
    private static final List<String> NEW_IN_2 =
            List.of(
                    "resource_tags",
                    "product",
                    "cost_category",
                    "discount",
                    "tags",
                    "bill_payer_account_name",
                    "line_item_usage_account_name");

    static Optional<Format> detect(Columns columns) {
        long found = ESSENTIAL.stream().filter(columns::has).count();
        if (found < 3) {
            return Optional.empty();
        }
        boolean slashes = columns.all().stream().anyMatch(c -> c.name().startsWith("lineItem/"));
        boolean two = !slashes && NEW_IN_2.stream().anyMatch(columns::has);
        return Optional.of(new CurFormat(two ? "CUR 2.0" : "CUR legacy"));
    }

    @Override
    public Labels labels(Columns columns) {
        return new Labels(columns, List.of("resource_tags", "tags"), List.of("cost_category"));
    }

    @Override
    public Projection project(Columns columns, Set<String> labels) {
        var missing = ESSENTIAL.stream().filter(name -> columns.find(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new Refusal(
                    "%s: a %s file without %s; add the column to the export"
                            .formatted(columns.file(), name, String.join(", ", missing)));
        }
        var labelled = labels(columns);
        var costs = new CurCosts(columns);
        var faults = new ArrayList<Fault>(costs.faults());
        faults.addAll(
                Faults.period(
                        columns.find("line_item_usage_start_date"),
                        columns.find("line_item_usage_end_date")));
        faults.addAll(Faults.billing(columns.find("bill_billing_period_start_date")));
        faults.add(Faults.missing(columns.find("line_item_currency_code").orElseThrow()));
        faults.addAll(Faults.longTexts(columns, TEXTS));
        columns.find("product").ifPresent(product -> faults.addAll(faults(product)));
        faults.addAll(labelled.faults(labels));
        return new Projection(
                keys(columns, labelled, labels), costs.costs(), costs.quantity(), faults);
    }

    private static List<Fault> faults(Column product) {
        return Stream.concat(
                        Faults.oversizedJson(product).stream(),
                        Stream.of(NAMES, REGION)
                                .map(
                                        keys ->
                                                Faults.longText(
                                                        product.name(), Sql.entry(product, keys))))
                .toList();
    }

    private static List<Named> keys(Columns columns, Labels labelled, Set<String> labels) {
        var type = text(columns.find("line_item_line_item_type"));
        var savingsPlan = text(columns.find("savings_plan_savings_plan_a_r_n"));
        var reservation = text(columns.find("reservation_reservation_a_r_n"));
        var keys = new ArrayList<Named>();
        keys.add(Named.ofRow("charge_start", time(columns.find("line_item_usage_start_date"))));
        keys.add(Named.ofRow("charge_end", time(columns.find("line_item_usage_end_date"))));
        keys.add(
                Named.ofRow("billing_start", time(columns.find("bill_billing_period_start_date"))));
        keys.add(new Named("currency", text(columns.find("line_item_currency_code"))));
        keys.add(
                new Named(
                        "provider",
                        "cur_provider(" + text(columns.find("bill_billing_entity")) + ")"));
        keys.addAll(service(columns));
        keys.add(new Named("account_id", text(columns.find("line_item_usage_account_id"))));
        keys.add(new Named("account_name", text(columns.find("line_item_usage_account_name"))));
        keys.add(Named.ofRow("region", region(columns)));
        keys.add(new Named("charge_category", "cur_charge_category(" + type + ")"));
        keys.add(new Named("charge_class", "CAST(NULL AS VARCHAR)"));
        var usageType = text(columns.find("line_item_usage_type"));
        keys.add(new Named("item", usageType));
        keys.add(
                new Named(
                        "pricing",
                        "cur_pricing(%s, %s, %s, %s)"
                                .formatted(type, savingsPlan, reservation, usageType)));
        keys.add(new Named("commitment_id", "coalesce(" + savingsPlan + ", " + reservation + ")"));
        keys.add(new Named("commitment_status", "cur_commitment_status(" + type + ")"));
        keys.add(new Named("unit", text(columns.find("pricing_unit"))));
        keys.addAll(labelled.keys(labels));
        return keys;
    }

    private static List<Named> service(Columns columns) {
        var code = text(columns.find("line_item_product_code"));
        var names = new ArrayList<String>();
        columns.find("product_product_name").ifPresent(c -> names.add(text(c)));
        columns.find("product").ifPresent(c -> names.add(Sql.entry(c, NAMES)));
        names.add(code);
        return List.of(
                Named.ofRow("service_name", Sql.firstOf(names)), new Named("service_code", code));
    }

    private static String region(Columns columns) {
        var places =
                new ArrayList<>(
                        Stream.of("product_region_code", "product_region")
                                .flatMap(name -> columns.find(name).stream())
                                .map(Sql::text)
                                .toList());
        columns.find("product").ifPresent(c -> places.add(Sql.entry(c, REGION)));
        places.add("region_of_zone(" + text(columns.find("line_item_availability_zone")) + ")");
        return Sql.firstOf(places);
    }
}
