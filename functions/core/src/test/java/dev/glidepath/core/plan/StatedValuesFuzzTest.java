package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/// Whatever the file of values beside a plan holds.
class StatedValuesFuzzTest {

    private static final String PLAN =
            Root.text(Root.SHIPPED)
                    .replaceFirst(
                            "\nmeasures:\n", "\nstated values: {file: values.csv}\n\nmeasures:\n");

    @ValueSource(
            strings = {
                "measure,date,value\nScaling / Customer Capacity,2026-04-01,\"2,400\"\n",
                "measure,date,value\n\"Scaling / Customer Capacity\",2026-04-01,2.400\n\n",
                "measure,date,value\nScaling / Customer Capacity,2026-04-01,1E999999999\n",
                "\uFEFFmeasure,date,value\r\n\"\"\"a\"\"\",+999999999-12-31,1\u0000\r\n"
            })
    @FuzzTest(maxDuration = "3m")
    void areValuesOrFaultsOfTheirLines(@NotNull String file) {
        switch (PlanFile.read(PLAN, _ -> Optional.of(file))) {
            case PlanFile.Valid valid -> assertThat(valid.plan().id()).isNotBlank();
            case PlanFile.Faulty(var faults) ->
                    assertThat(faults)
                            .isNotEmpty()
                            .allSatisfy(PlanFuzzTest::requirePlaced)
                            .allSatisfy(f -> assertThat(f.message()).contains("values.csv"));
        }
    }
}
