package dev.glidepath.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Assess;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.digest.workbook.Charges;
import dev.glidepath.digest.workbook.Workbook;

import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// A workbook's charges held against the bill.
class ReconciliationTest {

    private static final LocalDate MONDAY = Company.WEEK.monday();

    @Test
    void aPartOfTheCostClosesByItself() {
        var company = Cases.usual();
        var scope = List.of("Support", "Compliance");
        assertThat(closes(company, scope, charges(company).within(scope))).isTrue();
    }

    @Test
    void anotherCurrencyIsInNoSum() {
        var company = Cases.usual().charge(MONDAY, "Support", "Usage", "EUR", "2");
        assertThat(closes(company, List.of(), charges(company))).isTrue();
    }

    /// It counts towards no target, and is not of the week that the bill is of.
    @Test
    void aTaxOfTheWeekBeforeThatIsMissingDoesNotClose() {
        var before = Company.WEEK.previous().monday();
        var company = Cases.usual().charge(before, "Support", "Tax", "USD", "1");
        var charges = charges(company);
        var fewer = new TreeMap<>(charges.detail());
        fewer.put(
                before,
                charges.detail().get(before).stream()
                        .filter(line -> !line.dimensions().charge().category().equals("Tax"))
                        .toList());
        var missing = new Charges(Company.WEEK, fewer, charges.totals(), charges.labels());
        assertThat(closes(company, List.of(), charges)).isTrue();
        assertThat(closes(company, List.of(), missing)).isFalse();
    }

    @Test
    void whatHasNoAmountIsAnEmptyCellAndNotZero() throws IOException {
        var company = Cases.usual();
        var charges = charges(company);
        var days = new TreeMap<>(charges.detail());
        var lines = new ArrayList<CostLine>(days.getOrDefault(MONDAY, List.of()));
        var first = lines.getFirst();
        var unknown = new Amounts(BigDecimal.ONE, null, null, null);
        lines.set(0, new CostLine("Unknown", first.dimensions(), unknown, null, 1));
        days.put(MONDAY, lines);
        var detail = new Charges(Company.WEEK, days, charges.totals(), charges.labels());
        assertThat(rows(Workbook.of(finding(company), company.provenance(), detail), "Detail"))
                .filteredOn(row -> row.getCellText(2).equals("Unknown"))
                .singleElement()
                .matches(
                        row ->
                                row.getOptionalCell(13)
                                        .filter(cell -> cell.getType() == CellType.NUMBER)
                                        .isEmpty());
    }

    @Test
    void thatItIsHeldIsSaidWithEveryReason() throws IOException {
        var company = Cases.usual();
        var held = finding(company).held("not settled").held("disputed");
        assertThat(rows(Workbook.of(held, company.provenance(), charges(company)), "Summary"))
                .filteredOn(row -> row.getCellText(0).equals("HELD"))
                .extracting(row -> row.getCellText(1))
                .contains("not settled", "disputed");
    }

    private static List<Row> rows(byte[] bytes, String name) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return workbook.findSheet(name).orElseThrow().read();
        }
    }

    private static boolean closes(Company company, List<String> scope, Charges charges) {
        var finding = Assess.week(company.plan(), Company.WEEK, scope, company.ledger());
        return Workbook.closes(finding, company.provenance(), charges);
    }

    private static Finding finding(Company company) {
        return Assess.week(company.plan(), Company.WEEK, List.of(), company.ledger());
    }

    private static Charges charges(Company company) {
        var ledger = company.ledger();
        return new Charges(Company.WEEK, ledger.detail(), ledger.days(), Set.of());
    }
}
