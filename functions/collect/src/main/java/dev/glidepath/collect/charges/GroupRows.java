package dev.glidepath.collect.charges;

import static java.util.stream.Collectors.toMap;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Metric;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Turns the rows of [Groups#of], as CSV with a header, into groups. There may be a million of
/// them: what repeats from row to row is one object.
final class GroupRows {

    private static final Integer MISSING = -1;

    private final List<String> labels;
    private final Map<Texts, Dimensions> known = new HashMap<>();
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<ChargeDays, ChargeDays> spans = new HashMap<>();
    private Map<String, Integer> at = Map.of();

    /// A list that is quick to look up.
    private static final class Texts {

        private final String[] texts;

        Texts(String[] texts) {
            this.texts = texts;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Texts same && Arrays.equals(texts, same.texts);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(texts);
        }
    }

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
        this.labels = List.copyOf(labels);
    }

    /// @return how many of the export's rows cannot be read; the groups with such are left out
    long read(Path csv, Consumer<Row> each) {
        long faulty = 0;
        try (var rows = CsvReader.builder().ofCsvRecord(csv)) {
            var all = rows.iterator();
            begin(all.next().getFields());
            while (all.hasNext()) {
                var record = all.next();
                long faults = count(record, "faulty");
                faulty += faults;
                if (faults == 0) {
                    each.accept(row(record));
                }
            }
            return faulty;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sums in " + csv + ": " + e, e);
        }
    }

    void begin(List<String> header) {
        at = IntStream.range(0, header.size()).boxed().collect(toMap(header::get, i -> i));
    }

    Row row(CsvRecord record) {
        var billed = sum(record, "billed");
        var effective = plus(sum(record, "effective"), sum(record, "effective_2"));
        var amounts =
                new Amounts(
                        billed,
                        same(effective, billed),
                        same(sum(record, "list"), billed),
                        sum(record, "contracted"));
        long rows = count(record, "row_count");
        var group =
                new ChargeGroup(
                        span(record), dimensions(record), amounts, sum(record, "quantity"), rows);
        var month = YearMonth.from(day(record, "billing_month"));
        return new Row(month, group, known(record));
    }

    private ChargeDays span(CsvRecord record) {
        var span = new ChargeDays(day(record, "start_day"), day(record, "end_day"));
        return spans.computeIfAbsent(span, same -> same);
    }

    private LocalDate day(CsvRecord record, String name) {
        return days.computeIfAbsent(field(record, name), LocalDate::parse);
    }

    private Dimensions dimensions(CsvRecord record) {
        int from = column("currency");
        var texts = new String[Groups.width(labels.size())];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = record.getField(from + i);
        }
        return known.computeIfAbsent(new Texts(texts), _ -> newDimensions(record));
    }

    private Dimensions newDimensions(CsvRecord record) {
        var found = new HashMap<String, String>();
        for (int i = 0; i < labels.size(); i++) {
            var value = text(record, Groups.label(i));
            if (value != null) {
                found.put(labels.get(i), value);
            }
        }
        var category = text(record, "charge_category");
        return new Dimensions(
                field(record, "currency"),
                new Dimensions.Service(
                        text(record, "provider"),
                        text(record, "service_name"),
                        text(record, "service_code")),
                new Dimensions.SubAccount(text(record, "account_id"), text(record, "account_name")),
                text(record, "region"),
                new Dimensions.Charge(
                        category == null ? "Unknown" : category,
                        text(record, "charge_class"),
                        text(record, "item"),
                        text(record, "pricing"),
                        text(record, "commitment_id"),
                        text(record, "commitment_status"),
                        text(record, "unit")),
                found);
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
        var sum = decimal(record.getField(column));
        var rest = field(record, "rest");
        return rest.isEmpty() ? sum : plus(sum, left(rest, name + "="));
    }

    private static @Nullable BigDecimal left(String rest, String name) {
        return Arrays.stream(rest.split(" "))
                .filter(digits -> digits.startsWith(name))
                .map(digits -> new BigDecimal(digits.substring(name.length())))
                .reduce(BigDecimal::add)
                .map(GroupRows::plain)
                .orElse(null);
    }

    /// Engines write the digits of one number in different ways.
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /// Without the zeros at its end: a number of few digits takes a third of the room.
    private static @Nullable BigDecimal decimal(String text) {
        if (text.isEmpty()) {
            return null;
        }
        int end = text.length();
        while (text.indexOf('.') >= 0 && text.charAt(end - 1) == '0') {
            end--;
        }
        return new BigDecimal(text.toCharArray(), 0, end);
    }

    private static @Nullable BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b : b == null ? a : a.add(b);
    }

    /// Most charges cost in one metric what they cost in another.
    private static @Nullable BigDecimal same(@Nullable BigDecimal value, @Nullable BigDecimal as) {
        return value != null
                        && as != null
                        && value.scale() == as.scale()
                        && value.compareTo(as) == 0
                ? as
                : value;
    }

    private static @Nullable String text(String field) {
        return field.isEmpty() ? null : field;
    }

    private @Nullable String text(CsvRecord record, String name) {
        return text(field(record, name));
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
