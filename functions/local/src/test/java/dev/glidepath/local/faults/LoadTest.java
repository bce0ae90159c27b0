package dev.glidepath.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.local.host.FunctionZip;
import dev.glidepath.local.host.Outcome.Answered;
import dev.glidepath.local.host.PackagedFunction;
import dev.glidepath.local.host.Zips;
import dev.glidepath.runtime.Variable;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.outbox.Outbox;
import dev.glidepath.store.outbox.OutboxId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// The packaged functions, each in two processes that stay warm, under bursts of triggers that come
/// twice, at once and in any order. `-Dload.triggers=100000` sends that many; from 10,000 on, the
/// memory of the processes must not grow either.
class LoadTest {

    private static final int TRIGGERS = Integer.getInteger("load.triggers", 60);
    private static final int ENOUGH_FOR_MEMORY = 10_000;
    private static final int PROCESSES = 2;
    private static final int SAMPLES = 20;
    private static final Set<FunctionZip> TRIGGERED =
            EnumSet.complementOf(EnumSet.of(FunctionZip.DOCTOR));
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String REQUESTED =
            "{\"detail-type\": \"Digest Requested\", \"time\": \"2026-05-13T05:00:00Z\", \"detail\": {\"week\": \"2026-W19\"}}";

    private record Trigger(FunctionZip function, String event) {}

    private record Sent(Trigger trigger, int process) {}

    @TempDir private Path folder;
    private Behind behind;
    private Path plan;
    private final Map<FunctionZip, List<PackagedFunction>> warm = new EnumMap<>(FunctionZip.class);

    @BeforeEach
    void open() throws IOException {
        for (var zip : TRIGGERED) {
            Zips.require(zip);
        }
        plan = Files.writeString(folder.resolve("plan.yaml"), SmallBill.PLAN);
        behind = new Behind(folder, plan);
    }

    @AfterEach
    void close() {
        warm.values().stream().flatMap(List::stream).forEach(PackagedFunction::close);
        if (behind != null) {
            behind.close();
        }
    }

    @Test
    void burstsOfDoubledAndDisorderedTriggersEndAsEachOnce() {
        var table = behind.newTable();
        SmallBill.into(new Snapshots(behind.dynamo(), table));
        start(table);
        sendInTurn(List.of(new Trigger(FunctionZip.DIGEST, REQUESTED)));
        SmallExports.deliver(1, behind::put);
        var triggers = triggers(table);
        sendInTurn(triggers);
        var before = Items.of(behind.dynamo(), table);
        SmallExports.deliver(2, behind::put);
        sendInTurn(triggers);
        var expected = Items.of(behind.dynamo(), table).timeless();

        before.into(behind.dynamo(), table);
        var memory = storm(triggers);
        assertThat(Items.of(behind.dynamo(), table).timeless()).isEqualTo(expected);
        System.out.println(
                TRIGGERS + " triggers; MB of each function's processes over time: " + memory);
        if (TRIGGERS >= ENOUGH_FOR_MEMORY) {
            memory.forEach(LoadTest::assertFlat);
        }
    }

    /// @return resident memory over time
    private Map<FunctionZip, List<Long>> storm(List<Trigger> triggers) {
        var random = new SplittableRandom(4);
        var memory = new EnumMap<FunctionZip, List<Long>>(FunctionZip.class);
        int sent = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sample = 1; sample <= SAMPLES; sample++) {
                while (sent < (long) TRIGGERS * sample / SAMPLES) {
                    var burst = burst(triggers, random, TRIGGERS - sent);
                    burst.stream()
                            .map(t -> threads.submit(() -> send(t)))
                            .toList()
                            .forEach(LoadTest::join);
                    sent += burst.size();
                }
                warm.forEach(
                        (zip, _) ->
                                memory.computeIfAbsent(zip, _ -> new ArrayList<>())
                                        .add(megabytes(zip)));
            }
        }
        // What a storm may have left out.
        sendInTurn(triggers);
        return memory;
    }

    private static List<Sent> burst(List<Trigger> triggers, SplittableRandom random, int most) {
        var burst = new ArrayList<Sent>();
        for (int i = Math.min(most, random.nextInt(1, 40)); i > 0; i--) {
            var trigger = triggers.get(random.nextInt(triggers.size()));
            burst.add(new Sent(trigger, random.nextInt(PROCESSES)));
        }
        return burst;
    }

    private List<Trigger> triggers(String table) {
        var triggers = new ArrayList<Trigger>();
        for (var export : List.of("org", "saas")) {
            for (var period : List.of("2026-04", "2026-05")) {
                triggers.add(landed(SmallExports.manifest(export, period)));
            }
        }
        for (var mail : new Outbox(behind.dynamo(), table).mails(SmallBill.WEEK)) {
            var id = new OutboxId(mail.key(), 1).text();
            for (var type : List.of("Send", "Delivery", "Bounce")) {
                triggers.add(told(type, id));
            }
        }
        triggers.add(new Trigger(FunctionZip.DIGEST, REQUESTED));
        triggers.add(
                new Trigger(
                        FunctionZip.TRENDS,
                        "{\"grain\": \"week\", \"from\": \"2026-03-02\", \"to\": \"2026-04-19\"}"));
        return triggers;
    }

    private static Trigger landed(String key) {
        return new Trigger(
                FunctionZip.COLLECT,
                "{\"detail-type\": \"Object Created\", \"time\": \"2026-06-02T03:00:00Z\", \"detail\": {\"bucket\": {\"name\": \"%s\"}, \"object\": {\"key\": \"%s\"}}}"
                        .formatted(Behind.BUCKET, key));
    }

    private static Trigger told(String type, String id) {
        var event =
                "{\"eventType\": \"%s\", \"mail\": {\"timestamp\": \"2026-05-13T06:00:05Z\", \"messageId\": \"m\", \"tags\": {\"glidepath-outbox\": [\"%s\"]}}, \"delivery\": {\"timestamp\": \"2026-05-13T06:01:00Z\"}, \"bounce\": {\"timestamp\": \"2026-05-13T06:02:00Z\", \"bounceType\": \"Permanent\", \"bounceSubType\": \"General\"}}"
                        .formatted(type, id);
        return new Trigger(
                FunctionZip.FEEDBACK,
                "{\"Records\": [{\"Sns\": {\"Message\": \"%s\"}}]}"
                        .formatted(event.replace("\"", "\\\"")));
    }

    private void sendInTurn(List<Trigger> triggers) {
        triggers.forEach(t -> send(new Sent(t, 0)));
    }

    private void send(Sent sent) {
        var trigger = sent.trigger();
        var process = warm.get(trigger.function()).get(sent.process());
        assertThat(process.invoke(trigger.event(), PATIENCE))
                .as("%s", trigger)
                .isInstanceOf(Answered.class);
    }

    private void start(String table) {
        for (var zip : TRIGGERED) {
            var environment = new TreeMap<>(behind.directly(zip));
            environment.put(Variable.TABLE.key(), table);
            // Lambda limits it by the function's memory.
            environment.put("JAVA_TOOL_OPTIONS", "-Xmx256m");
            warm.put(
                    zip,
                    Stream.generate(() -> started(zip, environment)).limit(PROCESSES).toList());
        }
    }

    private static PackagedFunction started(FunctionZip zip, Map<String, String> environment) {
        return new PackagedFunction(zip.path(), zip.handler(), environment, _ -> {});
    }

    /// The middle of the last quarter against that of the second: the first is warming up.
    private static void assertFlat(FunctionZip zip, List<Long> megabytes) {
        int quarter = SAMPLES / 4;
        long early = middle(megabytes.subList(quarter, 2 * quarter));
        long late = middle(megabytes.subList(3 * quarter, SAMPLES));
        assertThat(late).as("%s: %s", zip, megabytes).isLessThanOrEqualTo(early + early / 10);
    }

    private static long middle(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /// Of all its processes.
    private static long megabytes(FunctionZip zip) {
        return KilledFunctionsTest.processes(zip).mapToLong(LoadTest::megabytes).sum();
    }

    private static long megabytes(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(process.pid())))) {
            var rss = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(rss.replaceAll("\\D", "")) / 1024;
        } catch (IOException e) {
            // Not on this system.
            return 0;
        }
    }

    private static void join(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
