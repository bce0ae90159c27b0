package dev.glidepath.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class DeployedPlanTest {

    private static final Path SHIPPED =
            Path.of(System.getProperty("glidepath.root"), "infra/plan/operational-excellence.yaml");

    @TempDir private Path folder;

    @Test
    void readsThePlanThatIsShipped() {
        assertThat(DeployedPlan.read(SHIPPED).categories()).isNotEmpty();
    }

    @Test
    void saysWhatIsWrongAndWhere() throws IOException {
        var file = folder.resolve("plan.yaml");
        Files.writeString(file, Files.readString(SHIPPED).replace("currency: USD", "currency: 12"));

        assertThatThrownBy(() -> DeployedPlan.read(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("(?s)\\Q" + file + "\\E:\\d+:\\d+: .*");
    }

    @Test
    void saysThatItIsNotThere() {
        assertThatThrownBy(() -> DeployedPlan.read(folder.resolve("plan.yaml")))
                .hasMessageEndingWith("the plan cannot be read; deploy the stack again");
    }
}
