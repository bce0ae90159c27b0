package dev.glidepath.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import dev.glidepath.local.host.FolderAccount.Folders;
import dev.glidepath.local.host.Outcome.Answered;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// A measurement on a demo's folder: from the start of the JVM until the function asks for an event
/// (its plan is read, its clients are built), and until its first answer. Each is a multiple of
/// what a handler that does nothing took in the same round. Of SnapStart, from the snapshot on.
///
/// `mvn verify -Dcold=glidepath-demo -Dtest=ColdStartTest -Dsurefire.failIfNoSpecifiedTests=false
/// -pl functions/local -am`
@EnabledIfSystemProperty(
        named = "cold",
        matches = ".+",
        disabledReason = "a measurement, with -Dcold=DEMO")
class ColdStartTest {

    private static final int RUNS = Integer.getInteger("cold.runs", 7);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path ROOT = Path.of(System.getProperty("glidepath.root"));
    private static final Path PLAN = ROOT.resolve("infra/plan/operational-excellence.yaml");

    /// What the first answer of each is.
    private enum Case {
        COLLECT(FunctionZip.COLLECT, "collect-manifest", "a delivery read and recorded"),
        DUE(FunctionZip.DIGEST, "digest-due", "the daily run: all have their mail"),
        PREVIEW(FunctionZip.DIGEST, "digest-preview", "a whole mail, written and not sent"),
        FEEDBACK(FunctionZip.FEEDBACK, "feedback-send", "an event noted"),
        TRENDS(FunctionZip.TRENDS, "trends-weeks", "16 weeks as JSON"),
        RESTORED(FunctionZip.TRENDS, "trends-weeks", "the same, from the snapshot on");

        private final FunctionZip zip;
        private final String event;
        private final String answer;

        Case(FunctionZip zip, String event, String answer) {
            this.zip = zip;
            this.event = event;
            this.answer = answer;
        }
    }

    /// Milliseconds until it was ready, and until it answered.
    private record Started(double ready, double answered) {
        Started over(Started other) {
            return new Started(ready / other.ready, answered / other.answered);
        }
    }

    @TempDir private Path folder;

    public static final class DoesNothing
            implements RequestHandler<Map<String, Object>, Map<String, Object>> {
        @Override
        public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
            return Map.of();
        }
    }

    @Test
    void measure() throws Exception {
        var demo = Path.of(System.getProperty("cold"));
        var exports = demo.resolve("billing-bucket/exports");
        var store = Files.createDirectory(folder.resolve("store"));
        Files.copy(demo.resolve("store/glidepath.db"), store.resolve("glidepath.db"));
        var nothing = OwnZip.of(DoesNothing.class, folder);
        var least = new ArrayList<Started>();
        var all = new EnumMap<Case, List<Started>>(Case.class);
        try (var table = EmbeddedTable.open(store)) {
            started(Case.DUE, table, exports);
            for (int run = 0; run < RUNS; run++) {
                var name = DoesNothing.class.getName();
                least.add(once(nothing, name, Map.of(), event("trends-weeks")));
                for (var each : Case.values()) {
                    all.computeIfAbsent(each, _ -> new ArrayList<>())
                            .add(measured(each, table, exports));
                }
            }
        }
        System.out.printf("nothing: %s ms%n", told(least, Started::answered, "%.0f"));
        all.forEach((which, of) -> print(which, of, least));
    }

    private static void print(Case which, List<Started> of, List<Started> least) {
        var ratios =
                IntStream.range(0, of.size()).mapToObj(i -> of.get(i).over(least.get(i))).toList();
        System.out.printf(
                "%-8s ready × %s, answer × %s (%s ms): %s%n",
                which,
                told(ratios, Started::ready, "%.2f"),
                told(ratios, Started::answered, "%.2f"),
                told(of, Started::answered, "%.0f"),
                which.answer);
    }

    /// The median, the least and the most.
    private static String told(List<Started> of, ToDoubleFunction<Started> figure, String format) {
        var sorted = of.stream().mapToDouble(figure).sorted().toArray();
        return (format + " (" + format + " to " + format + ")")
                .formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    /// What is collected must not be there yet.
    private Started measured(Case which, EmbeddedTable table, Path exports) throws IOException {
        if (which != Case.COLLECT) {
            return started(which, table, exports);
        }
        try (var empty = EmbeddedTable.inMemory()) {
            return started(which, empty, exports);
        }
    }

    private Started started(Case which, EmbeddedTable table, Path exports) throws IOException {
        Zips.require(which.zip);
        var folders = new Folders(exports, folder.resolve("mail"));
        try (var account = new FolderAccount(table, folders, PLAN, _ -> {})) {
            var environment = new TreeMap<>(account.environment(which.zip));
            if (which == Case.RESTORED) {
                environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
            }
            return once(which.zip.path(), which.zip.handler(), environment, event(which.event));
        }
    }

    private static String event(String name) throws IOException {
        return Files.readString(ROOT.resolve("events/" + name + ".json"));
    }

    private static Started once(
            Path zip, String handler, Map<String, String> environment, String event) {
        try (var function = new PackagedFunction(zip, handler, environment, _ -> {})) {
            function.ready().join();
            double ready = function.age().toNanos() / 1e6;
            assertThat(function.invoke(event, PATIENCE)).isInstanceOf(Answered.class);
            double answered = function.age().toNanos() / 1e6;
            return environment.containsKey("AWS_LAMBDA_INITIALIZATION_TYPE")
                    ? new Started(0, answered - ready)
                    : new Started(ready, answered);
        }
    }
}
