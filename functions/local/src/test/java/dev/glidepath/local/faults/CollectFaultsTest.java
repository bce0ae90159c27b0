package dev.glidepath.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.Collect;
import dev.glidepath.collect.CollectRequest.OpenPeriods;
import dev.glidepath.collect.CollectRun;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.export.BucketPrefix;
import dev.glidepath.collect.metrics.CostMetrics;
import dev.glidepath.collect.metrics.DailyMetrics;
import dev.glidepath.collect.metrics.EstimatedCharges;
import dev.glidepath.collect.s3.S3Bucket;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.local.host.LoopbackAws;
import dev.glidepath.runtime.CloudWatchHealth;
import dev.glidepath.store.Snapshots;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Whatever happens to the requests of a run of collect, the run after it leaves the table as one
/// without faults does, to the byte; and what a reader sees in between is all of an execution or
/// nothing of it. `-Dfaults=all` puts each fault at each request; else some of them.
class CollectFaultsTest {

    private static final Path PLAN =
            Path.of(System.getProperty("glidepath.root"), "infra/plan/operational-excellence.yaml");
    private static final int SAMPLED = 6;

    @TempDir private static Path folder;
    @TempDir private static Path scratch;
    private static Behind behind;
    private static Plan plan;
    private static Items before;
    private static Items after;
    private static int requests;
    private static int[] visible = {};
    private static Instant now;

    @BeforeAll
    static void collectTwiceInPeace() throws IOException {
        behind = new Behind(folder, PLAN);
        plan = ((PlanFile.Valid) PlanFile.read(Files.readString(PLAN))).plan();
        now = Instant.now().plus(Duration.ofDays(1));
        var table = behind.newTable();
        SmallExports.deliver(1, behind::put);
        run(table);
        before = Items.of(behind.dynamo(), table);
        SmallExports.deliver(2, behind::put);
        behind.proxy().play((_, _) -> Fault.NONE);
        run(table);
        var seen = behind.proxy().seen();
        requests = seen.size();
        visible =
                IntStream.rangeClosed(1, requests)
                        .filter(n -> seen.get(n - 1).operation().equals("TransactWriteItems"))
                        .toArray();
        assertThat(visible).hasSize(4);
        after = Items.of(behind.dynamo(), table);
    }

    @AfterAll
    static void close() {
        behind.close();
    }

    @Test
    void aRunAfterAnyFaultEndsAsOneWithoutIt() {
        assertThat(requests).isGreaterThan(30);
        assertThat(after).isNotEqualTo(before);
        var troubles = Trouble.atAnyOf(requests, SAMPLED);
        int failed = 0;
        for (var trouble : troubles) {
            var table = tableAsBefore();
            failed += fails(table, trouble) ? 1 : 0;
            assertWhole(table, trouble);
            behind.proxy().play((_, _) -> Fault.NONE);
            run(table);
            assertThat(Items.of(behind.dynamo(), table)).as("%s", trouble).isEqualTo(after);
            assertThat(scratch).as("%s", trouble).isEmptyDirectory();
        }
        System.out.printf(
                "%d faults at up to %d requests of collect; %d runs failed%n",
                troubles.size(), requests, failed);
        assertThat(failed).isPositive();
    }

    /// The run ends with the request that makes an execution visible: what is seen then is all
    /// there.
    @Test
    void whatIsVisibleIsWhole() {
        for (int at : visible) {
            for (var last : List.of(Fault.NONE, Fault.ANSWER_LOST)) {
                var table = tableAsBefore();
                behind.proxy().play((_, n) -> n < at ? Fault.NONE : n == at ? last : Fault.RESET);
                assertThatThrownBy(() -> run(table)).isInstanceOf(RuntimeException.class);
                assertWhole(table, new Trouble(last, at, true));
                behind.proxy().play((_, _) -> Fault.NONE);
                run(table);
                assertThat(Items.of(behind.dynamo(), table)).as("request %s", at).isEqualTo(after);
            }
        }
    }

    @Test
    void anotherRunAtAnyRequestChangesNothing() {
        for (int at = 1; at <= requests; at += Trouble.all() ? 1 : requests / 3) {
            var table = tableAsBefore();
            int number = at;
            behind.proxy()
                    .play(
                            (_, n) -> {
                                if (n == number) {
                                    run(table);
                                }
                                return Fault.NONE;
                            });
            run(table);
            assertThat(Items.of(behind.dynamo(), table)).as("request %s", at).isEqualTo(after);
        }
    }

    @Test
    void aClockThatJumpsChangesNothingThatIsKnown() {
        var table = tableAsBefore();
        var random = new SplittableRandom(3);
        run(table, () -> now.plusSeconds(random.nextLong(-100_000, 100_000)));
        var snapshots = new Snapshots(behind.dynamo(), table);
        for (var period : List.of(YearMonth.of(2026, 4), YearMonth.of(2026, 5))) {
            for (var export : List.of("org", "saas")) {
                var history = snapshots.history(export, period, now.plus(Duration.ofDays(9)));
                assertThat(history).hasSize(2);
                assertThat(history.getLast().recordedAt()).isAfter(history.getFirst().recordedAt());
                assertThat(history.getLast().execution().id().executionId()).contains("06-02");
            }
        }
    }

    @Test
    void aFileThatIsNotThereYetIsWaitedFor() {
        var table = behind.newTable();
        var part = SmallExports.part("late", "2026-05", 1, 1);
        SmallExports.deliver(
                "late",
                "2026-05",
                1,
                (key, text) -> {
                    if (!key.equals(part)) {
                        behind.put(key, text);
                    }
                });
        assertThatThrownBy(() -> run(table)).isInstanceOf(Refusal.class).hasMessageContaining(part);
        var snapshots = new Snapshots(behind.dynamo(), table);
        assertThat(snapshots.newest("late", YearMonth.of(2026, 5))).isEmpty();
        assertThat(snapshots.newest("org", YearMonth.of(2026, 5))).isPresent();

        behind.put(part, SmallExports.csv("2026-05", 1, 1));
        run(table);
        assertThat(snapshots.newest("late", YearMonth.of(2026, 5)).orElseThrow().execution())
                .satisfies(e -> assertThat(e.files()).hasSize(2));
        behind.remove("late");
    }

    @Test
    void aPartThatIsReplacedWhileItIsReadIsOfNoExecution() {
        var table = behind.newTable();
        SmallExports.deliver("moved", "2026-05", 1, behind::put);
        var part = SmallExports.part("moved", "2026-05", 1, 1);
        var gets = new AtomicInteger();
        behind.proxy()
                .play(
                        (request, _) -> {
                            if (request.line().startsWith("GET")
                                    && request.line().contains("moved")
                                    && request.line().contains("part-1")
                                    && gets.getAndIncrement() == 0) {
                                behind.put(part, SmallExports.csv("2026-05", 7, 1));
                            }
                            return Fault.NONE;
                        });
        assertThatThrownBy(() -> run(table))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("was replaced after it was listed");
        var snapshots = new Snapshots(behind.dynamo(), table);
        assertThat(snapshots.newest("moved", YearMonth.of(2026, 5))).isEmpty();
        assertThat(gets).hasValue(1);
        behind.remove("moved");
    }

    private static String tableAsBefore() {
        var table = behind.newTable();
        before.into(behind.dynamo(), table);
        return table;
    }

    private static boolean fails(String table, Trouble trouble) {
        behind.proxy().play(trouble);
        try {
            run(table);
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    /// Each billing period is that of one execution.
    private static void assertWhole(String table, Trouble trouble) {
        var snapshots = new Snapshots(behind.dynamo(), table);
        for (var recorded : snapshots.executions(now.plusSeconds(9))) {
            var execution = recorded.execution();
            assertThat(execution.files()).as("%s", trouble).hasSize(2);
            var sum =
                    snapshots.days(recorded).values().stream()
                            .flatMap(List::stream)
                            .map(line -> line.amounts().billed())
                            .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
            assertThat(sum)
                    .as("%s", trouble)
                    .isEqualByComparingTo(execution.totals().get("USD").amounts().billed());
        }
        var from = LocalDate.of(2026, 4, 1);
        assertThat(snapshots.detail(from, from.plusMonths(2), now.plusSeconds(9))).hasSize(54);
    }

    private static void run(String table) {
        run(table, InstantSource.fixed(now));
    }

    private static void run(String table, InstantSource clock) {
        var snapshots = new Snapshots(behind.client(DynamoDbClient.builder()), table);
        var cloudWatch = behind.client(CloudWatchClient.builder());
        var bucket =
                new S3Bucket(
                        behind.client(S3Client.builder()),
                        new S3Bucket.Account(Behind.BUCKET, LoopbackAws.ACCOUNT),
                        scratch);
        var values = snapshots.values();
        CollectRun.Daily daily =
                at -> {
                    new CostMetrics(cloudWatch, snapshots, plan).publish(at.instant());
                    return new DailyMetrics(plan, _ -> cloudWatch, values).collect(at)
                            + new EstimatedCharges(cloudWatch, values).collect(at);
                };
        new CollectRun(
                        new CollectRun.Source(
                                bucket,
                                BucketPrefix.of(
                                        "s3://" + Behind.BUCKET + "/" + SmallExports.PREFIX)),
                        new Collect(snapshots, scratch),
                        Collect.Rules.of(plan),
                        new CloudWatchHealth(cloudWatch),
                        clock,
                        List.of(daily))
                .run(new OpenPeriods(YearMonth.of(2026, 5)));
    }
}
