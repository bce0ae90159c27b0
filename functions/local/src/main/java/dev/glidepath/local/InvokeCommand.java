package dev.glidepath.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.local.host.FolderAccount;
import dev.glidepath.local.host.FunctionZip;
import dev.glidepath.local.host.Outcome;
import dev.glidepath.local.host.PackagedFunction;
import dev.glidepath.runtime.Variable;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// The function as Lambda would start it. Without `--account` nothing leaves this machine, whatever
/// credentials it has.
@Command(
        name = "invoke",
        description = "Runs a function as it is packaged, with an event, and prints its answer.")
final class InvokeCommand implements Runnable {

    /// The most that Lambda gives.
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FUNCTION",
            description = "collect, digest, feedback, trends or doctor.")
    @SuppressWarnings("NullAway.Init")
    private String function;

    @Parameters(
            index = "1",
            paramLabel = "EVENT",
            description = "A file with the event, such as those in events/.")
    @SuppressWarnings("NullAway.Init")
    private Path event;

    @Mixin private DemoFolders folders = new DemoFolders();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "The plan. Default: the one that the project ships.")
    private @Nullable Path plan;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "mail",
            description = "Where mails go. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--account",
            description =
                    "Use the AWS account of this environment instead, and its GLIDEPATH_… variables.")
    private boolean account;

    @Override
    public void run() {
        var zip = zip();
        var json = new EventFile(event).text();
        if (account) {
            print(invoke(zip, accountEnvironment(zip), json));
            return;
        }
        var own = new FolderAccount.Folders(folders.exports(), out);
        var store = folders.store();
        var file = planFile();
        try (var table = EmbeddedTable.open(store);
                var local = new FolderAccount(table, own, file, this::log)) {
            print(invoke(zip, local.environment(zip), json));
        }
    }

    private Outcome invoke(FunctionZip zip, Map<String, String> environment, String json) {
        try (var packaged =
                new PackagedFunction(zip.path(), zip.handler(), environment, this::log)) {
            var outcome = packaged.invoke(json, PATIENCE);
            log("%s: %d ms from its start to this".formatted(function, packaged.age().toMillis()));
            return outcome;
        }
    }

    private FunctionZip zip() {
        return FunctionZip.named(function)
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "\"%s\" is none of %s"
                                                .formatted(function, FunctionZip.words())));
    }

    private Path planFile() {
        var file = plan == null ? PlanPath.shipped() : new PlanPath(plan);
        file.plan();
        return file.path();
    }

    private Map<String, String> accountEnvironment(FunctionZip zip) {
        var environment = new TreeMap<>(System.getenv());
        if (plan != null || !environment.containsKey(Variable.PLAN.key())) {
            environment.put(Variable.PLAN.key(), planFile().toAbsolutePath().toString());
        }
        for (var variable : zip.variables()) {
            if (!environment.containsKey(variable.key())) {
                throw new IllegalArgumentException(
                        variable.key()
                                + " is not set; with --account the function's variables are this"
                                + " environment's");
            }
        }
        return environment;
    }

    private void print(Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered(var json) -> spec.commandLine().getOut().println(pretty(json));
            case Outcome.Failed(var type, var message) ->
                    throw new IllegalStateException(function + ": " + type + ": " + message);
        }
    }

    private static String pretty(String json) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the answer is not JSON: " + json, e);
        }
    }

    private void log(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
