package dev.glidepath.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.HashSet;

class ChargeDaysTest {

    private static final LocalDate MAY_4 = LocalDate.of(2026, 5, 4);

    @Test
    void hasItsFirstDayAndNotItsEnd() {
        var days = new ChargeDays(MAY_4, MAY_4.plusDays(3));
        assertThat(days.has(MAY_4.minusDays(1))).isFalse();
        assertThat(days.has(MAY_4)).isTrue();
        assertThat(days.has(MAY_4.plusDays(2))).isTrue();
        assertThat(days.has(MAY_4.plusDays(3))).isFalse();
        assertThat(days.count()).isEqualTo(3);
        assertThat(days.stream())
                .containsExactly(MAY_4, MAY_4.plusDays(1), MAY_4.plusDays(2))
                .allMatch(days::has);
    }

    @Test
    void aDayIsOneDay() {
        assertThat(ChargeDays.of(MAY_4)).isEqualTo(new ChargeDays(MAY_4, MAY_4.plusDays(1)));
    }

    /// Charges are grouped by their days: a hash that is nearly one number would take forever.
    @Test
    void daysThatFollowEachOtherAreTheirOwnHashes() {
        var hashes = new HashSet<Integer>();
        for (int start = 0; start < 400; start++) {
            for (int count = 1; count <= 31; count++) {
                var first = MAY_4.plusDays(start);
                hashes.add(new ChargeDays(first, first.plusDays(count)).hashCode());
            }
        }
        assertThat(hashes).hasSizeGreaterThan(400 * 31 * 99 / 100);
    }

    @Test
    void noDayIsNoChargePeriod() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChargeDays(MAY_4, MAY_4));
    }
}
