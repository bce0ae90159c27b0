package dev.glidepath.local.host;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;

import dev.glidepath.local.Glidepath;
import dev.glidepath.local.host.Outcome.Answered;
import dev.glidepath.local.host.Outcome.Failed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// A deployed stack as the command finds it with `--account`: CloudFormation names its functions,
/// and Lambda runs their zips, one run at a time. A process that died is started again for the next
/// run.
public final class DeployedFunctions implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<FunctionZip> functions;
    private final Function<FunctionZip, PackagedFunction> start;
    private final Map<FunctionZip, PackagedFunction> warm = new EnumMap<>(FunctionZip.class);
    private final LoopbackAws aws;

    public DeployedFunctions(
            List<FunctionZip> functions, Function<FunctionZip, PackagedFunction> start) {
        this.functions = List.copyOf(functions);
        this.start = start;
        this.aws = new LoopbackAws(Map.of("cloudformation", this::stack, "lambda", this::lambda));
    }

    /// `./glidepath` with these arguments, in a process of its own.
    public Process command(Path output, String... arguments) {
        try {
            return glidepath(aws, arguments).redirectOutput(output.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `./glidepath` with these arguments in that account, and nothing else of this environment's.
    public static ProcessBuilder glidepath(LoopbackAws account, String... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                Stream.concat(
                        Stream.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Glidepath.class.getName()),
                        Stream.of(arguments));
        var builder = new ProcessBuilder(command.toList());
        builder.environment().keySet().removeIf(key -> key.matches("(AWS|GLIDEPATH)_.*"));
        builder.environment().putAll(account.environment());
        return builder.redirectErrorStream(true);
    }

    @Override
    public void close() {
        aws.close();
        warm.values().forEach(PackagedFunction::close);
    }

    private void stack(HttpExchange exchange) throws IOException {
        var members = new StringBuilder();
        for (var function : functions) {
            members.append(
                    "<member><PhysicalResourceId>%s</PhysicalResourceId><ResourceType>AWS::Lambda::Function</ResourceType></member>"
                            .formatted(function.word()));
        }
        Reply.xml(
                        200,
                        "<ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries>%s</StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>"
                                .formatted(members))
                .send(exchange);
    }

    /// `/2015-03-31/functions/collect/configuration` or `…/invocations`
    private void lambda(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/", -1);
        var function = FunctionZip.named(path[3]).orElseThrow();
        if (path[4].equals("configuration")) {
            Reply.text(200, JSON.writeValueAsString(Map.of("Handler", function.handler())))
                    .send(exchange);
            return;
        }
        var event = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (invoke(function, event)) {
            case Answered(var json) -> Reply.text(200, json).send(exchange);
            case Failed(var type, var message) -> {
                exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
                Reply.text(
                                200,
                                JSON.writeValueAsString(
                                        Map.of("errorType", type, "errorMessage", message)))
                        .send(exchange);
            }
        }
    }

    private synchronized Outcome invoke(FunctionZip function, String event) {
        var running = warm.get(function);
        if (running == null || !running.isAlive()) {
            if (running != null) {
                running.close();
            }
            running = start.apply(function);
            warm.put(function, running);
        }
        return running.invoke(event, PATIENCE);
    }
}
