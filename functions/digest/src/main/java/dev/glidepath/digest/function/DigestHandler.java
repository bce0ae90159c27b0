package dev.glidepath.digest.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;

import dev.glidepath.runtime.Environment;
import dev.glidepath.runtime.Trigger;
import dev.glidepath.runtime.Variable;

import java.util.Map;
import java.util.Set;

/// Weekly, and daily for what could not be sent before.
public final class DigestHandler implements RequestHandler<ScheduledEvent, Map<String, Object>> {

    public static final Set<Variable> VARIABLES =
            Set.of(
                    Variable.TABLE,
                    Variable.PLAN,
                    Variable.SENDER,
                    Variable.OWNER,
                    Variable.CONFIGURATION_SET,
                    Variable.TIME_ZONE,
                    Variable.DIGEST_DAY,
                    Variable.DIGEST_TIME);

    private final DigestTriggers triggers;

    public DigestHandler() {
        this(Deployment.digest(new Environment(System.getenv(), VARIABLES)));
    }

    DigestHandler(DigestTriggers triggers) {
        this.triggers = triggers;
    }

    @Override
    public Map<String, Object> handleRequest(ScheduledEvent event, Context context) {
        var trigger = Trigger.of(event);
        var outcome = triggers.take(trigger, context.getRemainingTimeInMillis());
        context.getLogger().log(trigger.kind() + ": " + outcome.line(), LogLevel.INFO);
        outcome.requireDone();
        return outcome.answer();
    }
}
