package dev.glidepath.core.cost;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/// What a charge is for, in FOCUS's words. Null is what the export leaves empty.
///
/// @param currency BillingCurrency, ISO 4217
/// @param labels the tags and cost categories that the plan's rules name, and only those:
///   `tag:team` → value, `cost_category:product` → value; one that the charge does not carry is
///   absent. Beside them [#OWN], where the charge carries it
public record Dimensions(
        String currency,
        Service service,
        SubAccount subAccount,
        @Nullable String region,
        Charge charge,
        Map<String, String> labels) {

    /// The label of what this system itself costs: its stack tags all that it makes with the key
    /// `app` and the value `glidepath`. No rule can name it.
    public static final String OWN = "app=glidepath";

    /// The label of what the plan calls non-production. It is put on where charges are read from
    /// the store, and never kept.
    public static final String NON_PRODUCTION = "non-production";

    public Dimensions {
        labels = Map.copyOf(labels);
    }

    /// @param name ServiceName, such as Amazon Simple Storage Service
    /// @param code AWS's product code, such as AmazonS3; null for other providers
    public record Service(
            @Nullable String provider, @Nullable String name, @Nullable String code) {}

    /// Ids are text: leading zeros count.
    public record SubAccount(@Nullable String id, @Nullable String name) {}

    /// @param category ChargeCategory: Usage, Purchase, Tax, Credit or Adjustment
    /// @param chargeClass `Correction`, else null
    /// @param item AWS's usage type; where the export has none, SkuId
    /// @param pricing PricingCategory: Standard, Dynamic (Spot), Committed or Other
    /// @param commitmentId CommitmentDiscountId
    /// @param commitmentStatus `Used` or `Unused`
    /// @param unit PricingUnit: what the quantity counts. Quantities of two units are never added
    public record Charge(
            String category,
            @Nullable String chargeClass,
            @Nullable String item,
            @Nullable String pricing,
            @Nullable String commitmentId,
            @Nullable String commitmentStatus,
            @Nullable String unit) {

        /// A charge that says no unit.
        public Charge(
                String category,
                @Nullable String chargeClass,
                @Nullable String item,
                @Nullable String pricing,
                @Nullable String commitmentId,
                @Nullable String commitmentStatus) {
            this(category, chargeClass, item, pricing, commitmentId, commitmentStatus, null);
        }

        public Charge countedIn(@Nullable String of) {
            return new Charge(
                    category, chargeClass, item, pricing, commitmentId, commitmentStatus, of);
        }
    }

    /// One text per set of dimensions; two texts are equal exactly when the dimensions are.
    public String key() {
        var key = new StringBuilder(160);
        for (String part : parts()) {
            append(key, part);
        }
        new TreeMap<>(labels)
                .forEach(
                        (name, value) -> {
                            append(key, name);
                            append(key, value);
                        });
        return key.toString();
    }

    /// How many characters its texts have together.
    public int characters() {
        int characters = 0;
        for (String part : parts()) {
            characters += part == null ? 0 : part.length();
        }
        for (var value : labels.values()) {
            characters += value.length();
        }
        return characters;
    }

    private @Nullable String[] parts() {
        return new @Nullable String[] {
            currency,
            service.provider,
            service.name,
            service.code,
            subAccount.id,
            subAccount.name,
            region,
            charge.category,
            charge.chargeClass,
            charge.item,
            charge.pricing,
            charge.commitmentId,
            charge.commitmentStatus,
            charge.unit
        };
    }

    private static void append(StringBuilder key, @Nullable String part) {
        if (part == null) {
            key.append('-');
        } else {
            key.append(part.length()).append(':').append(part);
        }
    }
}
