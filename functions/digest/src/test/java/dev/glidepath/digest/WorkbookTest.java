package dev.glidepath.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Assess;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.money.Money;
import dev.glidepath.digest.workbook.Charges;
import dev.glidepath.digest.workbook.Workbook;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

class WorkbookTest {

    private static final int AMOUNT = 13;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Test
    void detailAddsUpToTheBill() throws IOException {
        var company = Cases.usual();
        var sheets = sheets(company, List.of());
        var week = Company.WEEK.toString();
        var sum =
                rows(sheets, "Detail").stream()
                        .filter(r -> text(r, 1).equals(week) && text(r, 10).equals("yes"))
                        .map(r -> number(r, AMOUNT))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var bill = finding(company, List.of()).assessment().bill();
        assertThat(sum).isEqualByComparingTo(bill.counted());
        assertThat(amount(sheets, "Summary", "Counted towards the targets"))
                .isEqualByComparingTo(bill.counted().setScale(2, RoundingMode.HALF_UP));
    }

    @Test
    void theCentsOfColumnsAddUpToTheirTotals() throws IOException {
        for (var company : List.of(Cases.usual(), Cases.many(60, 20), Cases.hostile(n -> n))) {
            var sheets = sheets(company, List.of());
            var categories = rows(sheets, "Variance by category");
            addsUp(categories, List.of(2, 3, 4, 7, 8, 9, 10, 11));
            assertThat(amount(sheets, "Summary", "Counted towards the targets"))
                    .isEqualByComparingTo(number(categories.getLast(), 10));
            addsUp(
                    rows(sheets, "Variance by cost centre").stream()
                            .takeWhile(r -> r.getCellCount() > 3)
                            .toList(),
                    List.of(1, 2, 3));
        }
    }

    private static void addsUp(List<Row> rows, List<Integer> columns) {
        assertThat(rows).hasSizeGreaterThan(1);
        for (int column : columns) {
            var parts =
                    rows.subList(1, rows.size() - 1).stream()
                            .map(r -> number(r, column))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(parts).isEqualByComparingTo(number(rows.getLast(), column));
            assertThat(parts.remainder(CENT)).isZero();
        }
    }

    @Test
    void everySumOfTheReconciliationCloses() throws IOException {
        var rows = rows(sheets(Cases.usual(), List.of()), "Reconciliation");
        var differences = rows.stream().filter(r -> isNumber(r, 3)).toList();
        assertThat(differences).hasSizeGreaterThan(10).allMatch(r -> number(r, 3).signum() == 0);
        assertThat(differences)
                .allMatch(r -> new BigDecimal(text(r, 1)).equals(new BigDecimal(text(r, 2))));
        assertThat(rows).noneMatch(r -> text(r, 4).equals("DOES NOT CLOSE"));
    }

    @Test
    void detailThatMissesAChargeDoesNotClose() {
        var company = Cases.usual();
        var finding = finding(company, List.of());
        var charges = charges(company);
        var fewer = new TreeMap<>(charges.detail());
        fewer.put(Company.WEEK.monday(), charges.detail().get(Company.WEEK.monday()).subList(1, 3));
        var missing = new Charges(Company.WEEK, fewer, charges.totals(), charges.labels());
        assertThat(Workbook.closes(finding, company.provenance(), charges)).isTrue();
        assertThat(Workbook.closes(finding, company.provenance(), missing)).isFalse();
    }

    @Test
    void nothingFromTheDataIsAFormula() throws IOException {
        for (var file : files(workbook(Cases.hostile(n -> n), List.of())).entrySet()) {
            assertThat(file.getValue())
                    .as(file.getKey())
                    .doesNotContain("<f>")
                    .doesNotContain("<f ");
        }
        var cells = new HashSet<String>();
        rows(sheets(Cases.hostile(n -> n), List.of()), "Detail")
                .forEach(
                        r ->
                                cells.addAll(
                                        r.stream()
                                                .filter(Objects::nonNull)
                                                .map(Cell::getText)
                                                .toList()));
        assertThat(cells).contains("=cmd()", "<script>alert(1)</script>");
    }

    @Test
    void daysAndAmountsAreReal() throws IOException {
        var row = rows(sheets(Cases.usual(), List.of()), "Detail").get(1);
        assertThat(row.getCell(0).asDate().toLocalDate())
                .isEqualTo(Company.WEEK.previous().monday());
        assertThat(row.getCell(AMOUNT).getType()).isEqualTo(CellType.NUMBER);
    }

    @Test
    void aScopedWorkbookHasNothingOfOtherCategories() throws IOException {
        var everything =
                files(workbook(Cases.usual(), List.of("Support", "Compliance")))
                        .values()
                        .toString();
        assertThat(everything)
                .contains("Compliance")
                .doesNotContain("Infrastructure")
                .doesNotContain("Operational")
                .doesNotContain("Athena")
                .doesNotContain("Amazon S3")
                .doesNotContain("aws-cur");
    }

    @Test
    void veryManyChargesStandTogetherAndStillAddUp() throws IOException {
        var company = Cases.many(1_000, 3);
        var sheets = sheets(company, List.of());
        var detail = rows(sheets, "Detail");
        assertThat(detail).hasSizeBetween(10_001, 10_200);
        assertThat(detail).anyMatch(r -> text(r, 5).equals("(smaller charges together)"));
        var sum =
                detail.stream()
                        .filter(r -> text(r, 1).equals(Company.WEEK.toString()))
                        .map(r -> number(r, AMOUNT))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var bill = finding(company, List.of()).assessment().bill();
        assertThat(Money.normalise(sum)).isEqualByComparingTo(bill.total());
        assertThat(workbook(company, List.of())).hasSizeLessThan(1_000_000);
    }

    /// What takes most off the bill is as large as what adds most.
    @Test
    void aLargeCreditIsListedAmongVeryManyCharges() throws IOException {
        var company = Cases.many(1_000, 3);
        company.spike(Company.WEEK.monday(), "Infrastructure", "Taken back", "-5000");
        assertThat(rows(sheets(company, List.of()), "Detail"))
                .hasSizeGreaterThan(10_000)
                .anyMatch(r -> text(r, 5).equals("Taken back"));
    }

    @Test
    void costCentresPastTheThousandthStandTogether() throws IOException {
        var company = Cases.usual();
        for (int i = 0; i < 1_100; i++) {
            company.account(Company.WEEK.monday(), "Infrastructure", "acc-" + i, "1." + (100 + i));
        }
        var rows = rows(sheets(company, List.of()), "Variance by cost centre");
        var total = rows.stream().filter(r -> text(r, 0).equals("Total")).findFirst().orElseThrow();
        assertThat(rows).anyMatch(r -> text(r, 0).equals("and 101 more"));
        assertThat(number(total, 2))
                .isEqualByComparingTo(
                        finding(company, List.of())
                                .assessment()
                                .bill()
                                .counted()
                                .setScale(2, RoundingMode.HALF_UP));
    }

    /// Also later: it has the time of its figures, and no other.
    @Test
    void theSameWeekIsTheSameBytes() throws IOException {
        var company = Cases.usual();
        var workbook = workbook(company, List.of());
        assertThat(workbook(Cases.usual(), List.of())).isEqualTo(workbook);

        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                assertThat(file.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
            }
        }
        assertThat(files(workbook).get("docProps/core.xml"))
                .contains(">" + company.provenance().asOf() + "</dcterms:created>");
    }

    private static Finding finding(Company company, List<String> scope) {
        return Assess.week(company.plan(), Company.WEEK, scope, company.ledger());
    }

    private static Charges charges(Company company) {
        var ledger = company.ledger();
        return new Charges(Company.WEEK, ledger.detail(), ledger.days(), Set.of());
    }

    private static byte[] workbook(Company company, List<String> scope) {
        return Workbook.of(
                finding(company, scope),
                company.provenance(),
                scope.isEmpty() ? charges(company) : charges(company).within(scope));
    }

    private static TreeMap<String, List<Row>> sheets(Company company, List<String> scope)
            throws IOException {
        var bytes = workbook(company, scope);
        var sheets = new TreeMap<String, List<Row>>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (var sheet : workbook.getSheets().toList()) {
                sheets.put(sheet.getName(), sheet.read());
            }
        }
        return sheets;
    }

    private static List<Row> rows(TreeMap<String, List<Row>> sheets, String name) {
        return sheets.getOrDefault(name, List.of());
    }

    private static BigDecimal amount(
            TreeMap<String, List<Row>> sheets, String sheet, String title) {
        return rows(sheets, sheet).stream()
                .filter(r -> text(r, 0).equals(title))
                .map(r -> number(r, 1))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNumber(Row row, int column) {
        return row.getOptionalCell(column).filter(c -> c.getType() == CellType.NUMBER).isPresent();
    }

    private static BigDecimal number(Row row, int column) {
        return row.getOptionalCell(column)
                .filter(c -> c.getType() == CellType.NUMBER)
                .map(Cell::asNumber)
                .orElse(BigDecimal.ZERO);
    }

    private static String text(Row row, int column) {
        return row.getOptionalCell(column).map(Cell::getText).orElse("");
    }

    private static TreeMap<String, String> files(byte[] workbook) throws IOException {
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(new ArrayList<>(files.keySet())).contains("xl/sharedStrings.xml");
        return files;
    }
}
