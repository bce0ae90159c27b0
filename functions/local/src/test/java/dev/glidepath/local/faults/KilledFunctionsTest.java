package dev.glidepath.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.local.host.FunctionZip;
import dev.glidepath.local.host.Outcome.Answered;
import dev.glidepath.local.host.Outcome.Failed;
import dev.glidepath.local.host.PackagedFunction;
import dev.glidepath.local.host.Zips;
import dev.glidepath.runtime.Variable;
import dev.glidepath.store.Snapshots;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The packaged functions' processes are killed at a request, before it arrives or before its
/// answer does; nothing of theirs runs any more. `-Dfaults=all` kills at each request.
class KilledFunctionsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path PLAN =
            Path.of(System.getProperty("glidepath.root"), "infra/plan/operational-excellence.yaml");
    private static final String DAILY =
            "{\"detail-type\": \"Collect Daily\", \"time\": \"2026-05-20T05:00:00Z\", \"detail\": {}}";
    private static final String REQUESTED =
            "{\"detail-type\": \"Digest Requested\", \"time\": \"2026-05-13T05:00:00Z\", \"detail\": {\"week\": \"2026-W19\"}}";

    @TempDir private Path folder;
    private Behind behind;

    @BeforeEach
    void open() {
        Zips.require(FunctionZip.COLLECT);
        Zips.require(FunctionZip.DIGEST);
        behind = new Behind(folder, PLAN);
    }

    @AfterEach
    void close() {
        behind.close();
    }

    @Test
    void collectIsKilledAndTheNextRunEndsAsIfNothingHadHappened() {
        SmallExports.deliver(1, behind::put);
        var table = behind.newTable();
        finish(FunctionZip.COLLECT, table, PLAN, DAILY);
        var before = Items.of(behind.dynamo(), table);
        SmallExports.deliver(2, behind::put);
        int requests = finish(FunctionZip.COLLECT, table, PLAN, DAILY);
        var after = Items.of(behind.dynamo(), table).timeless();
        assertThat(after).isNotEqualTo(before.timeless());

        for (int at : steps(requests)) {
            for (boolean arrives : arriving(at)) {
                var fresh = behind.newTable();
                before.into(behind.dynamo(), fresh);
                kill(FunctionZip.COLLECT, fresh, PLAN, DAILY, at, arrives);
                finish(FunctionZip.COLLECT, fresh, PLAN, DAILY);
                assertThat(Items.of(behind.dynamo(), fresh).timeless())
                        .as("killed at request %s of %s", at, requests)
                        .isEqualTo(after);
            }
        }
    }

    @Test
    void digestIsKilledAndEachRecipientHasOneMail() throws IOException {
        var plan = Files.writeString(folder.resolve("plan.yaml"), SmallBill.PLAN);
        var table = behind.newTable();
        SmallBill.into(new Snapshots(behind.dynamo(), table));
        var before = Items.of(behind.dynamo(), table);
        int requests = finish(FunctionZip.DIGEST, table, plan, REQUESTED);

        for (int at : steps(requests)) {
            for (boolean arrives : arriving(at)) {
                var fresh = behind.newTable();
                before.into(behind.dynamo(), fresh);
                kill(FunctionZip.DIGEST, fresh, plan, REQUESTED, at, arrives);
                var sending = new Sending(behind, fresh, Instant.now());
                sending.sesTells();
                sending.daysGoBy();
                sending.assertEverybodyHasOne("killed at request " + at);
            }
        }
    }

    /// The last third of a run writes and sends.
    private static int[] steps(int requests) {
        return Trouble.all()
                ? IntStream.rangeClosed(1, requests).toArray()
                : new int[] {requests - requests / 5};
    }

    private static boolean[] arriving(int at) {
        return Trouble.all() ? new boolean[] {false, true} : new boolean[] {at % 2 == 0};
    }

    /// @return how many requests it took
    private int finish(FunctionZip zip, String table, Path plan, String event) {
        behind.proxy().play((_, _) -> Fault.NONE);
        try (var function = start(zip, table, plan)) {
            assertThat(function.invoke(event, PATIENCE)).isInstanceOf(Answered.class);
        }
        return behind.proxy().seen().size();
    }

    private void kill(
            FunctionZip zip, String table, Path plan, String event, int at, boolean arrives) {
        behind.proxy()
                .play(
                        (_, number) -> {
                            if (number == at && !arrives) {
                                killed(zip);
                            }
                            if (number < at) {
                                return Fault.NONE;
                            }
                            return number == at && arrives ? Fault.ANSWER_LOST : Fault.RESET;
                        });
        behind.proxy().afterLostAnswer(() -> killed(zip));
        try (var function = start(zip, table, plan)) {
            assertThat(function.invoke(event, PATIENCE)).isInstanceOf(Failed.class);
            assertThat(function.isAlive()).isFalse();
        }
    }

    /// As the kernel does it: no hook runs, nothing is closed.
    private static void killed(FunctionZip zip) {
        processes(zip).forEach(ProcessHandle::destroyForcibly);
    }

    static Stream<ProcessHandle> processes(FunctionZip zip) {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").endsWith(zip.handler()));
    }

    private PackagedFunction start(FunctionZip zip, String table, Path plan) {
        var environment = new TreeMap<>(behind.environment(zip));
        environment.put(Variable.TABLE.key(), table);
        environment.put(Variable.PLAN.key(), plan.toString());
        return new PackagedFunction(zip.path(), zip.handler(), environment, _ -> {});
    }
}
