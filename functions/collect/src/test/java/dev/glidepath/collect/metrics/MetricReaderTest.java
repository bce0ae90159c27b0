package dev.glidepath.collect.metrics;

import static dev.glidepath.collect.metrics.Planned.metering;
import static dev.glidepath.collect.metrics.ScriptedCloudWatch.Answer.error;
import static dev.glidepath.collect.metrics.ScriptedCloudWatch.Answer.page;
import static dev.glidepath.collect.metrics.ScriptedCloudWatch.Answer.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.metrics.ScriptedCloudWatch.Answer;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.plan.Metering;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Over HTTP, with answers that AWS gives and moto does not.
class MetricReaderTest {

    private static final ChargeDays DAYS =
            new ChargeDays(LocalDate.of(2026, 4, 28), LocalDate.of(2026, 5, 3));
    private static final Metering A = metering("A", "Sum");
    private static final Metering B = metering("B", "p99.9", "Stage", "prod");

    @Test
    void goesOnWhereAPageEnds() {
        try (var server =
                new ScriptedCloudWatch(
                        page("more", result("q0_m", "PartialData", "2026-04-28", "1.0E-7")),
                        page("", result("q0_m", "Complete", "2026-04-29", "0.1")))) {
            var answer = read(server, A);

            assertThat(answer.problems()).isEmpty();
            assertThat(answer.values().get(A.id()))
                    .isEqualTo(
                            new TreeMap<>(
                                    Map.of(
                                            LocalDate.of(2026, 4, 28),
                                            new BigDecimal("0.0000001"),
                                            LocalDate.of(2026, 4, 29),
                                            new BigDecimal("0.1"))));
            assertThat(server.asked.getLast()).contains("NextToken=more");
        }
    }

    @Test
    void asksForWholeDaysOfWhatThePlanNames() {
        try (var server = new ScriptedCloudWatch(page(""))) {
            read(server, B);

            assertThat(server.asked)
                    .singleElement()
                    .asString()
                    .contains(
                            "StartTime=2026-04-28T00:00:00Z",
                            "EndTime=2026-05-03T00:00:00Z",
                            "MetricDataQueries.member.1.MetricStat.Period=86400",
                            "MetricStat.Stat=p99.9",
                            "MetricStat.Metric.Namespace=Shop",
                            "Dimensions.member.1.Name=Stage",
                            "ScanBy=TimestampAscending");
        }
    }

    @Test
    void expressionsNameTheMetricsOfTheirOwnRequest() {
        var metering =
                metering(
                        Optional.of("100 * ok / SUM([ok, bad]) + FILL(ok, 0) / IF(bad, 1)"),
                        Planned.series("ok", "Ok", "Sum"),
                        Planned.series("bad", "Bad", "Sum"));
        try (var server =
                new ScriptedCloudWatch(page("", result("q1_", "Complete", "2026-05-01", "7")))) {
            var answer = read(server, A, metering);

            assertThat(server.asked.getFirst())
                    .contains(
                            "Expression=100 * q1_ok / SUM([q1_ok, q1_bad]) + FILL(q1_ok, 0) /"
                                    + " IF(q1_bad, 1)");
            assertThat(answer.values().get(metering.id())).containsValue(BigDecimal.valueOf(7));
        }
    }

    /// When it is the next day already where this machine is.
    @Test
    void aPointIsOfItsUtcDay() {
        var midnight = page("", result("q0_m", "Complete", "2026-04-28", "5"));
        var evening = new Answer(200, midnight.xml().replace("T00:", "T20:"));
        try (var server = new ScriptedCloudWatch(evening)) {
            assertThat(read(server, A).values().get(A.id()))
                    .containsOnlyKeys(LocalDate.of(2026, 4, 28));
        }
    }

    @Test
    void quotedTextsAndPartsOfWordsAreNoNames() {
        var metering =
                metering(
                        Optional.of("ok + METRICS(\"ok\") + FILL(ok_2, 'ok')"),
                        Planned.series("ok", "Ok", "Sum"));
        try (var server = new ScriptedCloudWatch(page(""))) {
            read(server, metering);

            assertThat(server.asked.getFirst())
                    .contains(
                            "Expression=q0_ok + METRICS(\"ok\") + FILL(ok_2, 'ok')",
                            "member.1.ReturnData=false",
                            "member.2.ReturnData=true");
        }
    }

    @Test
    void whatIsNoNumberIsADayWithoutOne() {
        try (var server =
                new ScriptedCloudWatch(
                        page(
                                "",
                                result(
                                        "q0_m",
                                        "Complete",
                                        "2026-04-28",
                                        "NaN",
                                        "2026-04-29",
                                        "Infinity",
                                        "2026-04-30",
                                        "0")))) {
            assertThat(read(server, A).values().get(A.id()))
                    .isEqualTo(Map.of(LocalDate.of(2026, 4, 30), BigDecimal.ZERO));
        }
    }

    @Test
    void asksAgainWhenItIsThrottled() {
        try (var server =
                new ScriptedCloudWatch(
                        error("Throttling", "Rate exceeded"),
                        error("Throttling", "Rate exceeded"),
                        page("", result("q0_m", "Complete", "2026-04-28", "5")))) {
            assertThat(read(server, A).values().get(A.id())).hasSize(1);
            assertThat(server.asked).hasSize(3);
        }
    }

    @Test
    void givesUpWhenItStaysThrottled() {
        try (var server = new ScriptedCloudWatch(error("Throttling", "Rate exceeded"))) {
            assertThatThrownBy(() -> read(server, A)).isInstanceOf(CloudWatchException.class);
        }
    }

    @Test
    void whatIsThrottledIsNotTornApart() {
        try (var server = new ScriptedCloudWatch(error("Throttling", "Rate exceeded"))) {
            assertThatThrownBy(() -> read(server, A, B)).isInstanceOf(CloudWatchException.class);
            assertThat(server.asked)
                    .allSatisfy(body -> assertThat(body).contains("MetricName=A", "MetricName=B"));
        }
    }

    @Test
    void aQueryThatIsThrottledWhenItIsAskedAloneIsNotWrong() {
        Function<String, Answer> busy =
                body ->
                        body.contains("MetricName=A") && body.contains("MetricName=B")
                                ? error("ValidationError", "q1_m is wrong")
                                : error("Throttling", "Rate exceeded");
        try (var server = new ScriptedCloudWatch(List.of(busy))) {
            assertThatThrownBy(() -> read(server, A, B)).hasMessageContaining("Rate exceeded");
        }
    }

    @Test
    void oneWrongQueryCostsNoOther() {
        Function<String, Answer> refusing =
                body ->
                        body.contains("MetricName=B")
                                ? error("ValidationError", "q1_m is wrong")
                                : page("", result("q0_m", "Complete", "2026-04-28", "5"));
        try (var server = new ScriptedCloudWatch(List.of(refusing))) {
            var answer = read(server, A, B);

            assertThat(answer.values().get(A.id())).hasSize(1);
            assertThat(answer.problems()).isEqualTo(Map.of(B.id(), "q1_m is wrong"));
            assertThat(server.asked).hasSize(3);
        }
    }

    @Test
    void whatSaysNoStatusIsAllThere() {
        var complete = page("", result("q0_m", "Complete", "2026-04-28", "5"));
        var silent =
                new Answer(200, complete.xml().replace("<StatusCode>Complete</StatusCode>", ""));
        try (var server = new ScriptedCloudWatch(silent)) {
            assertThat(read(server, A).problems()).isEmpty();
        }
    }

    @Test
    void saysWhatStaysPartial() {
        try (var server =
                new ScriptedCloudWatch(
                        page("", result("q0_m", "PartialData", "2026-04-28", "5")))) {
            var answer = read(server, A);

            assertThat(answer.values().get(A.id())).hasSize(1);
            assertThat(answer.problems().get(A.id()))
                    .isEqualTo("CloudWatch answered PartialData: run it again");
        }
    }

    @Test
    void aRequestHasAtMostFiveHundredPartsAndNoQueryIsTorn() {
        var three =
                metering(
                        Optional.of("a + b"),
                        Planned.series("a", "A", "Sum"),
                        Planned.series("b", "B", "Sum"));
        var queries = IntStream.range(0, 401).mapToObj(i -> Query.of(three, i)).toList();

        var requests = MetricRequests.of(queries);

        assertThat(requests).extracting(List::size).containsExactly(166, 166, 69);
        var ones = IntStream.range(0, 501).mapToObj(i -> Query.of(A, i)).toList();
        assertThat(MetricRequests.of(ones)).extracting(List::size).containsExactly(500, 1);
        assertThat(requests.stream().flatMap(List::stream).toList()).isEqualTo(queries);
    }

    private static MetricReader.Answer read(ScriptedCloudWatch server, Metering... meterings) {
        var queries =
                IntStream.range(0, meterings.length)
                        .mapToObj(i -> Query.of(meterings[i], i))
                        .toList();
        try (var client = server.client()) {
            return new MetricReader(client).read(queries, DAYS);
        }
    }
}
