package dev.glidepath.trends.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

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
import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/// On demand: a question as [Asked] has it, answered with the object of [TrendJson], or with the
/// text of [TrendCsv].
public final class TrendsHandler implements RequestHandler<Map<String, Object>, Object> {

    public static final Set<Variable> VARIABLES = Set.of(Variable.TABLE, Variable.PLAN);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Trends trends;
    private final Plan plan;
    private final InstantSource clock;

    /// CRaC holds it weakly.
    private final Priming priming = new Priming(() -> answer(Asked.of(Map.of())));

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
    public Object handleRequest(@Nullable Map<String, Object> sent, Context context) {
        var asked = Asked.of(sent);
        var trend = trend(asked);
        context.getLogger()
                .log(
                        "trend: %d periods, %d series"
                                .formatted(trend.periods().size(), trend.series().size()),
                        LogLevel.INFO);
        return written(trend, asked.format());
    }

    private Object answer(Asked asked) {
        return written(trend(asked), asked.format());
    }

    private Trend trend(Asked asked) {
        return trends.trend(plan, asked.question(), asked.asOf().orElseGet(clock::instant));
    }

    /// The runtime writes maps and texts as JSON.
    private static Object written(Trend trend, Asked.Format format) {
        return switch (format) {
            case JSON ->
                    JSON.convertValue(
                            TrendJson.of(trend), new TypeReference<Map<String, Object>>() {});
            case CSV -> TrendCsv.of(trend);
        };
    }
}
