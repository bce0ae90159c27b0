package dev.glidepath.digest.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

import dev.glidepath.runtime.Trigger;
import dev.glidepath.runtime.Variable;

import java.util.Map;
import java.util.Set;

/// Weekly.
public final class DigestHandler implements RequestHandler<ScheduledEvent, Map<String, Object>> {

    public static final Set<Variable> VARIABLES =
            Set.of(
                    Variable.TABLE,
                    Variable.PLAN,
                    Variable.SENDER,
                    Variable.CONFIGURATION_SET,
                    Variable.TIME_ZONE,
                    Variable.DIGEST_DAY,
                    Variable.DIGEST_TIME);

    @Override
    public Map<String, Object> handleRequest(ScheduledEvent event, Context context) {
        throw new UnsupportedOperationException(Trigger.of(event).kind());
    }
}
