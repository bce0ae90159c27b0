package dev.glidepath.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Set;

class EnvironmentTest {

    @Test
    void readsWhatTheStackSets() {
        var environment =
                new Environment(Map.of("GLIDEPATH_TABLE", "costs"), Set.of(Variable.TABLE));

        assertThat(environment.text(Variable.TABLE)).isEqualTo("costs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void namesWhatIsNotSet(String blank) {
        var environment = new Environment(Map.of("GLIDEPATH_TABLE", blank), Set.of(Variable.TABLE));

        assertThatThrownBy(() -> environment.text(Variable.TABLE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "environment variable GLIDEPATH_TABLE is not set; deploy the stack again");
    }

    @Test
    void readsNothingThatItsHandlerDoesNotDeclare() {
        var environment =
                new Environment(Map.of("GLIDEPATH_SENDER", "a@b.example"), Set.of(Variable.TABLE));

        assertThatThrownBy(() -> environment.text(Variable.SENDER))
                .hasMessageContaining("SENDER is read and not declared");
    }
}
