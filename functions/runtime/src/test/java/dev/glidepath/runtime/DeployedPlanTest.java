package dev.glidepath.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
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
    void saysTheFirstOfSeveralFaults() throws IOException {
        var file = folder.resolve("plan.yaml");
        var text = Files.readString(SHIPPED);
        Files.writeString(file, text.replace("currency: USD", "currency: 12") + "unknown: 1\n");
        var line = text.substring(0, text.indexOf("currency: USD")).lines().count();

        assertThatThrownBy(() -> DeployedPlan.read(file))
                .hasMessageMatching("(?s)\\Q" + file + "\\E:(%d|%d):.*".formatted(line, line + 1));
    }

    @Test
    void readsTheStatedValuesBesideThePlan() throws IOException {
        var file = folder.resolve("plan.yaml");
        var csv = "measure,date,value\nScaling / Customer Capacity,2026-04-01,2400\n";
        Files.writeString(
                file,
                Files.readString(SHIPPED)
                        .replaceFirst(
                                "\nmeasures:\n",
                                "\nstated values: {file: values.csv}\n\nmeasures:\n"));
        Files.writeString(folder.resolve("values.csv"), csv);

        var plan = DeployedPlan.read(file);

        assertThat(DeployedPlan.values(file, plan)).contains(csv);
        assertThat(plan.scorecard().measures())
                .filteredOn(measure -> measure.name().equals("Customer Capacity"))
                .singleElement()
                .extracting(measure -> measure.stated().getLast().value())
                .isEqualTo(new BigDecimal("2400"));
        assertThat(DeployedPlan.values(SHIPPED, DeployedPlan.read(SHIPPED))).isEmpty();
    }

    @Test
    void saysThatItIsNotThere() {
        assertThatThrownBy(() -> DeployedPlan.read(folder.resolve("plan.yaml")))
                .hasMessageEndingWith("the plan cannot be read; deploy the stack again");
    }
}
