package dev.glidepath.collect.charges;

import static java.util.Objects.requireNonNull;

import dev.glidepath.collect.charges.GroupRows.Known;
import dev.glidepath.collect.charges.GroupRows.Row;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.core.cost.Dimensions;

import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Reads the rows of [FileGroups] out of DuckDB's own vectors, which takes a tenth of a getter for
/// each cell of a result set. There may be a million of them: what repeats is one object.
final class GroupChunks {

    private final KnownDimensions dimensions;
    private final Map<String, Dimensions> byNames = new HashMap<>();
    private final Map<ChargeDays, ChargeDays> spans = new HashMap<>();
    private final Map<LocalDate, YearMonth> months = new HashMap<>();

    GroupChunks(List<String> labels) {
        this.dimensions = new KnownDimensions(labels);
    }

    /// @return how many groups there were
    long read(DuckDBChunkedResult result, Consumer<Row> each) {
        var at = new HashMap<String, Integer>();
        for (int i = 0; i < result.columnCount(); i++) {
            at.put(result.columnName(i), i);
        }
        long groups = 0;
        while (result.nextChunk()) {
            var chunk = new Chunk(result.chunk(), at);
            for (int row = 0; row < chunk.rows; row++) {
                each.accept(chunk.row(row));
            }
            groups += chunk.rows;
        }
        return groups;
    }

    /// Some thousand rows.
    private final class Chunk {

        private final long rows;
        private final DuckDBReadableVector names;
        private final DuckDBReadableVector startDay;
        private final DuckDBReadableVector endDay;
        private final DuckDBReadableVector billingMonth;
        private final DuckDBReadableVector counts;
        private final DuckDBReadableVector rests;
        private final Figure billed;
        private final Figure effective;
        private final Figure effectiveToo;
        private final Figure list;
        private final Figure contracted;
        private final Figure quantity;

        Chunk(DuckDBDataChunkReader chunk, Map<String, Integer> at) {
            var vectors = new HashMap<String, DuckDBReadableVector>();
            at.forEach((name, column) -> vectors.put(name, chunk.vector(column)));
            this.rows = chunk.rowCount();
            this.names = requireNonNull(vectors.get("names"));
            this.startDay = requireNonNull(vectors.get("start_day"));
            this.endDay = requireNonNull(vectors.get("end_day"));
            this.billingMonth = requireNonNull(vectors.get("billing_month"));
            this.counts = requireNonNull(vectors.get("row_count"));
            this.rests = requireNonNull(vectors.get("rest"));
            this.billed = new Figure("billed", vectors);
            this.effective = new Figure("effective", vectors);
            this.effectiveToo = new Figure("effective_2", vectors);
            this.list = new Figure("list", vectors);
            this.contracted = new Figure("contracted", vectors);
            this.quantity = new Figure("quantity", vectors);
        }

        Row row(int row) {
            var rest = rests.isNull(row) ? "" : rests.getString(row);
            var amounts =
                    new Amounts(
                            billed.sum(row, rest),
                            Sums.plus(effective.sum(row, rest), effectiveToo.sum(row, rest)),
                            list.sum(row, rest),
                            contracted.sum(row, rest));
            var group =
                    new ChargeGroup(
                            span(row),
                            byNames.computeIfAbsent(names.getString(row), this::dimensions),
                            amounts,
                            Sums.plain(quantity.sum(row, rest)),
                            counts.getLong(row));
            var month = months.computeIfAbsent(billingMonth.getLocalDate(row), YearMonth::from);
            var known =
                    new Known(
                            billed.known(row),
                            effective.known(row),
                            list.known(row),
                            contracted.known(row));
            return new Row(month, group, known);
        }

        private ChargeDays span(int row) {
            var span = new ChargeDays(startDay.getLocalDate(row), endDay.getLocalDate(row));
            return spans.computeIfAbsent(span, same -> same);
        }

        private Dimensions dimensions(String names) {
            var texts = new ArrayList<String>();
            for (int at = 0; at < names.length(); ) {
                int colon = names.indexOf(':', at);
                int length = colon == at ? 0 : Integer.parseInt(names, at, colon, 10);
                at = names.offsetByCodePoints(colon + 1, length);
                texts.add(names.substring(colon + 1, at));
            }
            return dimensions.of(texts::get);
        }
    }

    /// The columns of a number; none where the format does not have it.
    private record Figure(
            String name,
            @Nullable DuckDBReadableVector units,
            @Nullable DuckDBReadableVector exact,
            @Nullable DuckDBReadableVector counts) {

        Figure(String name, Map<String, DuckDBReadableVector> vectors) {
            this(
                    name,
                    vectors.get(name),
                    vectors.get(name + "_exact"),
                    vectors.get(name + "_known"));
        }

        @Nullable BigDecimal sum(int row, String rest) {
            BigDecimal sum = null;
            if (units != null && !units.isNull(row)) {
                sum = Sums.ofUnits(units.getLong(row));
            } else if (exact != null && !exact.isNull(row)) {
                sum = exact.getBigDecimal(row);
            }
            return rest.isEmpty() ? sum : Sums.plus(sum, Sums.left(rest, name));
        }

        long known(int row) {
            return counts == null ? 0 : counts.getLong(row);
        }
    }
}
