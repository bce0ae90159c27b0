package dev.glidepath.infra;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glidepath.infra.settings.Inputs;

import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.assertions.Template;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An installation as the stack makes it. Each is synthesised once for all tests: the first takes
/// ten seconds.
record Installed(GlidepathStack stack, Template template) {

    static final Path INFRA = Path.of(System.getProperty("glidepath.root"), "infra");

    private static final Path MADE_INTO = INFRA.resolve("target").resolve("synthesised");
    private static final Map<String, Installed> MADE = new HashMap<>();

    /// As `glidepath.yaml` is shipped.
    static Installed shipped() {
        return made("shipped", Map.of());
    }

    static Installed cur() {
        return made("cur", Map.of("format", "CUR 2.0", "bucket", "acme-billing"));
    }

    static Installed existing() {
        return made(
                "existing",
                Map.of("export", "existing", "bucket", "acme-billing", "prefix", "cost/focus"));
    }

    /// The CDK's library runs in Node.
    static void assumeNode() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node"))),
                "no node on the PATH: the stack was not checked; install Node.js");
    }

    static App app(String name) {
        return GlidepathApp.app(AppProps.builder().outdir(MADE_INTO.resolve(name).toString()));
    }

    /// What the CDK command would deploy.
    Path file() {
        return Path.of(Stage.of(stack).getOutdir()).resolve(stack.getTemplateFile());
    }

    private static Installed made(String name, Map<String, String> context) {
        return MADE.computeIfAbsent(name, _ -> make(name, context));
    }

    private static Installed make(String name, Map<String, String> context) {
        var inputs = Inputs.read(INFRA, key -> Optional.ofNullable(context.get(key)));
        var stack =
                switch (inputs) {
                    case Inputs.Valid valid -> new GlidepathStack(app(name), "Glidepath", valid, ZIPS);
                    case Inputs.Faulty(var faults) -> throw new AssertionError(faults);
                };
        return new Installed(stack, Template.fromStack(stack));
    }
}
