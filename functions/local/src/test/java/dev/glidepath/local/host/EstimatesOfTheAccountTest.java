package dev.glidepath.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.math.MathContext.DECIMAL64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.collect.metrics.EstimatedCharges;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.digest.WeeklyDigest;
import dev.glidepath.local.generate.Company;
import dev.glidepath.local.generate.Export;
import dev.glidepath.local.generate.Settings;
import dev.glidepath.local.host.FolderAccount.Folders;
import dev.glidepath.local.host.Outcome.Answered;
import dev.glidepath.local.host.Outcome.Failed;
import dev.glidepath.runtime.DeployedPlan;
import dev.glidepath.runtime.StandIn;
import dev.glidepath.store.PlanTexts;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.store.outbox.Outbox;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.stream.StreamSupport;

/// Amounts of the month so far, put by an ordinary client as AWS/Billing has them, are read by the
/// packaged function, are told as provisional, and give way to the export.
class EstimatesOfTheAccountTest {

    private static final Path ROOT = Path.of(System.getProperty("glidepath.root"));
    private static final Path SHIPPED = ROOT.resolve("infra/plan/operational-excellence.yaml");
    private static final String MEASURES =
            """

              Shop:
                - name: Errors
                  better: lower
                  target: 10
                  source:
                    metrics: {m: {namespace: Shop, metric: Errors, dimensions: {Stage: prod}, statistic: Sum}}
                    window: 7 days
                    take: sum
                - name: Errors by Expression
                  better: lower
                  target: 10
                  source:
                    metrics: {m: {namespace: Shop, metric: Errors, dimensions: {Stage: prod}, statistic: Sum}}
                    expression: m
                    window: 7 days
                    take: sum
                - name: Cost per Request
                  better: lower
                  target: $9
                  source:
                    cost: Infrastructure
                    metrics: {m: {namespace: Shop, metric: Requests, dimensions: {Stage: prod}, statistic: Sum}}
                    window: 28 days
                    take: sum

              Scaling:
            """;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate TODAY = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    /// A day of this month where it has enough of them.
    private static final LocalDate MISSING =
            YESTERDAY.minusDays(YESTERDAY.getDayOfMonth() > 3 ? 2 : 20);

    /// Days that were estimated before the export settled them.
    private static final ChargeDays RECORD =
            new ChargeDays(TODAY.minusDays(25), TODAY.minusDays(12));

    @TempDir private static Path folder;
    private static Path plan = SHIPPED;
    private static Account account;
    private static CloudWatchClient cloudWatch;
    private static Company company;

    @BeforeAll
    static void billsUpToAWeekAgo() throws IOException {
        assumeTrue(StandIn.found().isPresent(), "folders have no metrics");
        Zips.require(FunctionZip.COLLECT);
        Zips.require(FunctionZip.TRENDS);
        var start = TODAY.withDayOfMonth(1).minusMonths(3);
        company = Company.of(new Settings(42, start, 4, 600, EnumSet.of(Export.CUR2_ORG)));
        deliver(LocalDate.MIN, TODAY.minusDays(8));
        plan = folder.resolve("plan.yaml");
        Files.writeString(plan, Files.readString(SHIPPED).replace("\n  Scaling:\n", MEASURES));
        account =
                Account.of(
                        new Folders(
                                folder.resolve("billing-bucket/exports"), folder.resolve("mail")),
                        plan);
        cloudWatch = StandIn.require().client(CloudWatchClient.builder());
        var metrics = new AccountMetrics(cloudWatch, MISSING);
        for (var day = TODAY.minusMonths(1).withDayOfMonth(1);
                day.isBefore(TODAY);
                day = day.plusDays(1)) {
            metrics.putBill(day);
        }
        for (var day = TODAY.minusDays(50); day.isBefore(TODAY); day = day.plusDays(1)) {
            metrics.putShop(day);
        }
        for (var day = RECORD.start(); day.isBefore(RECORD.end()); day = day.plusDays(1)) {
            estimate(day.plusDays(1));
        }
    }

    /// As the function did early on that day.
    private static void estimate(LocalDate day) {
        var early = InstantSource.fixed(day.atTime(4, 0).toInstant(ZoneOffset.UTC));
        var values = new Snapshots(account.table().client(), EmbeddedTable.NAME).values();
        new EstimatedCharges(cloudWatch, values).collect(early);
    }

    @AfterAll
    static void close() {
        if (account != null) {
            cloudWatch.close();
            account.close();
        }
    }

    @Test
    void areToldAsProvisionalUntilTheExportComes() throws IOException {
        collect();
        var before = trends();
        int days = freshDays(before);
        assertThat(days).isGreaterThan(4);
        assertThat(total(before))
                .isEqualByComparingTo(AccountMetrics.perDay().multiply(BigDecimal.valueOf(days)));
        assertThat(of("Compliance", before)).isEqualByComparingTo(dollars(20, days));
        assertThat(of("Infrastructure", before)).isEqualByComparingTo(dollars(890, days));
        assertThat(of("Unallocated", before)).isEqualByComparingTo(dollars(20, days));
        assertThat(before.at("/provisional/unnamed").toString()).isEqualTo("[\"AWSNotBilledYet\"]");
        assertThat(mail(before)).contains("Estimated, ").contains("AWSNotBilledYet");
        assertMeasured(before);

        var metrics = new AccountMetrics(cloudWatch, MISSING);
        metrics.correct(YESTERDAY, 55);
        metrics.correct(RECORD.start(), 100_000);
        collect();
        var corrected = trends();
        assertThat(total(corrected)).isEqualByComparingTo(total(before).add(dollars(55, 1)));

        deliver(TODAY.minusDays(8), YESTERDAY);
        account.upload();
        collect();
        var after = trends();
        assertThat(freshDays(after)).isLessThan(days);
        assertThat(after.at("/settledThrough").asText())
                .isGreaterThan(before.at("/settledThrough").asText());
        assertHeldAgainstTheBill(after);
    }

    /// What was estimated of a day before its bill came, and not what CloudWatch said long after.
    private static void assertHeldAgainstTheBill(JsonNode trends) {
        var track = trends.at("/provisional/track");
        int days = track.path("days").asInt();
        assertThat(days).isGreaterThanOrEqualTo(Math.toIntExact(RECORD.stream().count()));
        var question = "{\"grain\":\"day\",\"from\":\"%s\",\"to\":\"%s\"}";
        var billed =
                trends(question.formatted(RECORD.end().minusDays(days), RECORD.end().minusDays(1)));
        var offs =
                StreamSupport.stream(billed.at("/total/points").spliterator(), false)
                        .map(point -> new BigDecimal(point.path("cost").asText()))
                        .map(
                                cost ->
                                        AccountMetrics.perDay()
                                                .subtract(cost)
                                                .abs()
                                                .divide(cost, DECIMAL64))
                        .sorted()
                        .toList();
        assertThat(offs).hasSize(days);
        assertThat(new BigDecimal(track.path("median").asText())).isEqualTo(offs.get(days / 2));
        assertThat(new BigDecimal(track.path("worst").asText())).isEqualTo(offs.getLast());
        assertThat(mail(trends))
                .containsPattern(
                        "Earlier estimates, held against the bill of\\s+%d\\s+days"
                                .formatted(days));
    }

    /// The sum of a window, and what of the run-rate is for each.
    private static void assertMeasured(JsonNode trends) {
        assertThat(measure("Errors", trends).path("value").asText()).isEqualTo("21");
        assertThat(measure("Errors", trends).path("status").asText()).isEqualTo("not_met");
        assertThat(measure("Errors by Expression", trends).path("value").asText()).isEqualTo("21");
        var perRequest = new BigDecimal(measure("Cost per Request", trends).path("value").asText());
        var runRate = BigDecimal.ZERO;
        for (var line : trends.at("/week/categories")) {
            if (line.path("name").asText().equals("Infrastructure")) {
                runRate = new BigDecimal(line.path("runRate").asText());
            }
        }
        assertThat(perRequest.multiply(new BigDecimal("30437.5")))
                .isCloseTo(runRate, Percentage.withPercentage(0.0001));
    }

    private static JsonNode measure(String name, JsonNode trends) {
        for (var measure : trends.path("measures")) {
            if (measure.path("name").asText().equals(name)) {
                return measure;
            }
        }
        throw new AssertionError(name + " is not measured");
    }

    private static void deliver(LocalDate after, LocalDate through) throws IOException {
        for (var day : company.deliveryDays()) {
            boolean last = day.getDayOfMonth() == 8 || day.plusDays(3).isAfter(through);
            if (day.isAfter(after) && !day.isAfter(through) && last) {
                company.deliver(day, folder);
            }
        }
    }

    /// Every open month, as of today, then what lies further back.
    private static void collect() {
        try (var function = start(FunctionZip.COLLECT)) {
            var months =
                    "{\"from\":\"%s\",\"to\":\"%s\"}"
                            .formatted(
                                    TODAY.minusMonths(3).toString().substring(0, 7),
                                    TODAY.toString().substring(0, 7));
            answer(function, event("Collect Periods", months));
            assertThat(answer(function, event("Collect Daily", "{}")).path("values").asInt())
                    .isNotNegative();
        }
    }

    private static JsonNode trends() {
        return trends("{}");
    }

    private static JsonNode trends(String question) {
        try (var function = start(FunctionZip.TRENDS)) {
            return answer(function, question);
        }
    }

    /// Of the week that the answer is of.
    private static String mail(JsonNode trends) {
        var client = account.table().client();
        var digest =
                new WeeklyDigest(
                        new Snapshots(client, EmbeddedTable.NAME),
                        new Outbox(client, EmbeddedTable.NAME),
                        new PlanTexts(client, EmbeddedTable.NAME),
                        "test");
        var week = Week.parse(trends.at("/week/week").asText());
        return digest.editions(DeployedPlan.read(plan), week, Instant.now())
                .getFirst()
                .rendered()
                .letter()
                .text();
    }

    private static String event(String kind, String detail) {
        return """
        {"version": "0", "id": "1", "detail-type": "%s", "source": "glidepath", "account": "123456789012",
         "time": "%s", "region": "us-east-1", "resources": [], "detail": %s}
        """
                .formatted(kind, Instant.now().truncatedTo(ChronoUnit.SECONDS), detail);
    }

    private static int freshDays(JsonNode trends) {
        var from = LocalDate.parse(trends.at("/provisional/from").asText());
        assertThat(from.minusDays(1)).hasToString(trends.at("/settledThrough").asText());
        assertThat(trends.at("/provisional/through").asText()).isEqualTo(YESTERDAY.toString());
        return Math.toIntExact(TODAY.toEpochDay() - from.toEpochDay());
    }

    private static BigDecimal dollars(int perDay, int days) {
        return BigDecimal.valueOf((long) perDay * days);
    }

    private static BigDecimal total(JsonNode trends) {
        return new BigDecimal(trends.at("/provisional/total").asText());
    }

    private static BigDecimal of(String category, JsonNode trends) {
        for (var line : trends.at("/provisional/categories")) {
            if (line.path("name").asText().equals(category)) {
                return new BigDecimal(line.path("amount").asText());
            }
        }
        throw new AssertionError(category + " is not there: " + trends.at("/provisional"));
    }

    private static JsonNode answer(PackagedFunction function, String event) {
        try {
            return switch (function.invoke(event, PATIENCE)) {
                case Answered(var json) -> JSON.readTree(json);
                case Failed failed -> throw new AssertionError(event + ": " + failed);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PackagedFunction start(FunctionZip zip) {
        return new PackagedFunction(
                zip.path(), zip.handler(), account.environment(zip), System.out::println);
    }
}
