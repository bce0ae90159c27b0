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
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// A measurement on a demo's folder: from the start of the JVM to the first answer, and of the
/// function with SnapStart also from the snapshot on; each also as a multiple of a handler that
/// does nothing.
///
/// `mvn verify -Dcold=glidepath-demo -Dtest=ColdStartTest -Dsurefire.failIfNoSpecifiedTests=false
/// -pl functions/local -am`
@EnabledIfSystemProperty(
        named = "cold",
        matches = ".+",
        disabledReason = "a measurement, with -Dcold=DEMO")
class ColdStartTest {

    private static final int RUNS = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path ROOT = Path.of(System.getProperty("glidepath.root"));

    private static final Map<FunctionZip, String> EVENTS =
            Map.of(
                    FunctionZip.COLLECT, "collect-manifest",
                    FunctionZip.DIGEST, "digest-preview",
                    FunctionZip.FEEDBACK, "feedback-send",
                    FunctionZip.TRENDS, "trends-weeks");

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
        var plan = ROOT.resolve("infra/plan/operational-excellence.yaml");
        var folders = new Folders(demo.resolve("billing-bucket/exports"), folder.resolve("mail"));
        var nothing = OwnZip.of(DoesNothing.class, folder);
        try (var table = EmbeddedTable.open(demo.resolve("store"));
                var account = new FolderAccount(table, folders, plan, _ -> {})) {
            var least = millis(nothing, DoesNothing.class.getName(), Map.of(), "trends-weeks");
            System.out.printf("nothing: %.0f ms%n", least);
            for (var entry : EVENTS.entrySet()) {
                var zip = entry.getKey();
                Zips.require(zip);
                var there = account.environment(zip);
                var millis = millis(zip.path(), zip.handler(), there, entry.getValue());
                print(zip.word(), millis, least);
            }
            var there = new TreeMap<>(account.environment(FunctionZip.TRENDS));
            there.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
            var zip = FunctionZip.TRENDS;
            print(
                    "trends restored",
                    millis(zip.path(), zip.handler(), there, "trends-weeks"),
                    least);
        }
    }

    private static void print(String name, double millis, double least) {
        System.out.printf("%s: %.0f ms, × %.2f%n", name, millis, millis / least);
    }

    /// The median.
    private static double millis(
            Path zip, String handler, Map<String, String> environment, String event)
            throws IOException {
        var text = Files.readString(ROOT.resolve("events/" + event + ".json"));
        var runs = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            runs[i] = once(zip, handler, environment, text);
        }
        Arrays.sort(runs);
        return runs[RUNS / 2];
    }

    private static double once(
            Path zip, String handler, Map<String, String> environment, String event) {
        try (var function = new PackagedFunction(zip, handler, environment, _ -> {})) {
            var before = Duration.ZERO;
            if (environment.containsKey("AWS_LAMBDA_INITIALIZATION_TYPE")) {
                function.ready().join();
                before = function.age();
            }
            assertThat(function.invoke(event, PATIENCE)).isInstanceOf(Answered.class);
            return function.age().minus(before).toNanos() / 1e6;
        }
    }
}
