package dev.glidepath.local.generate;

import dev.glidepath.local.generate.Charge.Commitment;
import dev.glidepath.local.generate.Charge.Kind;
import dev.glidepath.local.generate.Sheet.Value;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

/// CUR 2.0's columns on reservations and savings plans.
final class CurCommitments {

    private CurCommitments() {}

    static void addTo(Map<String, Value> values) {
        reservation(values);
        savingsPlan(values);
    }

    private static void reservation(Map<String, Value> v) {
        v.put("pricing_purchase_option", of(CurCommitments::reserved, c -> c.deal().payment()));
        v.put("pricing_lease_contract_length", of(CurCommitments::reserved, _ -> "1yr"));
        v.put("reservation_reservation_a_r_n", of(CurCommitments::reserved, c -> c.deal().id()));
        v.put(
                "reservation_start_time",
                of(CurCommitments::reserved, c -> c.deal().start() + "T00:00:00Z"));
        v.put(
                "reservation_end_time",
                of(CurCommitments::reserved, c -> c.deal().end() + "T00:00:00Z"));
        var usage = reserved(Kind.RESERVED);
        v.put("reservation_effective_cost", of(usage, Commitment::used));
        v.put("reservation_recurring_fee_for_usage", of(usage, c -> paid(c, false, c.used())));
        v.put(
                "reservation_amortized_upfront_cost_for_usage",
                of(usage, c -> paid(c, true, c.used())));
        var fee = reserved(Kind.RESERVATION_FEE);
        v.put("reservation_unused_recurring_fee", of(fee, c -> paid(c, false, c.unused())));
        v.put(
                "reservation_unused_amortized_upfront_fee_for_billing_period",
                of(fee, c -> paid(c, true, c.unused())));
        v.put(
                "reservation_amortized_upfront_fee_for_billing_period",
                of(fee, c -> paid(c, true, c.total())));
        v.put("reservation_total_reserved_units", of(fee, c -> units(c.total(), c)));
        v.put("reservation_unused_quantity", of(fee, c -> new BigDecimal(units(c.unused(), c))));
    }

    private static void savingsPlan(Map<String, Value> v) {
        v.put("savings_plan_savings_plan_a_r_n", of(CurCommitments::planned, c -> c.deal().id()));
        v.put(
                "savings_plan_start_time",
                of(CurCommitments::planned, c -> c.deal().start() + "T00:00:00Z"));
        v.put(
                "savings_plan_end_time",
                of(CurCommitments::planned, c -> c.deal().end() + "T00:00:00Z"));
        v.put(
                "savings_plan_offering_type",
                of(CurCommitments::planned, _ -> "ComputeSavingsPlans"));
        v.put("savings_plan_payment_option", of(CurCommitments::planned, c -> c.deal().payment()));
        v.put("savings_plan_purchase_term", of(CurCommitments::planned, _ -> "1yr"));
        Function<Charge, Boolean> covered = charge -> charge.kind() == Kind.COVERED;
        v.put("savings_plan_savings_plan_rate", of(covered, Commitment::rate));
        v.put("savings_plan_savings_plan_effective_cost", of(covered, Commitment::used));
        Function<Charge, Boolean> fee = charge -> charge.kind() == Kind.PLAN_FEE;
        v.put("savings_plan_recurring_commitment_for_billing_period", of(fee, Commitment::total));
        v.put("savings_plan_total_commitment_to_date", of(fee, Commitment::total));
        v.put("savings_plan_used_commitment", of(fee, Commitment::used));
    }

    /// A value of the commitments of those charges that fit.
    private static Value of(
            Function<Charge, Boolean> fits, Function<Commitment, @Nullable Object> value) {
        return row -> {
            var commitment = row.charge().commitment();
            return commitment != null && fits.apply(row.charge()) ? value.apply(commitment) : null;
        };
    }

    private static Function<Charge, Boolean> reserved(Kind kind) {
        return charge -> charge.kind() == kind;
    }

    private static boolean reserved(Charge charge) {
        return charge.commitment() != null && !charge.commitment().deal().savingsPlan();
    }

    private static boolean planned(Charge charge) {
        return charge.commitment() != null && charge.commitment().deal().savingsPlan();
    }

    private static BigDecimal paid(Commitment commitment, boolean upfront, BigDecimal amount) {
        return commitment.deal().upfront() == upfront ? amount : BigDecimal.ZERO;
    }

    private static String units(BigDecimal worth, Commitment commitment) {
        return worth.divideToIntegralValue(commitment.rate()).toPlainString();
    }
}
