package dev.glidepath.local.scale;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.glidepath.local.host.FolderAccount;
import dev.glidepath.local.host.FolderAccount.Folders;
import dev.glidepath.local.host.FunctionZip;
import dev.glidepath.local.host.Outcome.Answered;
import dev.glidepath.local.host.PackagedFunction;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// A measurement: digest and trends from their zips, over a table of the size that is asked for and
/// with the heap that Lambda would give them.
///
/// `mvn verify -Dscale=yes -Dscale.accounts=200 -Dscale.services=60 -Dscale.categories=8
/// -Dtest=FunctionsAtScaleTest -Dsurefire.failIfNoSpecifiedTests=false -pl functions/local -am`
@EnabledIfSystemProperty(named = "scale", matches = ".+", disabledReason = "a measurement")
class FunctionsAtScaleTest {

    /// In MB, as the stack has it; 85 % of it is the heap's.
    private static final Map<FunctionZip, Integer> MEMORY =
            Map.of(FunctionZip.DIGEST, 3008, FunctionZip.TRENDS, 1769);

    private static final String LAST_MAIL =
            """
            {"detail-type": "Digest Requested", "time": "2026-07-01T02:30:00Z",
             "detail": {"week": "%s"}}
            """
                    .formatted(Loads.WEEK.previous());

    private static final String MAIL =
            """
            {"detail-type": "Digest Preview", "time": "2026-07-01T06:00:00Z",
             "detail": {"week": "%s"}}
            """
                    .formatted(Loads.WEEK);

    private static final String PAGE =
            """
            {"grain": "week", "from": "2026-03-09", "to": "2026-06-28", "format": "html"}
            """;

    @TempDir private Path folder;

    @Test
    void answerWithinTheirMemory() throws IOException {
        var organisation =
                new Organisation(
                        Integer.getInteger("scale.accounts", 200),
                        Integer.getInteger("scale.services", 60),
                        Integer.getInteger("scale.categories", 8));
        var plan = Files.writeString(folder.resolve("plan.yaml"), organisation.planText());
        var folders = new Folders(folder.resolve("exports"), folder.resolve("mail"));
        try (var table = EmbeddedTable.open(folder.resolve("store"));
                var account = new FolderAccount(table, folders, plan, _ -> {})) {
            var snapshots = new Snapshots(table.client(), EmbeddedTable.NAME);
            var history = new History(snapshots, organisation, organisation.plan());
            history.record(Integer.getInteger("scale.months", 36));
            System.out.printf("%,d lines a day are recorded%n", organisation.lines());
            answer(FunctionZip.DIGEST, LAST_MAIL, account);
            assertThat(folder.resolve("mail")).isNotEmptyDirectory();
            // What the mail said is different since.
            history.again(History.LAST.lengthOfMonth());
            answer(FunctionZip.DIGEST, MAIL, account);
            answer(FunctionZip.TRENDS, PAGE, account);
        }
    }

    private static void answer(FunctionZip zip, String event, FolderAccount account)
            throws IOException {
        int memory = Integer.getInteger("scale.memory", requireNonNull(MEMORY.get(zip)));
        var environment = new TreeMap<>(account.environment(zip));
        environment.put("JAVA_TOOL_OPTIONS", "-Xmx" + memory * 85 / 100 + "m");
        try (var function = new PackagedFunction(zip.path(), zip.handler(), environment, _ -> {})) {
            var outcome = function.invoke(event, Duration.ofMinutes(10));
            int peak = peak();
            System.out.printf(
                    "%s: %.1f s, %,d MB of %,d%n",
                    zip.word(), function.age().toMillis() / 1e3, peak, memory);
            assertThat(outcome).isInstanceOf(Answered.class);
            assertThat(peak).isLessThan(memory);
        }
    }

    /// Of the process that this one has started, in MB.
    private static int peak() throws IOException {
        int most = 0;
        for (var child : ProcessHandle.current().children().toList()) {
            for (var line : Files.readAllLines(Path.of("/proc/" + child.pid() + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    most = Math.max(most, Integer.parseInt(line.replaceAll("\\D", "")) / 1024);
                }
            }
        }
        return most;
    }
}
