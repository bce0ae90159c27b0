package dev.glidepath.collect.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

import dev.glidepath.runtime.Trigger;
import dev.glidepath.runtime.Variable;

import java.util.Map;
import java.util.Set;

/// Daily, and when an export lands.
public final class CollectHandler implements RequestHandler<ScheduledEvent, Map<String, Object>> {

    public static final Set<Variable> VARIABLES =
            Set.of(Variable.TABLE, Variable.PLAN, Variable.EXPORTS, Variable.EXPORT_OWNER);

    @Override
    public Map<String, Object> handleRequest(ScheduledEvent event, Context context) {
        throw new UnsupportedOperationException(Trigger.of(event).kind());
    }
}
