package dev.glidepath.store;

import static dev.glidepath.store.Sample.FIRST;
import static dev.glidepath.store.Sample.NOVEMBER;
import static dev.glidepath.store.Sample.START;
import static dev.glidepath.store.Sample.id;
import static dev.glidepath.store.Sample.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.DailyCost;
import dev.glidepath.core.cost.Execution;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

@ExtendWith(FreshTable.class)
class SnapshotSizesTest {

    @Test
    void aDayOfManyMegabytesIsChunked(FreshTable.Tables tables) {
        var random = new SplittableRandom(1);
        var lines = new ArrayList<CostLine>();
        for (int i = 0; i < 20_000; i++) {
            lines.add(line("service " + Long.toHexString(random.nextLong()), "a" + i, "0.01"));
        }
        var sample = Sample.of(id("aws", 1), Map.of(FIRST, lines));
        var snapshots = tables.get().snapshots();
        sample.into(snapshots, START);

        assertThat(snapshots.detail(FIRST, FIRST.plusDays(1), START).get(FIRST))
                .isEqualTo(DailyCost.rollUp(lines, Function.identity()));
        assertThat(snapshots.days(FIRST, FIRST.plusDays(1), START).get(FIRST)).hasSize(20_000);
    }

    @Test
    void anExecutionOfThousandsOfFilesIsRecorded(FreshTable.Tables tables) {
        var random = new SplittableRandom(2);
        var small = Sample.of(id("aws", 1), Map.of(FIRST, List.of(line("S3", "1", "1"))));
        var files =
                IntStream.range(0, 20_000)
                        .mapToObj(
                                i ->
                                        new Execution.FileRead(
                                                "data/BILLING_PERIOD=2026-11/part-" + i,
                                                Long.toHexString(random.nextLong())
                                                        + Long.toHexString(random.nextLong()),
                                                random.nextLong(1L << 40),
                                                random.nextLong(1L << 30)))
                        .toList();
        var execution =
                new Execution(
                        small.execution().id(),
                        small.execution().source(),
                        files,
                        small.execution().totals());
        var snapshots = tables.get().snapshots();
        new Sample(execution, small.days()).into(snapshots, START);

        assertThat(snapshots.newest("aws", NOVEMBER).orElseThrow().execution())
                .isEqualTo(execution);
    }

    @Test
    void aRunWritesItsChangedDaysOnly(FreshTable.Tables tables) {
        var table = tables.get();
        var wire = new Wire(table.dynamo());
        var snapshots = new Snapshots(wire, table.name());
        month(1, 0).into(snapshots, START);
        assertThat(wire.itemsWritten).isEqualTo(30 * 2 + 1 + 2);

        wire.itemsWritten = 0;
        assertThat(month(2, 3).into(snapshots, START)).isEqualTo(new Recording.Added(3, 27));
        assertThat(wire.itemsWritten).isEqualTo(3 * 2 + 1 + 2);
    }

    @Test
    void aDigestReadsOnlyTheBillingPeriodsOfItsDays(FreshTable.Tables tables) {
        var table = tables.get();
        for (int month = 0; month < 36; month++) {
            var period = NOVEMBER.minusMonths(month);
            var days = Map.of(period.atDay(3), List.of(line("S3", "001", "1")));
            Sample.of(id("aws", period, 1), days).into(table.snapshots(), START);
        }
        var wire = new Wire(table.dynamo());
        var snapshots = new Snapshots(wire, table.name());

        assertThat(snapshots.days(FIRST.minusMonths(2), FIRST.plusMonths(1), START)).hasSize(3);
        assertThat(wire.itemsRead).isEqualTo(36 + 3 + 3);
    }

    @Test
    void whatARequestLeavesUndoneIsAskedForAgain(FreshTable.Tables tables) {
        var table = tables.get();
        var waits = new ArrayList<Duration>();
        var snapshots = new Snapshots(new Reluctant(table.dynamo(), 7), table.name(), waits::add);
        var month = month(1, 0);
        month.into(snapshots, START);

        assertThat(snapshots.detail(FIRST, FIRST.plusMonths(1), START)).isEqualTo(month.days());
        assertThat(waits).contains(Duration.ofMillis(50), Duration.ofMillis(100));
    }

    @Test
    void givesUpOnATableWithoutCapacity(FreshTable.Tables tables) {
        var table = tables.get();
        var waits = new ArrayList<Duration>();
        var snapshots = new Snapshots(new Reluctant(table.dynamo(), 0), table.name(), waits::add);

        assertThatThrownBy(() -> month(1, 0).into(snapshots, START))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "table %s: DynamoDB left 25 writes undone in 10 tries; run again when it has capacity"
                                .formatted(table.name()));
        assertThat(waits).hasSize(Batches.TRIES - 1).contains(Duration.ofMillis(3200));
        assertThat(table.snapshots().executions(START)).isEmpty();
    }

    /// November with a line a day; the last `changed` days depend on the execution.
    private static Sample month(int newness, int changed) {
        var days = new TreeMap<LocalDate, List<CostLine>>();
        for (int day = 1; day <= 30; day++) {
            var billed = day > 30 - changed ? newness + "." + day : "1." + day;
            days.put(NOVEMBER.atDay(day), List.of(line("S3", "001", billed)));
        }
        return Sample.of(id("aws", newness), days);
    }

    /// Does at most some of what it is asked at once.
    private static final class Reluctant extends Wire {

        private final int atOnce;

        Reluctant(DynamoDbClient dynamo, int atOnce) {
            super(dynamo);
            this.atOnce = atOnce;
        }

        @Override
        public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
            var table = request.requestItems().keySet().iterator().next();
            var items = requireNonNull(request.requestItems().get(table));
            var done = items.stream().limit(atOnce).toList();
            var left = items.stream().skip(atOnce).toList();
            if (!done.isEmpty()) {
                super.batchWriteItem(request.toBuilder().requestItems(Map.of(table, done)).build());
            }
            return BatchWriteItemResponse.builder()
                    .unprocessedItems(left.isEmpty() ? Map.of() : Map.of(table, left))
                    .build();
        }

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            var table = request.requestItems().keySet().iterator().next();
            var asked = requireNonNull(request.requestItems().get(table));
            var done = asked.copy(k -> k.keys(asked.keys().stream().limit(atOnce).toList()));
            var left = asked.copy(k -> k.keys(asked.keys().stream().skip(atOnce).toList()));
            return super.batchGetItem(request.toBuilder().requestItems(Map.of(table, done)).build())
                    .copy(
                            r ->
                                    r.unprocessedKeys(
                                            left.keys().isEmpty()
                                                    ? Map.of()
                                                    : Map.of(table, left)));
        }
    }
}
