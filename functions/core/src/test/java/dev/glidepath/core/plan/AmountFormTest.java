package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Optional;

class AmountFormTest {

    private final AmountForm form = new AmountForm("USD", true);

    @Test
    void theLargestAmountIsBelowAThousandTrillion() {
        assertThat(form.of("999,999,999M")).isEqualByComparingTo("999999999000000");
        assertThatThrownBy(() -> form.of("1,000,000,000M"))
                .isInstanceOf(Form.Refused.class)
                .hasMessageContaining("too large");
    }

    @Test
    void thousandsMillionsAndBillionsAreWhatTheySay() {
        assertThat(form.of("1.5K")).isEqualByComparingTo("1500");
        assertThat(form.of("1.5M/month")).isEqualByComparingTo("1500000");
        assertThat(form.of("USD 2B")).isEqualByComparingTo("2000000000");
        assertThat(form.of("$50,000.25")).isEqualByComparingTo("50000.25");
    }

    /// Months are the calendar's, days are days.
    @Test
    void aDayIsCountedFromTheStart() {
        var dates = new DateForm(Optional.of(LocalDate.of(2026, 1, 31)));
        assertThat(dates.of("1M").date()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(dates.of("6M").date()).isEqualTo(LocalDate.of(2026, 7, 31));
        assertThat(dates.of("30D").date()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(dates.of("99M").date()).isEqualTo(LocalDate.of(2034, 4, 30));
        // Three digits and an M are what a comma leaves of 1,200M.
        assertThatThrownBy(() -> dates.of("120M")).hasMessageContaining("follows a comma");
        assertThatThrownBy(() -> dates.of("1000M"))
                .hasMessageContaining("more than ten years: write at most 99M, or the day itself");
        assertThat(dates.of("3660D").label()).isEqualTo("3660D");
        assertThatThrownBy(() -> dates.of("3661D")).hasMessageContaining("more than ten years");
    }
}
