package dev.glidepath.local.generate;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// A thing that is bought: where, what, how much of it, and for whom.
record Item(String key, Place place, Sku sku, Demand demand, Labels labels) {

    record Account(String id, String name, String vendor) {}

    /// @param region null where the service has none
    record Place(Account account, @Nullable String region) {}

    /// @param code null for other vendors than AWS
    /// @param resourceType as in an ARN
    record Service(
            @Nullable String code,
            String name,
            String category,
            String subcategory,
            String vendor,
            String resourceType) {}

    /// @param id AWS's SKU, or the vendor's
    record Sku(String id, Service service, String usage, @Nullable String operation, Price price) {}

    /// @param scale decimals of a quantity
    record Price(String unit, BigDecimal unitPrice, BigDecimal listPrice, int scale) {}

    /// @param monthly US dollars per average month at the start
    /// @param rows share of the export's rows; 0 for what the story writes by itself
    /// @param essential kept however few rows are asked for
    record Demand(BigDecimal monthly, boolean weekly, int rows, boolean essential) {}

    record Labels(@Nullable String team, @Nullable String product) {}

    Service service() {
        return sku.service();
    }

    Price price() {
        return sku.price();
    }

    boolean of(String book) {
        return switch (service().vendor()) {
            case "AWS" -> book.equals("AWS");
            case "Northdesk" -> book.equals("helpdesk");
            default -> book.equals("workplace");
        };
    }

    boolean spot() {
        return sku.usage().contains("Spot");
    }

    boolean instance() {
        return spot() || sku.usage().contains("BoxUsage");
    }

    Item costing(BigDecimal monthly) {
        return new Item(
                key,
                place,
                sku,
                new Demand(monthly, demand.weekly(), demand.rows(), demand.essential()),
                labels);
    }
}
