package dev.glidepath.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What is alike becomes one, what is not stays apart, and both in one order.
class RollUpTest {

    @Test
    void quantitiesAddUpAndOneThatIsUnknownTakesNothingAway() {
        var lines = List.of(line("a", "2"), line("a", null), line("a", "0.5"), line("b", null));

        assertThat(new RollUp(Function.identity()).of(lines))
                .extracting(CostLine::quantity)
                .containsExactly(new BigDecimal("2.5"), null);
    }

    @Test
    void aDaysLinesAreInTheOrderOfCategoryAndDimensions() {
        var days = ChargeDays.of(LocalDate.of(2026, 5, 4));
        var groups =
                List.of("a", "b", "c").stream()
                        .map(
                                service ->
                                        new ChargeGroup(
                                                days,
                                                dimensions(service, Map.of()),
                                                Amounts.NONE,
                                                null,
                                                1))
                        .toList();

        var lines = DailyCost.of(groups, of -> "b".equals(of.service().name()) ? "A" : "Z");

        assertThat(lines.get(days.start()))
                .extracting(line -> line.category() + line.dimensions().service().name())
                .containsExactly("Ab", "Za", "Zc");
    }

    @Test
    void theRowsOfAChargeAreOfItsFirstDay() {
        var days = new ChargeDays(LocalDate.of(2026, 5, 4), LocalDate.of(2026, 5, 7));
        var group = new ChargeGroup(days, dimensions("a", Map.of()), Amounts.NONE, null, 5);

        assertThat(DailyCost.of(List.of(group), _ -> "A").values())
                .extracting(lines -> lines.getFirst().rows())
                .containsExactly(5L, 0L, 0L);
    }

    @Test
    void ofTwoDeliveriesAtOnceTheGreaterIdIsTheNewer() {
        assertThat(id("b")).isGreaterThan(id("a"));
    }

    @Test
    void theValuesOfLabelsAreCharactersToo() {
        int without = dimensions("a", Map.of()).characters();

        assertThat(dimensions("a", Map.of("tag:team", "platform", "tag:unit", "x")).characters())
                .isEqualTo(without + 9);
    }

    private static CostLine line(String service, @Nullable String quantity) {
        return new CostLine(
                CostLine.UNALLOCATED,
                dimensions(service, Map.of()),
                Amounts.NONE,
                quantity == null ? null : new BigDecimal(quantity),
                1);
    }

    private static Dimensions dimensions(String service, Map<String, String> labels) {
        return new Dimensions(
                "USD",
                new Dimensions.Service("AWS", service, null),
                new Dimensions.SubAccount("1", null),
                null,
                new Dimensions.Charge("Usage", null, null, null, null, null),
                labels);
    }

    private static Execution.Id id(String execution) {
        return new Execution.Id("aws", YearMonth.of(2026, 5), execution, Instant.EPOCH);
    }
}
