package dev.glidepath.digest.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;

import dev.glidepath.runtime.Environment;
import dev.glidepath.runtime.Variable;

import java.util.Map;
import java.util.Set;

/// What became of the mails, as SES tells through SNS.
public final class FeedbackHandler implements RequestHandler<SNSEvent, Map<String, Long>> {

    public static final Set<Variable> VARIABLES = Set.of(Variable.TABLE);

    private final FeedbackNotes notes;

    public FeedbackHandler() {
        this(Deployment.feedback(new Environment(System.getenv(), VARIABLES)));
    }

    FeedbackHandler(FeedbackNotes notes) {
        this.notes = notes;
    }

    @Override
    public Map<String, Long> handleRequest(SNSEvent event, Context context) {
        var counts = notes.take(event);
        context.getLogger().log("feedback: " + counts, LogLevel.INFO);
        return counts;
    }
}
