package dev.glidepath.collect.metrics;

import static dev.glidepath.collect.metrics.Planned.START;
import static dev.glidepath.collect.metrics.Planned.metering;
import static dev.glidepath.collect.metrics.Planned.plan;
import static dev.glidepath.collect.metrics.Planned.series;
import static dev.glidepath.collect.metrics.ScriptedCloudWatch.Answer.error;
import static dev.glidepath.collect.metrics.ScriptedCloudWatch.Answer.page;
import static dev.glidepath.collect.metrics.ScriptedCloudWatch.Answer.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.metrics.ScriptedCloudWatch.Answer;
import dev.glidepath.core.plan.Metering;
import dev.glidepath.store.DailyValues;
import dev.glidepath.store.DailyValues.Kind;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Of which region and days CloudWatch is asked, and what is said of what it does not answer.
class DailyMetricsAskedTest {

    /// The next day already where this machine is.
    private static final Instant EVENING = Instant.parse("2026-05-03T20:00:00Z");

    private static final Pattern ID = Pattern.compile("member\\.1\\.Id=(\\w+)");

    private static final Function<String, Answer> ANSWERED =
            body -> page("", result(id(body), "Complete", "2026-05-01", "5"));

    private EmbeddedTable table;
    private DailyValues values;

    @BeforeEach
    void open() {
        table = EmbeddedTable.inMemory();
        values = new Snapshots(table.client(), EmbeddedTable.NAME).values();
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void eachRegionIsAskedForItsOwnMetrics() {
        var there =
                new Metering(
                        Optional.of("eu-central-1"),
                        List.of(series("m", "There", "Sum")),
                        Optional.empty(),
                        28,
                        Metering.Take.AVERAGE);
        var regions = new ArrayList<String>();
        try (var server = new ScriptedCloudWatch(List.of(ANSWERED))) {
            new DailyMetrics(
                            plan(metering("Here", "Sum"), there),
                            region -> {
                                regions.add(region.orElse("own"));
                                return server.client();
                            },
                            values)
                    .collect(() -> EVENING);

            assertThat(regions).containsExactlyInAnyOrder("own", "eu-central-1");
            assertThat(server.asked).hasSize(2);
            assertThat(server.asked.get(regions.indexOf("own"))).contains("MetricName=Here");
        }
    }

    @Test
    void daysAreThoseOfUtcFromThePlansStartOn() {
        assertThat(asked(EVENING))
                .contains("StartTime=2026-04-28T00:00:00Z", "EndTime=2026-05-03T00:00:00Z");
    }

    @Test
    void daysThatCloudWatchForgotAreNotAskedFor() {
        assertThat(asked(Instant.parse("2028-01-01T05:00:00Z")))
                .contains("StartTime=2026-10-03T00:00:00Z", "EndTime=2028-01-01T00:00:00Z");
    }

    @Test
    void aMeasureThatIsNotAnsweredIsNamedAndTheOthersAreKept() {
        var fine = metering("Fine", "Sum");
        Function<String, Answer> refusing =
                body ->
                        body.contains("MetricName=Wrong")
                                ? error("ValidationError", "it is\nwrong")
                                : ANSWERED.apply(body);
        try (var server = new ScriptedCloudWatch(List.of(refusing))) {
            var daily =
                    new DailyMetrics(
                            plan(fine, metering("Wrong", "Sum")), _ -> server.client(), values);

            assertThatThrownBy(() -> daily.collect(() -> EVENING))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("measure KPIs / M1: it is wrong; correct its source in the plan");
        }
        assertThat(values.known(Kind.MEASURED, START, START.plusDays(9), EVENING))
                .containsOnlyKeys(fine.id());
    }

    private String asked(Instant at) {
        try (var server = new ScriptedCloudWatch(List.of(ANSWERED))) {
            new DailyMetrics(plan(metering("M", "Sum")), _ -> server.client(), values)
                    .collect(() -> at);
            return server.asked.getFirst();
        }
    }

    private static String id(String body) {
        var id = ID.matcher(body);
        return id.find() ? id.group(1) : "none";
    }
}
