package dev.glidepath.core.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Earlier.Differing;
import dev.glidepath.core.assess.Earlier.Replaced;
import dev.glidepath.core.assess.Restated.Cause;
import dev.glidepath.core.assess.Restated.Why;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.plan.Plan;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

class RestatedCausesTest {

    private static final LocalDate DAY = Made.WEEK.monday();

    @ParameterizedTest
    @CsvSource({
        "Usage, , , 10, USAGE_CAME_LATE",
        "Usage, , , -10, REFUND",
        "Usage, , plan-1, -10, USAGE_CAME_LATE",
        "Usage, Correction, , 10, CORRECTION",
        "Usage, Correction, , -10, REFUND",
        "Usage, Correction, , 0.01, CORRECTION",
        "Credit, , , -10, CREDIT",
        "Tax, , , 10, TAX",
        "Purchase, , , 10, FEE",
        "Adjustment, , , 10, REFUND"
    })
    void saysWhatCame(
            String charge,
            @Nullable String chargeClass,
            @Nullable String commitment,
            String amount,
            Why why) {
        assertThat(largest(List.of(), List.of(line("S3", charge, chargeClass, commitment, amount))))
                .contains(new Cause(why, "A", "S3", new BigDecimal(amount)));
    }

    @Test
    void usageThatWasThereChanged() {
        assertThat(largest(List.of(usage("S3", "10")), List.of(usage("S3", "25"))))
                .contains(new Cause(Why.USAGE_CHANGED, "A", "S3", new BigDecimal("15")));
        assertThat(largest(List.of(usage("S3", "10")), List.of()))
                .contains(new Cause(Why.USAGE_CHANGED, "A", "S3", new BigDecimal("-10")));
    }

    @Test
    void theLargestPointsTheWayThatAllOfThemDo() {
        var now = List.of(usage("EC2", "40"), usage("S3", "10"));
        assertThat(largest(List.of(usage("Glue", "60")), now).map(Cause::service)).contains("Glue");
        assertThat(largest(List.of(usage("Glue", "45")), now).map(Cause::service)).contains("EC2");
        assertThat(largest(List.of(usage("Glue", "50")), now)).isEmpty();
        assertThat(largest(List.of(), List.of(usage("S3", "10"), usage("EC2", "10"))))
                .map(Cause::service)
                .contains("EC2");
    }

    @Test
    void onlyTheDaysThatAreAskedForCount() {
        var other = new TreeMap<LocalDate, List<CostLine>>();
        other.put(DAY.plusDays(1), List.of(usage("EC2", "40")));
        other.put(DAY, List.of(usage("S3", "1")));
        assertThat(largest(new TreeMap<>(), other, false).map(Cause::service)).contains("S3");
    }

    @Test
    void whatThePlanDoesNotCountIsNoCause() {
        var now = new TreeMap<LocalDate, List<CostLine>>();
        now.put(DAY, List.of(line("S3", "Tax", null, null, "40")));
        assertThat(largest(new TreeMap<>(), now, true)).isEmpty();
    }

    private static Optional<Cause> largest(List<CostLine> before, List<CostLine> now) {
        return largest(new TreeMap<>(Map.of(DAY, before)), new TreeMap<>(Map.of(DAY, now)), false);
    }

    private static Optional<Cause> largest(
            NavigableMap<LocalDate, List<CostLine>> before,
            NavigableMap<LocalDate, List<CostLine>> now,
            boolean withoutTax) {
        var id = new Execution.Id("aws", YearMonth.of(2026, 5), "new", Instant.EPOCH);
        var basis =
                new Plan.Basis(
                        "plan",
                        "USD",
                        Made.START,
                        Metric.EFFECTIVE,
                        BigDecimal.ZERO,
                        Map.of("Tax", !withoutTax));
        return RestatedCauses.largest(
                List.of(new Replaced(Optional.empty(), id, false, new Differing(before, now))),
                Set.of(DAY),
                basis);
    }

    private static CostLine usage(String service, String amount) {
        return line(service, "Usage", null, null, amount);
    }

    /// What is no usage is told by its product code.
    private static CostLine line(
            String service,
            String charge,
            @Nullable String chargeClass,
            @Nullable String commitment,
            String amount) {
        var named =
                charge.equals("Usage")
                        ? new Dimensions.Service("AWS", service, "code")
                        : new Dimensions.Service("AWS", null, service);
        return new CostLine(
                "A",
                new Dimensions(
                        "USD",
                        named,
                        new Dimensions.SubAccount(null, null),
                        null,
                        new Dimensions.Charge(charge, chargeClass, null, null, commitment, null),
                        Map.of()),
                new Amounts(null, new BigDecimal(amount), null, null),
                null,
                1);
    }
}
