package dev.glidepath.runtime;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The plan that the stack was deployed with.
public final class DeployedPlan {

    private DeployedPlan() {}

    /// @throws IllegalStateException for a plan that the stack would not have let through
    public static Plan read(Path file) {
        return switch (PlanFile.read(text(file), name -> beside(file, name))) {
            case PlanFile.Valid(var plan, _) -> plan;
            case PlanFile.Faulty(var faults) ->
                    throw new IllegalStateException(file + ":" + faults.getFirst());
        };
    }

    /// The stated values that lie beside it, where it names them.
    public static Optional<String> values(Path file, Plan plan) {
        return plan.scorecard().values().name().flatMap(name -> beside(file, name));
    }

    private static Optional<String> beside(Path plan, String name) {
        var file = plan.resolveSibling(name);
        return Files.exists(file) ? Optional.of(text(file)) : Optional.empty();
    }

    public static String text(Path file) {
        try {
            return SmallFile.text(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + ": the plan cannot be read; deploy the stack again", e);
        }
    }
}
