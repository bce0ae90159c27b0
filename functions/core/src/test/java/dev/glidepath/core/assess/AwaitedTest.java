package dev.glidepath.core.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

class AwaitedTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final Made made = new Made();

    @Test
    void aFeeOfEveryDayOfTheMonthBeforeIsAwaitedUntilItComes() {
        fee("Support", "Purchase", APRIL, MAY);
        fee("Analytics", "Purchase", APRIL, MAY);
        assertThat(awaited())
                .containsExactly(
                        new Awaited("Analytics", YearMonth.of(2026, 5), new BigDecimal("30")),
                        new Awaited("Support", YearMonth.of(2026, 5), new BigDecimal("30")));
        fee("Support", "Purchase", MAY.plusDays(8), MAY.plusDays(9));
        assertThat(awaited()).extracting(Awaited::service).containsExactly("Analytics");
    }

    @Test
    void whatComesAfterTheDayIsStillAwaited() {
        fee("Support", "Purchase", APRIL, MAY);
        fee("Support", "Purchase", MAY.plusDays(10), MAY.plusDays(11));
        assertThat(awaited()).extracting(Awaited::service).containsExactly("Support");
    }

    @Test
    void whatIsNotOfAWholeMonthIsNotAwaited() {
        fee("Support", "Purchase", APRIL.plusDays(1), MAY);
        fee("EC2", "Usage", APRIL, MAY);
        fee("S3", "Tax", APRIL, MAY);
        APRIL.datesUntil(MAY).forEach(d -> made.charge(d, "A", "Free", "Purchase", "USD", "0"));
        assertThat(awaited()).isEmpty();
    }

    @Test
    void aServiceWithoutANameIsSaidToHaveNone() {
        fee(null, "Purchase", APRIL, MAY);
        assertThat(awaited())
                .extracting(Awaited::service)
                .containsExactly("a service without name");
    }

    private List<Awaited> awaited() {
        return Awaited.of(made.ledger(), Made.plan().basis(), MAY.plusDays(9));
    }

    private void fee(@Nullable String service, String charge, LocalDate from, LocalDate end) {
        from.datesUntil(end).forEach(day -> made.charge(day, "A", service, charge, "USD", "1"));
    }
}
