package dev.glidepath.trends.function;

import org.crac.Context;
import org.crac.Resource;

/// SnapStart takes its snapshot after a question was answered, so that classes, plan and client are
/// loaded in it. The snapshot is taken while the stack is deployed, when the table may be empty or
/// not reachable yet: whatever the question runs into must not fail the deployment, and is told
/// again to whoever asks.
record Priming(Runnable question) implements Resource {

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        try {
            question.run();
        } catch (RuntimeException e) {
            System.out.println("the snapshot is taken without an answered question: " + e);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
