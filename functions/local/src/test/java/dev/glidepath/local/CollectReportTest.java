package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.collect.Collected;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Execution.Totals;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class CollectReportTest {

    private static final Collected OLDER = delivered("2026-05-12T03:00:00Z", "10");
    private static final Collected NEWER = delivered("2026-05-13T03:00:00Z", "12");

    @Test
    void theNewestDeliveryOfAPeriodCountsInWhateverOrder() {
        assertThat(billed(OLDER, NEWER)).isEqualTo("12");
        assertThat(billed(NEWER, OLDER)).isEqualTo("12");
    }

    private static String billed(Collected... all) {
        var json = new CollectReport(List.of(all), List.of()).json();
        assertThat(json.path("executions")).hasSize(all.length);
        return json.at("/totals/USD/billed").asText();
    }

    private static Collected delivered(String at, String cost) {
        var amount = new BigDecimal(cost);
        var amounts = new Amounts(amount, amount, null, null);
        var dimensions =
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", "Amazon S3", null),
                        new Dimensions.SubAccount("001", null),
                        null,
                        new Dimensions.Charge("Usage", null, null, null, null, null),
                        Map.of());
        var line = new CostLine(CostLine.UNALLOCATED, dimensions, amounts, null, 1);
        return new Collected(
                new Execution(
                        new Execution.Id("cost", YearMonth.of(2026, 5), "x", Instant.parse(at)),
                        new Execution.Source("FOCUS 1.2", "manifest.json"),
                        List.of(new Execution.FileRead("part.csv", "etag", 1, 1)),
                        Map.of("USD", new Totals(1, amounts, Map.of()))),
                new Collected.Outcome.Recorded(1),
                new TreeMap<>(Map.of(LocalDate.of(2026, 5, 3), List.of(line))));
    }
}
