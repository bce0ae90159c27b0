package dev.glidepath.local.generate;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.ChargeDays;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/// What the company owes for something, before a format gives it columns.
///
/// @param amounts billed is 0 where a commitment covers the usage; contracted is what the usage
///   would cost without it
record Charge(
        Kind kind, Bought what, ChargeDays days, Amounts amounts, @Nullable Commitment commitment) {

    /// AWS's line item type and FOCUS's ChargeCategory.
    enum Kind {
        USAGE("Usage", "Usage"),
        COVERED("SavingsPlanCoveredUsage", "Usage"),
        NEGATION("SavingsPlanNegation", "Usage"),
        PLAN_FEE("SavingsPlanRecurringFee", "Purchase"),
        RESERVED("DiscountedUsage", "Usage"),
        RESERVATION_FEE("RIFee", "Purchase"),
        UPFRONT_FEE("Fee", "Purchase"),
        FEE("Fee", "Purchase"),
        TAX("Tax", "Tax"),
        CREDIT("Credit", "Credit"),
        REFUND("Refund", "Usage"),
        CORRECTION("Usage", "Usage"),
        UNUSED("", "Usage");

        private final String lineItemType;
        private final String category;

        Kind(String lineItemType, String category) {
            this.lineItemType = lineItemType;
            this.category = category;
        }

        String lineItemType() {
            return lineItemType;
        }

        String category() {
            return category;
        }

        /// What runs, as opposed to what is paid once or adjusted.
        boolean runs() {
            return this == USAGE || this == COVERED || this == RESERVED || this == CORRECTION;
        }
    }

    /// @param resource which of the item's resources; negative for none
    record Bought(Item item, int resource, BigDecimal quantity) {
        String id() {
            long hash = Chance.hash(item.key() + '#' + resource);
            String hex = Long.toHexString(hash | 0x1000000000000000L);
            if (item.instance()) {
                return "i-0" + hex;
            }
            var place = item.place();
            return item.service().code() == null
                    ? item.key() + '-' + resource
                    : "arn:aws:"
                            + item.service().resourceType()
                            + ':'
                            + (place.region() == null ? "" : place.region())
                            + ':'
                            + place.account().id()
                            + ':'
                            + item.key()
                            + '/'
                            + hex;
        }
    }

    /// What has been committed to, and this charge's part in it.
    ///
    /// @param rate what a unit of usage costs under the commitment
    /// @param total what is owed for the charge's days whether used or not
    /// @param used what of it the usage took
    record Commitment(Deal deal, BigDecimal rate, BigDecimal total, BigDecimal used) {
        BigDecimal unused() {
            return total.subtract(used);
        }
    }

    /// @param payment `No Upfront` or `All Upfront`
    record Deal(String id, String name, boolean savingsPlan, String payment, LocalDate start) {
        boolean upfront() {
            return payment.equals("All Upfront");
        }

        LocalDate end() {
            return start.plusYears(1);
        }
    }

    Charge costing(Kind as, Amounts stated) {
        return new Charge(as, what, days, stated, commitment);
    }

    Item item() {
        return what.item();
    }

    BigDecimal quantity() {
        return what.quantity();
    }

    /// Null for what is no resource's: a fee, a tax, a credit, an offset.
    @Nullable String resourceId() {
        return what.resource() < 0 ? null : what.id();
    }

    /// Null for what nobody tagged.
    @Nullable String team() {
        return what.resource() < 0 ? null : item().labels().team();
    }

    /// Null for a charge of the billing period itself.
    @Nullable String chargeClass() {
        return kind == Kind.REFUND || kind == Kind.CORRECTION ? "Correction" : null;
    }

    String description() {
        var sku = item().sku();
        return switch (kind) {
            case TAX -> "Tax for product code " + sku.service().code();
            case CREDIT -> "Service credit for " + sku.service().name();
            case REFUND -> "Refund for " + sku.usage() + " charged in error";
            case CORRECTION -> "Correction of " + sku.usage();
            case UPFRONT_FEE, RESERVATION_FEE, PLAN_FEE, UNUSED -> commitmentName();
            case NEGATION -> "SavingsPlanNegation used by " + sku.usage();
            case FEE -> sku.service().name() + " for the month";
            default ->
                    "$"
                            + item().price().unitPrice().toPlainString()
                            + " per "
                            + item().price().unit()
                            + " of "
                            + sku.usage();
        };
    }

    private String commitmentName() {
        return commitment == null ? item().key() : commitment.deal().name();
    }
}
