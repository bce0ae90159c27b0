package dev.glidepath.collect.charges;

import static java.util.stream.Collectors.toMap;

import de.siegmar.fastcsv.reader.CsvRecord;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.core.cost.Metric;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Turns the rows of [Groups#ofTable], as CSV with a header, into groups.
final class GroupRows {

    private static final Integer MISSING = -1;

    private final KnownDimensions dimensions;
    private final Map<String, LocalDate> days = new HashMap<>();
    private Map<String, Integer> at = Map.of();

    /// @param month the billing period that the charges say
    record Row(YearMonth month, ChargeGroup group, Known known) {}

    /// How many rows have a figure at all.
    record Known(long billed, long effective, long list, long contracted) {

        static final Known NONE = new Known(0, 0, 0, 0);

        Known plus(Known more) {
            return new Known(
                    billed + more.billed,
                    effective + more.effective,
                    list + more.list,
                    contracted + more.contracted);
        }

        Map<Metric, Long> absent(long rows) {
            return Map.of(
                    Metric.BILLED, rows - billed,
                    Metric.EFFECTIVE, rows - effective,
                    Metric.LIST, rows - list,
                    Metric.CONTRACTED, rows - contracted);
        }
    }

    GroupRows(List<String> labels) {
        this.dimensions = new KnownDimensions(labels);
    }

    void begin(List<String> header) {
        at = IntStream.range(0, header.size()).boxed().collect(toMap(header::get, i -> i));
    }

    Row row(CsvRecord record) {
        var amounts =
                new Amounts(
                        sum(record, "billed"),
                        Sums.plus(sum(record, "effective"), sum(record, "effective_2")),
                        sum(record, "list"),
                        sum(record, "contracted"));
        int from = column("currency");
        var group =
                new ChargeGroup(
                        new ChargeDays(day(record, "start_day"), day(record, "end_day")),
                        dimensions.of(i -> record.getField(from + i)),
                        amounts,
                        Sums.plain(sum(record, "quantity")),
                        count(record, "row_count"));
        return new Row(YearMonth.from(day(record, "billing_month")), group, known(record));
    }

    private LocalDate day(CsvRecord record, String name) {
        return days.computeIfAbsent(field(record, name), LocalDate::parse);
    }

    private Known known(CsvRecord record) {
        return new Known(
                countOrNone(record, "billed_known"),
                countOrNone(record, "effective_known"),
                countOrNone(record, "list_known"),
                countOrNone(record, "contracted_known"));
    }

    /// A format that does not have the number has no column for it.
    private long countOrNone(CsvRecord record, String name) {
        return column(name) < 0 ? 0 : count(record, name);
    }

    /// The exact sum and the digits that did not fit into it; null where no row has the number.
    private @Nullable BigDecimal sum(CsvRecord record, String name) {
        int column = column(name);
        if (column < 0) {
            return null;
        }
        var field = record.getField(column);
        var sum = field.isEmpty() ? null : new BigDecimal(field);
        var rest = field(record, "rest");
        return rest.isEmpty() ? sum : Sums.plus(sum, Sums.left(rest, name));
    }

    private long count(CsvRecord record, String name) {
        return Long.parseLong(field(record, name));
    }

    private String field(CsvRecord record, String name) {
        return record.getField(column(name));
    }

    private int column(String name) {
        return at.getOrDefault(name, MISSING);
    }
}
