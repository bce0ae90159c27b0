package dev.glidepath.store;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Cost lines in FOCUS's words. Amounts are texts, exact; null is what the export does not say.
final class LineFields {

    private LineFields() {}

    static List<Map<String, @Nullable Object>> of(List<CostLine> lines) {
        return lines.stream().map(LineFields::of).toList();
    }

    private static Map<String, @Nullable Object> of(CostLine line) {
        var of = line.dimensions();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("Category", line.category());
        fields.put("BillingCurrency", of.currency());
        fields.put("ProviderName", of.service().provider());
        fields.put("ServiceName", of.service().name());
        fields.put("ServiceCode", of.service().code());
        fields.put("SubAccountId", of.subAccount().id());
        fields.put("SubAccountName", of.subAccount().name());
        fields.put("RegionId", of.region());
        fields.put("ChargeCategory", of.charge().category());
        fields.put("ChargeClass", of.charge().chargeClass());
        fields.put("SkuId", of.charge().item());
        fields.put("PricingCategory", of.charge().pricing());
        fields.put("CommitmentDiscountId", of.charge().commitmentId());
        fields.put("CommitmentDiscountStatus", of.charge().commitmentStatus());
        fields.put("PricingUnit", of.charge().unit());
        fields.put("Labels", new TreeMap<>(of.labels()));
        put(fields, line.amounts());
        fields.put("PricingQuantity", text(line.quantity()));
        fields.put("Rows", line.rows());
        return fields;
    }

    private static void put(Map<String, @Nullable Object> fields, Amounts amounts) {
        fields.put("BilledCost", text(amounts.billed()));
        fields.put("EffectiveCost", text(amounts.effective()));
        fields.put("ListCost", text(amounts.list()));
        fields.put("ContractedCost", text(amounts.contracted()));
    }

    private static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
