package dev.glidepath.collect.charges;

import dev.glidepath.collect.charges.Charges.Period;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution.Totals;
import dev.glidepath.core.cost.Metric;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Turns the rows of [Groups#merged] into groups and totals.
final class GroupRows {

    private final ResultSet row;
    private final List<String> labels;
    private final Map<YearMonth, List<ChargeGroup>> groups = new TreeMap<>();
    private final Map<YearMonth, Map<String, Totals>> totals = new HashMap<>();

    GroupRows(ResultSet rows, List<String> labels) {
        this.row = rows;
        this.labels = List.copyOf(labels);
    }

    /// @param period of all rows; empty when each says its own
    Map<YearMonth, Period> periods(Optional<YearMonth> period) throws SQLException {
        period.ifPresent(only -> groups.put(only, new ArrayList<>()));
        while (row.next()) {
            var own = YearMonth.from(row.getObject("billing_month", LocalDate.class));
            add(period.orElse(own));
        }
        var periods = new TreeMap<YearMonth, Period>();
        groups.forEach(
                (month, list) ->
                        periods.put(month, new Period(list, totals.getOrDefault(month, Map.of()))));
        return periods;
    }

    private void add(YearMonth period) throws SQLException {
        var billed = sum("billed");
        var effective = Stream.of(sum("effective"), sum("effective_2")).flatMap(Optional::stream);
        var amounts =
                new Amounts(
                        orNull(billed),
                        orNull(effective.reduce(BigDecimal::add)),
                        orNull(sum("list")),
                        orNull(sum("contracted")));
        long rows = row.getLong("row_count");
        var group = new ChargeGroup(days(), dimensions(), amounts, orNull(sum("quantity")), rows);
        groups.computeIfAbsent(period, _ -> new ArrayList<>()).add(group);
        totals.computeIfAbsent(period, _ -> new HashMap<>())
                .merge(
                        group.dimensions().currency(),
                        new Totals(rows, amounts, absent(rows)),
                        Totals::plus);
    }

    private ChargeDays days() throws SQLException {
        return new ChargeDays(
                row.getObject("start_day", LocalDate.class),
                row.getObject("end_day", LocalDate.class));
    }

    private Dimensions dimensions() throws SQLException {
        var found = new HashMap<String, String>();
        for (int i = 0; i < labels.size(); i++) {
            var value = text(Groups.label(i));
            if (value != null) {
                found.put(labels.get(i), value);
            }
        }
        var category = Optional.ofNullable(text("charge_category")).orElse("Unknown");
        return new Dimensions(
                row.getString("currency"),
                new Dimensions.Service(
                        text("provider"), text("service_name"), text("service_code")),
                new Dimensions.SubAccount(text("account_id"), text("account_name")),
                text("region"),
                new Dimensions.Charge(
                        category,
                        text("charge_class"),
                        text("item"),
                        text("pricing"),
                        text("commitment_id"),
                        text("commitment_status"),
                        text("unit")),
                found);
    }

    private Map<Metric, Long> absent(long rows) throws SQLException {
        var absent = new EnumMap<Metric, Long>(Metric.class);
        absent.put(Metric.BILLED, rows - row.getLong("billed_known"));
        absent.put(Metric.EFFECTIVE, rows - row.getLong("effective_known"));
        absent.put(Metric.LIST, rows - row.getLong("list_known"));
        absent.put(Metric.CONTRACTED, rows - row.getLong("contracted_known"));
        return absent;
    }

    /// The exact sum and the digits that did not fit into it; empty where no row has the number.
    private Optional<BigDecimal> sum(String name) throws SQLException {
        var sum = Optional.ofNullable(row.getBigDecimal(name));
        var rest = row.getArray(name + "_rest");
        if (rest == null) {
            return sum;
        }
        var all = sum.orElse(BigDecimal.ZERO);
        for (var digits : (Object[]) rest.getArray()) {
            all = all.add(new BigDecimal(String.valueOf(digits)));
        }
        return ((Object[]) rest.getArray()).length == 0 ? sum : Optional.of(all);
    }

    private @Nullable String text(String name) throws SQLException {
        return row.getString(name);
    }

    private static @Nullable BigDecimal orNull(Optional<BigDecimal> value) {
        return value.orElse(null);
    }
}
