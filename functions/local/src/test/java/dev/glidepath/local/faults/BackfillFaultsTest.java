package dev.glidepath.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.local.host.DeployedFunctions;
import dev.glidepath.local.host.FunctionZip;
import dev.glidepath.local.host.PackagedFunction;
import dev.glidepath.local.host.Zips;
import dev.glidepath.runtime.Variable;
import dev.glidepath.store.Snapshots;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/// A backfill of a deployed stack is killed on its way, the function's process or the command's,
/// and given again: it ends as one that nothing happened to. `-Dfaults=all` kills at every fifth
/// request: what happens at the others is [KilledFunctionsTest]'s.
class BackfillFaultsTest {

    private static final Path PLAN =
            Path.of(System.getProperty("glidepath.root"), "infra/plan/operational-excellence.yaml");

    @TempDir private static Path folder;
    private static Behind behind;
    private static int requests;
    private static Map<String, String> undisturbed;

    @BeforeAll
    static void aBackfillInPeace() throws Exception {
        Zips.require(FunctionZip.COLLECT);
        behind = new Behind(folder, PLAN);
        SmallExports.deliver(1, behind::put);
        var table = behind.newTable();
        behind.proxy().play((_, _) -> Fault.NONE);
        try (var stack = stack(table)) {
            assertThat(backfill(stack))
                    .containsExactly(
                            "0",
                            "2026-05  recorded 2, unchanged 0, superseded 0, under way 0, values 0",
                            "2026-04  recorded 2, unchanged 0, superseded 0, under way 0, values 0",
                            "2026-03  recorded 0, nothing is delivered below s3://glidepath-billing/exports/ for 2026-03 to 2026-03");
        }
        requests = behind.proxy().seen().size();
        undisturbed = Items.of(behind.dynamo(), table).timeless();
        assertThat(new Snapshots(behind.dynamo(), table).executions(Instant.now())).hasSize(4);
    }

    @AfterAll
    static void close() {
        if (behind != null) {
            behind.close();
        }
    }

    @Test
    void theFunctionIsKilledAndTheNextBackfillGoesOn() throws Exception {
        for (int at : Trouble.all() ? everyFifth() : new int[] {requests / 3}) {
            var table = behind.newTable();
            behind.proxy()
                    .play(
                            (_, number) -> {
                                if (number == at) {
                                    KilledFunctionsTest.processes(FunctionZip.COLLECT)
                                            .forEach(ProcessHandle::destroyForcibly);
                                    return Fault.RESET;
                                }
                                return Fault.NONE;
                            });
            try (var stack = stack(table)) {
                assertThat(backfill(stack).getFirst()).as("killed at %s", at).isEqualTo("1");
                assertThat(backfill(stack).getFirst()).as("killed at %s", at).isEqualTo("0");
            }
            assertEndsAsUndisturbed(table, at);
        }
    }

    @Test
    void theCommandIsKilledAndTheNextBackfillGoesOn() throws Exception {
        for (int at : Trouble.all() ? everyFifth() : new int[] {requests * 2 / 3}) {
            var table = behind.newTable();
            var command = new AtomicReference<Process>();
            behind.proxy()
                    .play(
                            (_, number) -> {
                                if (number == at) {
                                    command.get().destroyForcibly();
                                }
                                return Fault.NONE;
                            });
            try (var stack = stack(table)) {
                command.set(begin(stack));
                assertThat(command.get().waitFor()).as("killed at %s", at).isNotIn(0, 1);
                assertThat(backfill(stack).getFirst()).as("killed at %s", at).isEqualTo("0");
            }
            assertEndsAsUndisturbed(table, at);
        }
    }

    private static int[] everyFifth() {
        return IntStream.iterate(1, at -> at <= requests, at -> at + 5).toArray();
    }

    private static void assertEndsAsUndisturbed(String table, int at) {
        assertThat(Items.of(behind.dynamo(), table).timeless())
                .as("killed at request %s of %s", at, requests)
                .isEqualTo(undisturbed);
    }

    private static Process begin(DeployedFunctions stack) {
        return stack.command(
                output(), "backfill", "--from", "2026-03", "--to", "2026-05", "--account");
    }

    /// @return the exit code, and what it printed
    private static List<String> backfill(DeployedFunctions stack) throws Exception {
        int code = begin(stack).waitFor();
        var lines = new ArrayList<>(List.of(Integer.toString(code)));
        lines.addAll(printed());
        return lines;
    }

    private static List<String> printed() throws IOException {
        return Files.readAllLines(output());
    }

    private static Path output() {
        return folder.resolve("printed.txt");
    }

    private static DeployedFunctions stack(String table) {
        return new DeployedFunctions(
                List.of(FunctionZip.COLLECT),
                zip -> {
                    var environment = new TreeMap<>(behind.environment(zip));
                    environment.put(Variable.TABLE.key(), table);
                    return new PackagedFunction(zip.path(), zip.handler(), environment, _ -> {});
                });
    }
}
