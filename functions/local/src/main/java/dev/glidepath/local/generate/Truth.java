package dev.glidepath.local.generate;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.money.Split;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// What the exports say as of a day, from the charges and not from the files.
///
/// @param bills per export and billing period, the newest delivery
/// @param events what was planted, by date
public record Truth(LocalDate asOf, List<Bill> bills, List<Event> events) {

    private static final Set<String> COMPLIANCE =
            Set.of("AWSConfig", "AmazonGuardDuty", "AWSSecurityHub", "AWSCloudTrail");

    public Truth {
        bills = List.copyOf(bills);
        events = List.copyOf(events);
    }

    /// @param rows rows of the delivery's files
    /// @param totals of all rows; contracted is null where the format has none
    /// @param lines by charge day, category and charge category; charges of several days are spread
    public record Bill(Execution.Id id, long rows, Amounts totals, List<Line> lines) {
        public Bill {
            lines = List.copyOf(lines);
        }
    }

    /// @param category where the plan's rules should put it
    /// @param chargeCategory FOCUS's word; for CUR what its line item type is in FOCUS
    public record Line(
            LocalDate day,
            String category,
            String chargeCategory,
            BigDecimal billed,
            BigDecimal effective) {}

    /// The lines of one export over all billing periods, those that are alike summed.
    public List<Line> lines(String export) {
        var sums = new TreeMap<String, Line>();
        bills.stream()
                .filter(bill -> bill.id().export().equals(export))
                .flatMap(bill -> bill.lines().stream())
                .forEach(line -> sums.merge(key(line), line, Truth::plus));
        return List.copyOf(sums.values());
    }

    /// Writes it as JSON with amounts as text.
    public void write(Path file) throws IOException {
        TruthFile.write(this, file);
    }

    /// Which of the plan's categories a thing's charges belong to.
    static String category(Item item) {
        var code = item.service().code();
        if (code == null) {
            return switch (item.service().vendor()) {
                case "Hubline", "Chartlight", "Mailforge" -> "Operational";
                case "Northdesk" -> "Support";
                case "Auditory" -> "Compliance";
                default -> CostLine.UNALLOCATED;
            };
        }
        if (COMPLIANCE.contains(code)) {
            return "Compliance";
        }
        if (code.startsWith("AWSSupport")) {
            return "Support";
        }
        return switch (item.place().account().name()) {
            case "sandbox", "security" -> CostLine.UNALLOCATED;
            default -> "Infrastructure";
        };
    }

    private record Span(ChargeDays days, String category, String chargeCategory) {}

    static Bill bill(Execution.Id id, Iterator<Charge> rows, Sheet sheet) {
        var spans = new HashMap<Span, Amounts>();
        long count = 0;
        for (; rows.hasNext(); count++) {
            var row = rows.next();
            spans.merge(span(row), sheet.stated().apply(row), Amounts::plus);
        }
        var totals = spans.values().stream().reduce(Amounts.NONE, Amounts::plus);
        var lines = new TreeMap<String, Line>();
        spans.forEach((span, amounts) -> spread(span, amounts, lines));
        return new Bill(id, count, totals, List.copyOf(lines.values()));
    }

    private static Span span(Charge row) {
        return new Span(row.days(), category(row.item()), row.kind().category());
    }

    private static void spread(Span span, Amounts amounts, Map<String, Line> lines) {
        var billed = Split.evenly(known(amounts.billed()), span.days().count());
        var effective = Split.evenly(known(amounts.effective()), span.days().count());
        int i = 0;
        for (var day : span.days().stream().toList()) {
            var line =
                    new Line(
                            day,
                            span.category(),
                            span.chargeCategory(),
                            billed.get(i),
                            effective.get(i));
            lines.merge(key(line), line, Truth::plus);
            i++;
        }
    }

    private static BigDecimal known(@Nullable BigDecimal amount) {
        return Objects.requireNonNull(amount, "every row has a billed and effective cost");
    }

    private static String key(Line line) {
        return line.day() + "|" + line.category() + "|" + line.chargeCategory();
    }

    private static Line plus(Line one, Line other) {
        return new Line(
                one.day(),
                one.category(),
                one.chargeCategory(),
                one.billed().add(other.billed()),
                one.effective().add(other.effective()));
    }
}
