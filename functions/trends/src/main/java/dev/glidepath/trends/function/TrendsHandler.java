package dev.glidepath.trends.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.runtime.Aws;
import dev.glidepath.runtime.DeployedPlan;
import dev.glidepath.runtime.Environment;
import dev.glidepath.runtime.Variable;
import dev.glidepath.store.Snapshots;
import dev.glidepath.trends.answer.Answer;
import dev.glidepath.trends.answer.Answers;
import dev.glidepath.trends.answer.Site;
import dev.glidepath.trends.ask.Asked;

import org.crac.Core;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;

/// On demand: a question, a dashboard's widget or a function URL's call, as [Asked] and [HttpCall]
/// have them. A trend as JSON is the answer itself, anything else a text. It reads and writes its
/// JSON itself: the runtime would leave out what is null, which here is said to be unknown.
public final class TrendsHandler implements RequestStreamHandler {

    public static final Set<Variable> VARIABLES = Set.of(Variable.TABLE, Variable.PLAN);

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final Answers answers;

    /// CRaC holds it weakly.
    private final Priming priming = new Priming(this::answerTheUsual);

    public TrendsHandler() {
        this(new Environment(System.getenv(), VARIABLES));
        Core.getGlobalContext().register(priming);
    }

    private TrendsHandler(Environment environment) {
        this(
                new Answers(
                        new Snapshots(
                                Aws.client(DynamoDbClient.builder()),
                                environment.text(Variable.TABLE)),
                        DeployedPlan.read(Path.of(environment.text(Variable.PLAN))),
                        InstantSource.system()));
    }

    TrendsHandler(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        var sent = sent(event);
        if (HttpCall.isOne(sent)) {
            var reply = HttpCall.answer(sent, new Site(answers));
            log(context, "answered with status " + reply.path("statusCode").asInt());
            JSON.writeValue(answer, reply);
        } else {
            var told = answers.answer(Asked.of(sent, context.getInvokedFunctionArn()));
            log(context, "answered with %d characters".formatted(told.text().length()));
            answer.write(json(told).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void log(Context context, String what) {
        context.getLogger().log("trends: " + what, LogLevel.INFO);
    }

    /// As text: of bytes, Jackson guesses the encoding, and Lambda's is UTF-8.
    private static JsonNode sent(InputStream event) throws IOException {
        try {
            return JSON.readTree(new String(event.readAllBytes(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the question is not JSON: " + e.getOriginalMessage().replaceAll("\\R", " "),
                    e);
        }
    }

    private static String json(Answer answer) throws JsonProcessingException {
        return switch (answer.type()) {
            case JSON -> answer.text();
            case CSV, HTML, TEXT, YAML -> JSON.writeValueAsString(answer.text());
        };
    }

    /// The page has all that the others have.
    private void answerTheUsual() {
        var usual = JSON.createObjectNode().put("format", "html");
        answers.answer(Asked.of(usual, ""));
    }
}
