package dev.glidepath.core.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

class AxisTest {

    @Test
    void amountsAreMarkedAtRoundOnes() {
        assertThat(marks("131200", "168100.55"))
                .containsExactly("130000", "140000", "150000", "160000", "170000");
        assertThat(marks("0.012", "0.019")).startsWith("0.012", "0.014").endsWith("0.020");
        assertThat(marks("900", "9900"))
                .containsExactly("0", "2000", "4000", "6000", "8000", "10000");
        assertThat(marks("-250", "900")).startsWith("-250", "0", "250").endsWith("1000");
        assertThat(marks("-900", "-100")).startsWith("-1000").endsWith("0");
    }

    @Test
    void oneAmountHasAnAxisToo() {
        assertThat(marks("0")).startsWith("0.0").endsWith("1.0");
        assertThat(marks("5000", "5000")).startsWith("5000").hasSizeGreaterThan(2);
    }

    @Test
    void anAxisBeginsAtZeroUnlessAllIsAThirdOfTheLargest() {
        assertThat(marks("30", "90")).startsWith("20").endsWith("100");
        assertThat(marks("29.99", "90")).startsWith("0").endsWith("100");
        assertThat(marks("-90", "-30")).startsWith("-100").endsWith("-20");
        assertThat(marks("-90", "-29.99")).startsWith("-100").endsWith("0");
        assertThat(marks("0", "90")).startsWith("0").endsWith("100");
        assertThat(marks("-90", "0")).startsWith("-100").endsWith("0");
    }

    @Test
    void daysAreMarkedAtMondaysOrFirsts() {
        assertThat(new DayAxis(day("2026-05-05"), day("2026-06-01")).marks())
                .extracting(LocalDate::toString)
                .containsExactly("2026-05-11", "2026-05-18", "2026-05-25", "2026-06-01");
        assertThat(new DayAxis(day("2025-11-01"), day("2026-05-05")).marks())
                .extracting(LocalDate::toString)
                .startsWith("2025-11-01", "2025-12-01")
                .endsWith("2026-05-01");
        // Of eight Mondays all are marked, of nine every other.
        assertThat(new DayAxis(day("2026-05-04"), day("2026-06-22")).marks()).hasSize(8);
        assertThat(new DayAxis(day("2026-05-04"), day("2026-06-29")).marks())
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2026-05-04", "2026-05-18", "2026-06-01", "2026-06-15", "2026-06-29");
        assertThat(new DayAxis(day("0001-01-01"), day("9999-12-31")).marks())
                .containsExactly(day("0001-01-01"), day("9999-12-31"));
        assertThat(new DayAxis(day("2025-11-03"), day("2027-05-05")).marks())
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2026-01-01",
                        "2026-04-01",
                        "2026-07-01",
                        "2026-10-01",
                        "2027-01-01",
                        "2027-04-01");
    }

    @Test
    void aSpanOfAnyLengthHasFewMarks() {
        for (int days = 0; days < 12_000; days += 13) {
            var from = day("2025-11-12");
            assertThat(new DayAxis(from, from.plusDays(days)).marks())
                    .hasSizeLessThanOrEqualTo(8)
                    .allMatch(mark -> !mark.isBefore(from));
        }
    }

    private static List<String> marks(String... amounts) {
        return AmountAxis.over(Stream.of(amounts).map(BigDecimal::new).toList()).marks().stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
