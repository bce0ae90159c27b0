package dev.glidepath.local;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.runtime.SmallFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A plan file on this machine.
record PlanPath(Path path) {

    /// The plan that the project ships.
    static PlanPath shipped() {
        return new PlanPath(
                Path.of(
                        System.getProperty("glidepath.root", "."),
                        "infra",
                        "plan",
                        "operational-excellence.yaml"));
    }

    PlanFile.Reading read() {
        return PlanFile.read(text(), this::beside);
    }

    String text() {
        try {
            return SmallFile.text(path);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(path + ": no such plan file", e);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(path + ": not UTF-8 text; save it as UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /// The stated values that lie beside it, where it names them.
    Optional<String> values() {
        return plan().scorecard().values().name().flatMap(this::beside);
    }

    private Optional<String> beside(String name) {
        var file = path.resolveSibling(name);
        try {
            return Files.exists(file) ? Optional.of(SmallFile.text(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /// The plan, when it has no fault.
    Plan plan() {
        return switch (read()) {
            case PlanFile.Valid(var plan, _) -> plan;
            case PlanFile.Faulty(var faults) ->
                    throw new IllegalArgumentException(
                            "%s:%s%s"
                                    .formatted(
                                            path,
                                            faults.getFirst(),
                                            faults.size() == 1
                                                    ? ""
                                                    : " (and %d more: glidepath plan check %s)"
                                                            .formatted(faults.size() - 1, path)));
        };
    }
}
