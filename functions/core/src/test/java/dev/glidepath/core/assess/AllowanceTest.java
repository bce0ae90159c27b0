package dev.glidepath.core.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.GlidePath.Milestone;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

class AllowanceTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Test
    void aDayIsAllowedItsShareOfAMeanMonth() {
        // 365.25 days a year are 30.4375 a month.
        assertThat(allowed("3043.75", "3043.75", 1)).isEqualByComparingTo("100");
        assertThat(allowed("3043.75", "3043.75", 31)).isEqualByComparingTo("3100");
        assertThat(allowed("0", "0", 7)).isZero();
    }

    @Test
    void aShareIsRoundedToTwelveDecimalsAndNotUp() {
        // 2 × 12 / 365.25 = 0.065708418891170…
        assertThat(allowed("2", "2", 1)).isEqualByComparingTo("0.065708418891");
        // 1 × 12 / 365.25 = 0.032854209445585…
        assertThat(allowed("1", "1", 1)).isEqualByComparingTo("0.032854209446");
        assertThat(allowed("2", "2", 28)).isEqualByComparingTo("1.839835728948");
    }

    @Test
    void eachDayIsAllowedWhatThePathAllowsOnIt() {
        // From 3043.75 on the first down to nothing on the fifth day: 100, 75, 50, 25, 0.
        assertThat(allowed("3043.75", "0", 5)).isEqualByComparingTo("250");
    }

    private static BigDecimal allowed(String from, String to, int days) {
        var path =
                new GlidePath(
                        new Milestone("baseline", START, new BigDecimal(from)),
                        List.of(new Milestone("4D", START.plusDays(4), new BigDecimal(to))));
        return Allowance.of(path, new ChargeDays(START, START.plusDays(days)));
    }
}
