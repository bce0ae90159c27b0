package dev.glidepath.store;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.RollUp;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The lines of a charge day as canonical text: one line of text each, sorted. A unit stands at the
/// end, and only where there is one, so that lines from before there were units are read as well.
final class Lines {

    private static final int FIELDS_BEFORE_LABELS = 14;

    private static final Dimensions.SubAccount ANY_ACCOUNT = new Dimensions.SubAccount(null, null);

    private Lines() {}

    /// What digests and trends read: currency, service and charge category only.
    static List<CostLine> totals(List<CostLine> lines) {
        return totalling().of(lines);
    }

    /// [#totals] of many days.
    static RollUp totalling() {
        return new RollUp(
                d ->
                        new Dimensions(
                                d.currency(),
                                d.service(),
                                ANY_ACCOUNT,
                                null,
                                new Dimensions.Charge(
                                        d.charge().category(), null, null, null, null, null),
                                Map.of()));
    }

    static String encode(List<CostLine> lines) {
        return new LineTexts().encode(lines);
    }

    static List<CostLine> decode(String text) {
        return decode(text, new HashMap<>());
    }

    /// @param heads what was read before: lines that are alike but in their figures share it, which
    ///   is most of what they are, today and on other days
    static List<CostLine> decode(String text, Map<String, Head> heads) {
        var reader = new FieldReader(text);
        var lines = new ArrayList<CostLine>();
        while (reader.hasMore()) {
            lines.add(decode(reader, heads));
        }
        return lines;
    }

    /// All of a line but its figures.
    record Head(String category, Dimensions dimensions) {

        CostLine with(Amounts amounts, @Nullable BigDecimal quantity, long rows) {
            return new CostLine(category, dimensions, amounts, quantity, rows);
        }
    }

    private static CostLine decode(FieldReader reader, Map<String, Head> heads) {
        int start = reader.position();
        reader.skip(FIELDS_BEFORE_LABELS);
        reader.skip(2 * reader.size());
        var text = reader.since(start);
        var amounts = reader.amounts();
        var quantity = reader.decimal();
        long rows = reader.count();
        int end = reader.position();
        reader.skip(reader.isAtLineEnd() ? 0 : 1);
        var unit = reader.since(end);
        reader.endLine();
        return heads.computeIfAbsent(text + unit, Lines::head).with(amounts, quantity, rows);
    }

    private static Head head(String text) {
        var reader = new FieldReader(text);
        var category = reader.known();
        var currency = reader.known();
        var service = new Dimensions.Service(reader.text(), reader.text(), reader.text());
        var account = new Dimensions.SubAccount(reader.text(), reader.text());
        var region = reader.text();
        var charge =
                new Dimensions.Charge(
                        reader.known(),
                        reader.text(),
                        reader.text(),
                        reader.text(),
                        reader.text(),
                        reader.text());
        var labels = labels(reader);
        var unit = reader.hasMore() ? reader.text() : null;
        return new Head(
                category,
                new Dimensions(currency, service, account, region, charge.countedIn(unit), labels));
    }

    private static Map<String, String> labels(FieldReader reader) {
        var labels = new HashMap<String, String>();
        for (int left = reader.size(); left > 0; left--) {
            labels.put(reader.known(), reader.known());
        }
        return labels;
    }
}
