package dev.glidepath.digest.function;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.runtime.Environment;
import dev.glidepath.runtime.Variable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the handlers declare is what the stack sets: each of it is read, and nothing else.
class DeploymentTest {

    private static final Map<Variable, String> VALUES =
            Map.of(
                    Variable.TABLE, "glidepath",
                    Variable.PLAN, plan(),
                    Variable.SENDER, "costs@example.com",
                    Variable.CONFIGURATION_SET, "glidepath",
                    Variable.TIME_ZONE, "Europe/Zurich",
                    Variable.DIGEST_DAY, "WEDNESDAY",
                    Variable.OWNER, "owner@example.com",
                    Variable.DIGEST_TIME, "07:00");

    @BeforeAll
    static void region() {
        System.setProperty("aws.region", "us-east-1");
    }

    @AfterAll
    static void noRegion() {
        System.clearProperty("aws.region");
    }

    @Test
    void theDigestReadsWhatItDeclares() {
        readsAll(DigestHandler.VARIABLES, Deployment::digest);
    }

    @Test
    void theFeedbackReadsWhatItDeclares() {
        readsAll(FeedbackHandler.VARIABLES, Deployment::feedback);
    }

    private static void readsAll(Set<Variable> declared, Consumer<Environment> start) {
        assertThatCode(() -> start.accept(environment(VALUES, declared)))
                .doesNotThrowAnyException();
        for (var variable : declared) {
            var without = new EnumMap<>(VALUES);
            without.remove(variable);
            assertThatThrownBy(() -> start.accept(environment(without, declared)))
                    .hasMessageContaining(variable.key());
        }
    }

    private static Environment environment(Map<Variable, String> values, Set<Variable> declared) {
        var texts =
                values.entrySet().stream()
                        .collect(Collectors.toMap(v -> v.getKey().key(), Map.Entry::getValue));
        return new Environment(texts, declared);
    }

    private static String plan() {
        return Path.of(
                        System.getProperty("glidepath.root"),
                        "infra/plan/operational-excellence.yaml")
                .toString();
    }
}
