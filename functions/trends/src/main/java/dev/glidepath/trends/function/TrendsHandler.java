package dev.glidepath.trends.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import dev.glidepath.runtime.Variable;

import java.util.Map;
import java.util.Set;

/// On demand.
public final class TrendsHandler
        implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    public static final Set<Variable> VARIABLES = Set.of(Variable.TABLE, Variable.PLAN);

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> question, Context context) {
        throw new UnsupportedOperationException("trends");
    }
}
