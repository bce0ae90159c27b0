package dev.glidepath.infra;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glidepath.infra.settings.Inputs;

import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.assertions.Template;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An installation as the stack makes it. Each is synthesised once for all tests: the first takes
/// ten seconds.
record Installed(GlidepathStack stack, Template template) {

    private static final Path ROOT = Path.of(System.getProperty("glidepath.root"));

    static final Path INFRA = ROOT.resolve("infra");
    static final Zips PACKAGED = new Zips(ROOT, System.getProperty("glidepath.target"));

    private static final Path MADE_INTO = INFRA.resolve("target").resolve("synthesised");
    private static final Map<String, Installed> MADE = new HashMap<>();

    static final Zips ZIPS = arePackaged() ? PACKAGED : placeholders();

    static final Map<String, String> CUR = Map.of("format", "CUR 2.0", "bucket", "acme-billing");

    static final String VALUES = "measure,date,value\nScaling / Team Capacity,2026-04-01,30\n";

    /// As `glidepath.yaml` is shipped.
    static Installed shipped() {
        return made("shipped", Map.of());
    }

    static Installed cur() {
        return made("cur", CUR);
    }

    /// With the export of recommendations.
    static Installed advised() {
        return made("advised", Map.of("recommendations", "create"));
    }

    /// As an admin would deploy it.
    static Installed real() {
        return made("real", realAddresses());
    }

    /// With real addresses, and everything that can be chosen chosen otherwise.
    static Installed existing() {
        var context = new HashMap<>(realAddresses());
        context.put("athena above", "20 GB");
        context.putAll(
                Map.of(
                        "export", "existing",
                        "bucket", "acme-billing",
                        "prefix", "cost/focus",
                        "bucket key", "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab",
                        "sender identity", "domain",
                        "time zone", "Europe/Zurich",
                        "digest day", "monday",
                        "digest time", "06:45",
                        "reserve concurrency", "no",
                        "log days", "30"));
        context.put("limits", "columns=8000");
        return made("existing", context);
    }

    static Installed ofAnotherAccount() {
        var context = new HashMap<>(realAddresses());
        context.putAll(
                Map.of(
                        "export", "existing",
                        "bucket", "payer-billing",
                        "bucket owner", "210987654321",
                        "sender identity", "address",
                        "alarm address", "ops@partner.net"));
        return made("foreign", context);
    }

    static boolean arePackaged() {
        return Stream.of(Task.values()).allMatch(task -> Files.isRegularFile(PACKAGED.file(task)));
    }

    /// The CDK's library runs in Node.
    static void assumeNode() {
        assumeOnPath("node", "the stack was not checked; install Node.js");
    }

    static void assumeOnPath(String command, String otherwise) {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command))),
                "no " + command + " on the PATH: " + otherwise);
    }

    static App app(String name) {
        return GlidepathApp.app(AppProps.builder().outdir(MADE_INTO.resolve(name).toString()));
    }

    static String json(Map<String, String> context) {
        return new TreeMap<>(context)
                .entrySet().stream()
                        .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
                        .collect(Collectors.joining(",", "{", "}"));
    }

    /// What the CDK command would deploy.
    Path file() {
        return Path.of(Stage.of(stack).getOutdir()).resolve(stack.getTemplateFile());
    }

    private static Map<String, String> realAddresses() {
        return Map.of(
                "plan", realPlan().toString(),
                "sender", "costs@acme.com",
                "recipient domains", "acme.com, acme.org",
                "alarm address", "ops@acme.com");
    }

    /// With a file beside it.
    private static Path realPlan() {
        var shipped = INFRA.resolve(Inputs.DEFAULT_PLAN);
        write(MADE_INTO.resolve("values.csv"), () -> VALUES);
        return write(
                MADE_INTO.resolve("plan.yaml"),
                () ->
                        Files.readString(shipped)
                                .replace("@example.com", "@acme.com")
                                .replace(
                                        "\nmeasures:\n",
                                        "\nstated values: {file: values.csv}\n\nmeasures:\n"));
    }

    /// So that the stack can be looked at before the functions are packaged.
    private static Zips placeholders() {
        var zips = new Zips(MADE_INTO, "placeholder");
        Stream.of(Task.values()).forEach(task -> write(zips.file(task), task::module));
        return zips;
    }

    private static Path write(Path file, Text text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text.read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Text {
        String read() throws IOException;
    }

    private static Installed made(String name, Map<String, String> context) {
        return MADE.computeIfAbsent(name, _ -> make(name, context));
    }

    private static Installed make(String name, Map<String, String> context) {
        var inputs = Inputs.read(INFRA, key -> Optional.ofNullable(context.get(key)));
        var stack =
                switch (inputs) {
                    case Inputs.Valid valid ->
                            new GlidepathStack(app(name), "Glidepath", valid, ZIPS);
                    case Inputs.Faulty(var faults) -> throw new AssertionError(faults);
                };
        return new Installed(stack, Template.fromStack(stack));
    }
}
