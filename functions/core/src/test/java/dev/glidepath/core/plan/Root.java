package dev.glidepath.core.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The project's own files, as tests read them.
final class Root {

    static final Path PATH = Path.of(System.getProperty("glidepath.root"));
    static final Path SHIPPED = PATH.resolve("infra/plan/operational-excellence.yaml");
    static final Path SCHEMA = PATH.resolve("infra/plan/plan.schema.json");
    static final Path PLANS = PATH.resolve("functions/core/src/test/resources/plans");

    private Root() {}

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PlanFile.Valid valid(String yaml) {
        return switch (PlanFile.read(yaml)) {
            case PlanFile.Valid valid -> valid;
            case PlanFile.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    static PlanFile.Valid shipped() {
        return valid(text(SHIPPED));
    }
}
