package dev.glidepath.digest.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;

import dev.glidepath.runtime.Variable;

import java.util.Map;
import java.util.Set;

/// What became of the mails, as SES tells through SNS.
public final class FeedbackHandler implements RequestHandler<SNSEvent, Map<String, Object>> {

    public static final Set<Variable> VARIABLES = Set.of(Variable.TABLE);

    @Override
    public Map<String, Object> handleRequest(SNSEvent event, Context context) {
        throw new UnsupportedOperationException("feedback");
    }
}
