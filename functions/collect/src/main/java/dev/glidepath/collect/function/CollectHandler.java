package dev.glidepath.collect.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;

import dev.glidepath.collect.CollectRequest;
import dev.glidepath.collect.CollectRun;
import dev.glidepath.runtime.Environment;
import dev.glidepath.runtime.Trigger;
import dev.glidepath.runtime.Variable;

import java.util.Map;
import java.util.Set;

/// Daily, when an export lands, and for the billing periods that a person asks for.
public final class CollectHandler implements RequestHandler<ScheduledEvent, Map<String, Object>> {

    public static final Set<Variable> VARIABLES =
            Set.of(
                    Variable.TABLE,
                    Variable.PLAN,
                    Variable.EXPORTS,
                    Variable.EXPORT_OWNER,
                    Variable.LIMITS,
                    Variable.ATHENA);

    private final CollectRun run;

    public CollectHandler() {
        this(Wiring.of(new Environment(System.getenv(), VARIABLES)).run());
    }

    CollectHandler(CollectRun run) {
        this.run = run;
    }

    @Override
    public Map<String, Object> handleRequest(ScheduledEvent event, Context context) {
        var report = run.run(CollectRequest.of(Trigger.of(event)));
        context.getLogger().log(report.line(), LogLevel.INFO);
        return report.counts();
    }
}
