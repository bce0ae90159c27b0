package dev.glidepath.infra;

import dev.glidepath.infra.settings.Operation;
import dev.glidepath.infra.settings.PlanInput;

import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// All functions. What they may do, whoever has it grants them.
final class Functions extends Construct {

    private final Map<Task, TaskFunction> made = new EnumMap<>(Task.class);
    private final Alias trends;

    Functions(
            Construct scope,
            String id,
            Operation operation,
            PlanInput plan,
            Zips zips,
            Variables variables,
            DeadLetters deadLetters) {
        super(scope, id);
        var layer = new PlanLayer(this, "Plan", plan);
        for (var task : Task.values()) {
            var packaged = new TaskFunction.Packaged(zips, layer, variables.of(task, this));
            made.put(task, new TaskFunction(this, task, operation, packaged, deadLetters.failed()));
        }
        trends =
                Alias.Builder.create(this, "TrendsLive")
                        .aliasName("live")
                        .description("The newest version, started from a snapshot of it")
                        .version(get(Task.TRENDS).getCurrentVersion())
                        .build();
    }

    Function get(Task task) {
        return of(task).function();
    }

    TaskFunction of(Task task) {
        var function = made.get(task);
        if (function == null) {
            throw new IllegalStateException(task + " has no function");
        }
        return function;
    }

    Collection<TaskFunction> all() {
        return made.values();
    }

    /// Whom to ask about trends: only a published version starts from a snapshot.
    Alias trends() {
        return trends;
    }
}
