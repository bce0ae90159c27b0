package dev.glidepath.trends.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.runtime.Aws;
import dev.glidepath.runtime.DeployedPlan;
import dev.glidepath.runtime.Environment;
import dev.glidepath.runtime.Variable;
import dev.glidepath.store.Snapshots;
import dev.glidepath.trends.Trends;
import dev.glidepath.trends.format.TrendCsv;
import dev.glidepath.trends.format.TrendJson;
import dev.glidepath.trends.series.Trend;

import org.crac.Core;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;

/// On demand: a question as [Asked] has it, answered with the object of [TrendJson], or with the
/// text of [TrendCsv]. It reads and writes its JSON itself: the runtime would leave out what is
/// null, which here is said to be unknown.
public final class TrendsHandler implements RequestStreamHandler {

    public static final Set<Variable> VARIABLES = Set.of(Variable.TABLE, Variable.PLAN);

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final Trends trends;
    private final Plan plan;
    private final InstantSource clock;

    /// CRaC holds it weakly.
    private final Priming priming = new Priming(this::answerTheUsual);

    public TrendsHandler() {
        this(new Environment(System.getenv(), VARIABLES));
        Core.getGlobalContext().register(priming);
    }

    private TrendsHandler(Environment environment) {
        this(
                new Trends(
                        new Snapshots(
                                Aws.client(DynamoDbClient.builder()),
                                environment.text(Variable.TABLE))),
                DeployedPlan.read(Path.of(environment.text(Variable.PLAN))),
                InstantSource.system());
    }

    TrendsHandler(Trends trends, Plan plan, InstantSource clock) {
        this.trends = trends;
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        var asked = Asked.of(sent(event));
        var trend = trend(asked);
        context.getLogger()
                .log(
                        "trend: %d periods, %d series"
                                .formatted(trend.periods().size(), trend.series().size()),
                        LogLevel.INFO);
        write(trend, asked.format(), answer);
    }

    private static JsonNode sent(InputStream event) throws IOException {
        try {
            return JSON.readTree(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the question is not JSON: " + e.getOriginalMessage().replaceAll("\\R", " "),
                    e);
        }
    }

    private Trend trend(Asked asked) {
        return trends.trend(plan, asked.question(), asked.asOf().orElseGet(clock::instant));
    }

    private static void write(Trend trend, Asked.Format format, OutputStream answer)
            throws IOException {
        var json =
                switch (format) {
                    case JSON -> TrendJson.of(trend);
                    case CSV -> TextNode.valueOf(TrendCsv.of(trend));
                };
        JSON.writeValue(answer, json);
    }

    private void answerTheUsual() {
        try {
            var usual = Asked.of(JSON.createObjectNode());
            write(trend(usual), usual.format(), OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
