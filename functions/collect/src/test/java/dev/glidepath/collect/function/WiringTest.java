package dev.glidepath.collect.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.export.BucketPrefix;
import dev.glidepath.runtime.Environment;
import dev.glidepath.runtime.Variable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.regions.Region;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// An environment refuses what is not declared: so what is read is declared.
class WiringTest {

    private static final Path ROOT = Path.of(System.getProperty("glidepath.root"));

    private final Map<String, String> values =
            new HashMap<>(
                    Map.of(
                            "GLIDEPATH_TABLE", "snapshots",
                            "GLIDEPATH_PLAN",
                                    ROOT.resolve("infra/plan/operational-excellence.yaml")
                                            .toString(),
                            "GLIDEPATH_EXPORTS", "s3://billing/exports/",
                            "GLIDEPATH_EXPORT_OWNER", "123456789012",
                            "GLIDEPATH_LIMITS", "columns=8000",
                            "GLIDEPATH_ATHENA", "off"));

    @Test
    void readsAllThatIsDeclared() {
        var wiring = wiring();
        assertThat(wiring.table()).isEqualTo("snapshots");
        assertThat(wiring.exports()).isEqualTo(new BucketPrefix("billing", "exports/"));
        assertThat(wiring.owner()).isEqualTo("123456789012");
        assertThat(wiring.limits()).hasToString("columns=8000");
        assertThat(wiring.rules().currency()).contains("USD");
        assertThat(values.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        CollectHandler.VARIABLES.stream().map(Variable::key).toList());
    }

    @Test
    void namesWhatIsNotSet() {
        for (var variable : CollectHandler.VARIABLES) {
            var value = values.remove(variable.key());
            assertThatThrownBy(this::wiring)
                    .hasMessage(
                            "environment variable %s is not set; deploy the stack again",
                            variable.key());
            values.put(variable.key(), value);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing/exports/", "s3://billing", "s3://billing/exports", "s3:///x/"})
    void refusesExportsThatLieNowhere(String exports) {
        values.put("GLIDEPATH_EXPORTS", exports);
        assertThatThrownBy(this::wiring)
                .hasMessage(
                        "exports lie in \"%s\": write s3://bucket/prefix/ with a / at its end",
                        exports);
    }

    @Test
    void aRegionThatIsNamedIsTheOneThatIsAsked() {
        try (var cloudWatch = Wiring.cloudWatch(Optional.of("eu-west-3"))) {
            assertThat(cloudWatch.serviceClientConfiguration().region())
                    .isEqualTo(Region.EU_WEST_3);
        }
    }

    private Wiring wiring() {
        return Wiring.of(new Environment(values, CollectHandler.VARIABLES));
    }
}
