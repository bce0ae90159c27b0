package dev.glidepath.collect.charges;

import static dev.glidepath.collect.charges.Sql.number;
import static dev.glidepath.collect.charges.Sql.text;

import dev.glidepath.collect.charges.Format.Costs;
import dev.glidepath.collect.charges.Format.Fault;
import dev.glidepath.collect.charges.Sql.Numeric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a line item of a CUR costs. Discounts that AWS negotiated with the payer are in the `net_*`
/// columns: where a row has one it counts, else its gross twin.
/// - billed: unblended, of all line item types (a negation takes back what was covered)
/// - effective: a commitment's cost on what used it, and its unused part; upfront and recurring
///   fees themselves are 0
/// - list: public on-demand, without negations and without the copies that split cost allocation
///   makes
/// - contracted: CUR does not say
///
/// Source: the summary view of AWS's Cloud Intelligence Dashboards.
final class CurCosts {

    private static final List<String> NUMBERS =
            List.of(
                    "line_item_unblended_cost",
                    "line_item_net_unblended_cost",
                    "pricing_public_on_demand_cost",
                    "line_item_usage_amount",
                    "savings_plan_savings_plan_effective_cost",
                    "savings_plan_net_savings_plan_effective_cost",
                    "savings_plan_total_commitment_to_date",
                    "savings_plan_used_commitment",
                    "reservation_effective_cost",
                    "reservation_net_effective_cost",
                    "reservation_unused_amortized_upfront_fee_for_billing_period",
                    "reservation_net_unused_amortized_upfront_fee_for_billing_period",
                    "reservation_unused_recurring_fee",
                    "reservation_net_unused_recurring_fee");

    /// Without its column, the effective cost of such a line item would be lost.
    private static final Map<String, String> NEEDED =
            Map.of(
                    "savings_plan_savings_plan_effective_cost", "SavingsPlanCoveredUsage",
                    "savings_plan_total_commitment_to_date", "SavingsPlanRecurringFee",
                    "savings_plan_used_commitment", "SavingsPlanRecurringFee",
                    "reservation_effective_cost", "DiscountedUsage",
                    "reservation_unused_amortized_upfront_fee_for_billing_period", "RIFee",
                    "reservation_unused_recurring_fee", "RIFee");

    private final Columns columns;
    private final String type;
    private final Numeric unblended;

    CurCosts(Columns columns) {
        this.columns = columns;
        this.type = text(columns.find("line_item_line_item_type"));
        this.unblended = net("line_item_net_unblended_cost", "line_item_unblended_cost");
    }

    Costs costs() {
        var list =
                choose(
                        Map.of(
                                "%s = 'SavingsPlanNegation' OR %s".formatted(type, copy()),
                                Numeric.UNKNOWN),
                        plain("pricing_public_on_demand_cost"));
        return new Costs(unblended, List.of(effective(), effectiveToo()), list, Numeric.UNKNOWN);
    }

    Numeric quantity() {
        return choose(
                Map.of(
                        "%s NOT IN ('Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage') OR %s"
                                .formatted(type, copy()),
                        Numeric.UNKNOWN),
                plain("line_item_usage_amount"));
    }

    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        NUMBERS.stream()
                .flatMap(name -> columns.find(name).stream())
                .map(Faults::unreadableNumber)
                .forEach(faults::add);
        var typeColumn = columns.find("line_item_line_item_type").orElseThrow();
        new TreeMap<>(NEEDED)
                .forEach(
                        (name, lineItemType) -> {
                            if (columns.find(name).isEmpty()) {
                                faults.add(Faults.without(is(lineItemType), typeColumn, name));
                            }
                        });
        return faults;
    }

    private Numeric effective() {
        var cases = new LinkedHashMap<String, Numeric>();
        cases.put(
                is("SavingsPlanCoveredUsage"),
                net(
                        "savings_plan_net_savings_plan_effective_cost",
                        "savings_plan_savings_plan_effective_cost"));
        cases.put(is("SavingsPlanRecurringFee"), plain("savings_plan_total_commitment_to_date"));
        cases.put(
                is("DiscountedUsage"),
                net("reservation_net_effective_cost", "reservation_effective_cost"));
        cases.put(
                is("RIFee"),
                net(
                        "reservation_net_unused_amortized_upfront_fee_for_billing_period",
                        "reservation_unused_amortized_upfront_fee_for_billing_period"));
        cases.put(noCost(), Numeric.ZERO);
        return choose(cases, unblended);
    }

    private Numeric effectiveToo() {
        var cases = new LinkedHashMap<String, Numeric>();
        cases.put(is("SavingsPlanRecurringFee"), plain("savings_plan_used_commitment").negated());
        cases.put(
                is("RIFee"),
                net("reservation_net_unused_recurring_fee", "reservation_unused_recurring_fee"));
        return choose(cases, Numeric.UNKNOWN);
    }

    private String noCost() {
        return """
        %1$s IN ('SavingsPlanNegation', 'SavingsPlanUpfrontFee')
        OR (%1$s = 'Fee' AND %2$s IS NOT NULL)
        OR (%1$s = 'Refund' AND %3$s = 'ComputeSavingsPlans'
            AND starts_with(%4$s, 'Refund for one-time fee for Savings Plan ID'))"""
                .formatted(
                        type,
                        text(columns.find("reservation_reservation_a_r_n")),
                        text(columns.find("line_item_product_code")),
                        text(columns.find("line_item_line_item_description")));
    }

    /// Rows of split cost allocation repeat their parent's usage and list cost.
    private String copy() {
        return "coalesce("
                + text(columns.find("line_item_operation"))
                + ", '') IN ('EKSPod-EC2', 'ECSTask-EC2')";
    }

    private String is(String lineItemType) {
        return type + " = '" + lineItemType + "'";
    }

    private Numeric plain(String column) {
        return number(columns.find(column));
    }

    private Numeric net(String net, String gross) {
        var column = columns.find(net);
        return column.isEmpty() ? plain(gross) : number(column).or(plain(gross));
    }

    private static Numeric choose(Map<String, Numeric> cases, Numeric otherwise) {
        var kind =
                Numeric.kind(Stream.concat(cases.values().stream(), Stream.of(otherwise)).toList());
        var sql = new StringBuilder("CASE");
        cases.forEach(
                (condition, value) ->
                        sql.append(" WHEN (%s) THEN %s".formatted(condition, value.as(kind))));
        sql.append(" ELSE ").append(otherwise.as(kind)).append(" END");
        return new Numeric(sql.toString(), kind == Numeric.Kind.ANY ? Numeric.Kind.TEXT : kind);
    }
}
