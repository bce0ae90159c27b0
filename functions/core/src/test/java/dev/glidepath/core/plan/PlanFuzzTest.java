package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Whatever the plan's file holds, it is a plan or a list of faults, each with its place.
class PlanFuzzTest {

    @MethodSource("plans")
    @FuzzTest(maxDuration = "5m")
    void isAPlanOrItsFaults(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8);
        switch (PlanFile.read(text)) {
            case PlanFile.Valid valid -> assertThat(valid.plan().id()).isNotBlank();
            case PlanFile.Faulty(var faults) ->
                    assertThat(faults).isNotEmpty().allSatisfy(PlanFuzzTest::requirePlaced);
        }
    }

    static void requirePlaced(PlanFile.Fault fault) {
        assertThat(fault.line()).isPositive();
        assertThat(fault.column()).isPositive();
        assertThat(fault.message().lines()).hasSize(1);
    }

    static Stream<byte[]> plans() throws IOException {
        try (var faulty = Files.list(Root.PLANS.resolve("faulty"))) {
            return Stream.concat(
                            Stream.of(Root.SHIPPED),
                            faulty.filter(f -> f.toString().endsWith(".yaml")).toList().stream())
                    .map(PlanFuzzTest::bytes);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
