package dev.glidepath.collect.metrics;

import static dev.glidepath.collect.metrics.ScriptedCloudWatch.Answer.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.collect.metrics.ScriptedCloudWatch.Answer;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/// What is asked of an account that has more metrics than a page, in more than one currency.
class EstimatedChargesAskedTest {

    @Test
    void dollarsOfAllPagesAreAskedForAndNoOtherCurrency() {
        var asked = asked("2026-05-03T20:00:00Z");

        assertThat(asked)
                .contains("Dimensions.member.2.Value=AmazonEC2", "Value=USD")
                .doesNotContain("Value=EUR");
    }

    @Test
    void accountsAreNotCountedBesideServices() {
        assertThat(asked("2026-05-03T20:00:00Z")).doesNotContain("LinkedAccount");
    }

    @Test
    void daysAreThoseOfUtcFromTheLastMonthOn() {
        assertThat(asked("2026-05-03T20:00:00Z"))
                .contains("StartTime=2026-04-01T00:00:00Z", "EndTime=2026-05-03T00:00:00Z");
        assertThat(asked("2026-05-01T00:00:00Z"))
                .contains("StartTime=2026-04-01T00:00:00Z", "EndTime=2026-05-01T00:00:00Z");
    }

    private static String asked(String at) {
        try (var table = EmbeddedTable.inMemory();
                var server =
                        new ScriptedCloudWatch(
                                metrics("more", metric("USD"), metric("EUR")),
                                metrics(
                                        "",
                                        metric("USD", "ServiceName", "AmazonEC2"),
                                        metric("USD", "LinkedAccount", "000123456789")),
                                page(""))) {
            var values = new Snapshots(table.client(), EmbeddedTable.NAME).values();
            new EstimatedCharges(server.client(), values).collect(() -> Instant.parse(at));
            return server.asked.getLast();
        }
    }

    private static Answer metrics(String next, String... metrics) {
        return new Answer(
                200,
                "<ListMetricsResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><ListMetricsResult><Metrics>"
                        + String.join("", metrics)
                        + "</Metrics>"
                        + (next.isEmpty() ? "" : "<NextToken>" + next + "</NextToken>")
                        + "</ListMetricsResult></ListMetricsResponse>");
    }

    private static String metric(String currency, String... more) {
        return "<member><Namespace>AWS/Billing</Namespace><MetricName>EstimatedCharges</MetricName><Dimensions>"
                + dimension("Currency", currency)
                + (more.length == 0 ? "" : dimension(more[0], more[1]))
                + "</Dimensions></member>";
    }

    private static String dimension(String name, String value) {
        return "<member><Name>%s</Name><Value>%s</Value></member>".formatted(name, value);
    }
}
