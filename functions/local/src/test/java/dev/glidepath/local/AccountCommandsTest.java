package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;

import dev.glidepath.local.host.DeployedFunctions;
import dev.glidepath.local.host.FunctionZip;
import dev.glidepath.local.host.LoopbackAws;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// With `--account`, in a process of its own whose environment leads to an account that only
/// answers with what it is told to.
@Timeout(120)
class AccountCommandsTest {

    private static final String STACK =
            """
            <ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries><member>\
            <PhysicalResourceId>collects</PhysicalResourceId>\
            <ResourceType>AWS::Lambda::Function</ResourceType>\
            </member></StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>""";
    private static final String FAULT =
            "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>";
    private static final String FUNCTION =
            "{\"Handler\":\"%s\",\"Environment\":{\"Variables\":{\"GLIDEPATH_TABLE\":\"the-stacks\"}}}"
                    .formatted(FunctionZip.COLLECT.handler());

    private record Answer(int status, String body) {}

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Answer stack = new Answer(200, STACK);
    private final LoopbackAws aws =
            new LoopbackAws(
                    Map.of(
                            "cloudformation",
                            exchange -> answer(exchange, stack),
                            "lambda",
                            this::lambda,
                            "dynamodb",
                            exchange -> answer(exchange, new Answer(400, "{}"))));

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aStackThatIsNotThereIsSaid() throws Exception {
        stack = new Answer(400, FAULT.formatted("ValidationError", "Stack does not exist"));
        assertThat(run(Map.of(), "backfill", "--from", "2026-04", "--to", "2026-04", "--account"))
                .startsWith("glidepath: there is no stack Glidepath in this account and region");
    }

    @Test
    void whatElseIsWrongWithTheAccountIsNotCalledAMissingStack() throws Exception {
        stack = new Answer(403, FAULT.formatted("AccessDenied", "not yours"));
        assertThat(run(Map.of(), "backfill", "--from", "2026-04", "--to", "2026-04", "--account"))
                .startsWith("glidepath: not yours")
                .doesNotContain("there is no stack");
    }

    @Test
    void forceIsHandedToTheFunction() throws Exception {
        var arguments = List.of("backfill", "--from", "2026-04", "--to", "2026-04", "--account");
        assertThat(run(Map.of(), arguments.toArray(String[]::new))).contains("recorded 1");
        assertThat(asked.getLast()).contains("\"from\":\"2026-04\"").doesNotContain("force");
        var force = Stream.concat(arguments.stream(), Stream.of("--force"));
        assertThat(run(Map.of(), force.toArray(String[]::new))).contains("recorded 1");
        assertThat(asked.getLast()).contains("\"force\":\"yes\"");
    }

    @Test
    void theTableIsTheEnvironmentsAndElseTheStacks() throws Exception {
        assertThat(tableOf(Map.of("GLIDEPATH_TABLE", "mine"))).contains("\"mine\"");
        assertThat(tableOf(Map.of("GLIDEPATH_TABLE", " "))).contains("\"the-stacks\"");
    }

    private String tableOf(Map<String, String> environment) throws Exception {
        run(environment, "hold", "--week", "2026-W19", "--reason", "Wrong", "--account");
        return asked.getLast();
    }

    /// @return all that it printed
    private String run(Map<String, String> environment, String... arguments) throws Exception {
        var builder = DeployedFunctions.glidepath(aws, arguments);
        builder.environment().putAll(environment);
        var process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void lambda(HttpExchange exchange) throws IOException {
        boolean told = exchange.getRequestMethod().equals("GET");
        answer(exchange, new Answer(200, told ? FUNCTION : "{\"recorded\":1}"));
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
