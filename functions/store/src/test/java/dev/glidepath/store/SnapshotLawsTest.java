package dev.glidepath.store;

import static dev.glidepath.store.Sample.START;
import static dev.glidepath.store.Sample.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.core.cost.DailyCost;
import dev.glidepath.core.cost.Execution;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;

@ExtendWith(FreshTable.class)
class SnapshotLawsTest {

    private static final Instant NOW = START.plusSeconds(3600);

    @Test
    void anyOrderEndsTheSame(FreshTable.Tables tables) {
        for (int seed = 0; seed < 12; seed++) {
            var samples = samples(new SplittableRandom(seed));
            var expected = tables.get().snapshots();
            newest(samples).forEach(s -> s.into(expected, START));

            var order = new ArrayList<>(samples);
            order.addAll(samples.subList(0, samples.size() / 2));
            Collections.shuffle(order, new Random(seed));
            var actual = tables.get().snapshots();
            order.forEach(s -> s.into(actual, START));

            assertThat(Dump.timeless(actual))
                    .as("seed %s", seed)
                    .isEqualTo(Dump.timeless(expected));
        }
    }

    @Test
    void thePastNeverChanges(FreshTable.Tables tables) {
        for (int seed = 0; seed < 6; seed++) {
            var random = new SplittableRandom(seed);
            var snapshots = tables.get().snapshots();
            var seen = new HashMap<Instant, Dump>();
            var now = START;
            for (var sample : samples(random)) {
                sample.into(snapshots, now);
                seen.put(now, Dump.of(snapshots, now));
                now = now.plusNanos(random.nextLong(1, 2_000_000_000));
            }
            seen.forEach((then, dump) -> assertThat(Dump.of(snapshots, then)).isEqualTo(dump));
        }
    }

    @Test
    void killedAtAnyRequestAndRunAgainEndsTheSame(FreshTable.Tables tables) {
        var random = new SplittableRandom(7);
        var first = Sample.random(id("aws", 1), random);
        var second = Sample.random(id("aws", 2), random);
        for (boolean arrives : new boolean[] {false, true}) {
            int request = 1;
            while (killed(tables.get(), first, second, request, arrives)) {
                request++;
            }
            assertThat(request).isGreaterThan(4);
        }
    }

    /// @param arrives whether the request at which it is killed still takes effect
    /// @return whether there was such a request
    private static boolean killed(
            FreshTable.Table table, Sample first, Sample second, int request, boolean arrives) {
        first.into(table.snapshots(), START);
        var before = Dump.of(table.snapshots(), NOW);
        var killed = new Killed(table, request, arrives);
        boolean died = killed.dies(second);
        var between = Dump.of(table.snapshots(), NOW);
        second.into(table.snapshots(), START.plusSeconds(60));
        var after = Dump.of(table.snapshots(), NOW);

        assertThat(after.executions())
                .extracting(Recorded::execution)
                .containsExactly(second.execution());
        assertThat(after.detail()).isEqualTo(sorted(second));
        assertThat(between.detail()).isIn(before.detail(), after.detail());
        assertThat(Dump.of(table.snapshots(), START)).isEqualTo(before);
        return died;
    }

    @Test
    void twoRunsAtOnceNeverMix(FreshTable.Tables tables) {
        var random = new SplittableRandom(9);
        var base = Sample.random(id("aws", 1), random);
        var mine = Sample.random(id("aws", 3), random);
        for (int other : new int[] {2, 3, 4}) {
            var theirs = other == 3 ? mine : Sample.random(id("aws", other), random);
            var newest = other == 4 ? theirs : mine;
            int request = 1;
            while (overtaken(tables.get(), base, mine, theirs, request, newest)) {
                request++;
            }
            assertThat(request).isGreaterThan(4);
        }
    }

    /// @return whether there was such a request
    private static boolean overtaken(
            FreshTable.Table table,
            Sample base,
            Sample mine,
            Sample theirs,
            int request,
            Sample newest) {
        base.into(table.snapshots(), START);
        var overtaken = new Overtaken(table, request, theirs);
        mine.into(new Snapshots(overtaken, table.name(), _ -> {}), NOW);
        if (!overtaken.happened()) {
            return false;
        }
        var end = Dump.timeless(table.snapshots());
        assertThat(end.executions())
                .extracting(Recorded::execution)
                .containsExactly(newest.execution());
        assertThat(end.detail()).isEqualTo(sorted(newest));
        return true;
    }

    @Test
    void manyRunsAtOnceEndWithTheNewest(FreshTable.Tables tables) throws Exception {
        var random = new SplittableRandom(11);
        var table = tables.get();
        var runs = new ArrayList<Callable<Recording>>();
        for (int newness = 0; newness < 6; newness++) {
            var sample = Sample.random(id("aws", newness), random);
            runs.add(() -> sample.into(table.snapshots(), START));
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var run : threads.invokeAll(runs)) {
                run.get();
            }
        }
        var snapshots = table.snapshots();
        var history = snapshots.history("aws", Sample.NOVEMBER, START);
        assertThat(history)
                .extracting(r -> r.execution().id())
                .isSorted()
                .last()
                .isEqualTo(id("aws", 5));
    }

    @Test
    void aTransactionThatFailsForAnotherReasonIsThrown(FreshTable.Tables tables) {
        var sample = Sample.random(id("aws", 1), new SplittableRandom(1));
        var snapshots = new Snapshots(tables.get().dynamo(), "no-such-table");

        assertThatThrownBy(() -> sample.into(snapshots, START))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private static List<Sample> samples(SplittableRandom random) {
        var samples = new ArrayList<Sample>();
        for (var export : List.of("aws", "saas#1")) {
            for (var period : List.of(Sample.NOVEMBER, YearMonth.parse("2026-12"))) {
                for (int newness = random.nextInt(4); newness >= 0; newness--) {
                    samples.add(Sample.random(id(export, period, newness), random));
                }
            }
        }
        return samples;
    }

    private static List<Sample> newest(List<Sample> samples) {
        var newest = new HashMap<List<Object>, Sample>();
        for (var sample : samples) {
            Execution.Id id = sample.execution().id();
            newest.merge(
                    List.of(id.export(), id.billingPeriod()),
                    sample,
                    (a, b) -> a.execution().id().compareTo(b.execution().id()) > 0 ? a : b);
        }
        return List.copyOf(newest.values());
    }

    private static Map<?, ?> sorted(Sample sample) {
        var days = new HashMap<Object, Object>();
        sample.days()
                .forEach(
                        (day, lines) ->
                                days.put(day, DailyCost.rollUp(lines, Function.identity())));
        return days;
    }
}
