package dev.glidepath.local.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glidepath.core.cost.Amounts;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class TruthTest {

    static final Settings SIX_MONTHS =
            new Settings(42, LocalDate.of(2026, 1, 1), 6, 3_000, EnumSet.allOf(Export.class));

    @Test
    void isAlikePerDayInBothFormatsOfTheSameBill() {
        for (var settings : List.of(SIX_MONTHS, few())) {
            for (var asOf : List.of("2026-03-20", "2026-05-06", "2026-07-08")) {
                var truth = Company.of(settings).truth(LocalDate.parse(asOf));
                assertThat(Read.perDay(truth.lines("cur2-org")))
                        .isEqualTo(Read.perDay(truth.lines("focus-org")))
                        .isEqualTo(Read.perDay(truth.lines("legacy-org")));
            }
        }
    }

    @Test
    void addsUpToTheRows() {
        for (var bill : Company.of(SIX_MONTHS).truth().bills()) {
            assertThat(bill.lines().stream().map(Truth.Line::billed).reduce(BigDecimal::add))
                    .get()
                    .matches(sum -> sum.compareTo(Read.known(bill.totals().billed())) == 0);
            assertThat(bill.lines().stream().map(Truth.Line::effective).reduce(BigDecimal::add))
                    .get()
                    .matches(sum -> sum.compareTo(Read.known(bill.totals().effective())) == 0);
        }
    }

    @Test
    void hasOnlyAmountsThatADoubleHoldsExactly() {
        for (var settings : List.of(SIX_MONTHS, few())) {
            var story = new Story(settings);
            for (var book : List.of("AWS", "workplace", "helpdesk")) {
                story.charges(book, YearMonth.of(2026, 4), LocalDate.of(2026, 5, 8))
                        .map(Charge::amounts)
                        .flatMap(TruthTest::all)
                        .forEach(
                                amount -> {
                                    assertThat(amount.precision()).isLessThanOrEqualTo(15);
                                    assertThat(amount.scale()).isLessThanOrEqualTo(12);
                                });
            }
        }
    }

    @Test
    void tellsTheStoryOfThePlan() {
        var months = effectivePerMonth(Company.of(SIX_MONTHS).truth());

        assertThat(months.get("2026-01 Infrastructure")).isBetween(usd(49_000), usd(52_000));
        assertThat(months.get("2026-01 Operational")).isBetween(usd(98_000), usd(104_000));
        assertThat(months.get("2026-01 Support")).isBetween(usd(29_000), usd(31_500));
        assertThat(months.get("2026-01 Compliance")).isBetween(usd(19_000), usd(21_000));
        assertThat(months.get("2026-01 Unallocated")).isBetween(usd(900), usd(2_000));
        assertThat(months.get("2026-06 Infrastructure")).isLessThan(usd(39_200));
        assertThat(months.get("2026-06 Operational")).isGreaterThan(usd(90_000));
        assertThat(months.get("2026-06 Support")).isBetween(usd(24_000), usd(25_500));
        assertThat(months.get("2026-06 Compliance")).isBetween(usd(14_600), usd(15_400));
    }

    @Test
    void bringsCreditsFeesAndRestatementsLate() {
        var company = Company.of(SIX_MONTHS);
        var before = company.truth(LocalDate.of(2026, 3, 24));
        var after = company.truth(LocalDate.of(2026, 3, 26));
        assertThat(credits(after).subtract(credits(before))).isEqualByComparingTo("-450");

        var open = supportInMarch(company.truth(LocalDate.of(2026, 4, 4)));
        var closed = supportInMarch(company.truth(LocalDate.of(2026, 4, 6)));
        assertThat(open).isZero();
        assertThat(closed).isGreaterThan(usd(3_500));
    }

    @Test
    void changesOnlyTheNewestDaysWithinAMonthButForTax() {
        var company = Company.of(SIX_MONTHS);
        var earlier = usagePerDay(company.truth(LocalDate.of(2026, 2, 12)));
        var later = usagePerDay(company.truth(LocalDate.of(2026, 2, 14)));

        assertThat(earlier.headMap(LocalDate.of(2026, 2, 9), true))
                .isEqualTo(later.headMap(LocalDate.of(2026, 2, 9), true));
        assertThat(earlier.get(LocalDate.of(2026, 2, 11)))
                .isLessThan(later.get(LocalDate.of(2026, 2, 11)));
    }

    @Test
    void namesWhatWasPlanted() {
        assertThat(Company.of(SIX_MONTHS).truth().events().stream().map(Event::name))
                .contains(
                        "Compute Savings Plan bought",
                        "A backup copied across regions by mistake",
                        "Credit two weeks after an outage",
                        "Correction of an earlier month",
                        "Refund of snapshots",
                        "Promptly arrives, and no rule matches it");
    }

    @Test
    void isWrittenWithAmountsAsText(@TempDir Path out) throws IOException {
        var truth = Company.of(SIX_MONTHS).truth(LocalDate.of(2026, 2, 12));
        truth.write(out.resolve("truth.json"));

        var json = new ObjectMapper().readTree(out.resolve("truth.json").toFile());
        assertThat(json.at("/bills/0/effective").asText())
                .isEqualTo(
                        Read.known(truth.bills().getFirst().totals().effective()).toPlainString());
        assertThat(json.get("bills")).hasSameSizeAs(truth.bills());
        assertThat(json.at("/bills/0/lines/0/billed").isTextual()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 20_000})
    void hasAboutAsManyRowsAsAskedFor(int rows) {
        var settings = new Settings(1, LocalDate.of(2026, 1, 1), 1, rows, Export.USUAL);
        var bill = Company.of(settings).truth().bills().getFirst();
        assertThat(bill.rows()).isBetween(rows * 9L / 10, rows * 12L / 10);
    }

    private static Settings few() {
        return new Settings(9, LocalDate.of(2026, 1, 1), 6, 500, EnumSet.allOf(Export.class));
    }

    private static NavigableMap<String, BigDecimal> effectivePerMonth(Truth truth) {
        var months = new TreeMap<String, BigDecimal>();
        for (var export : List.of("cur2-org", "saas-workplace", "saas-helpdesk")) {
            for (var line : truth.lines(export)) {
                if (!Set.of("Tax", "Credit").contains(line.chargeCategory())) {
                    var key = YearMonth.from(line.day()) + " " + line.category();
                    months.merge(key, line.effective(), BigDecimal::add);
                }
            }
        }
        return months;
    }

    private static BigDecimal credits(Truth truth) {
        return truth.lines("focus-org").stream()
                .filter(line -> line.chargeCategory().equals("Credit"))
                .map(Truth.Line::billed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal supportInMarch(Truth truth) {
        return truth.lines("focus-org").stream()
                .filter(line -> YearMonth.from(line.day()).equals(YearMonth.of(2026, 3)))
                .filter(line -> line.category().equals("Support"))
                .map(Truth.Line::billed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static NavigableMap<LocalDate, BigDecimal> usagePerDay(Truth truth) {
        return truth.lines("focus-org").stream()
                .filter(line -> line.chargeCategory().equals("Usage"))
                .collect(
                        Collectors.toMap(
                                Truth.Line::day,
                                Truth.Line::effective,
                                BigDecimal::add,
                                TreeMap::new));
    }

    private static Stream<BigDecimal> all(Amounts amounts) {
        return Stream.<@Nullable BigDecimal>of(
                        amounts.billed(), amounts.effective(), amounts.list(), amounts.contracted())
                .map(Read::known);
    }

    private static BigDecimal usd(long dollars) {
        return BigDecimal.valueOf(dollars);
    }
}
