package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Each faulty plan stands beside the faults that it must be told: line:column: message.
class FaultyPlansTest {

    private static final Path DIRECTORY = Root.PLANS.resolve("faulty");

    @TestFactory
    Stream<DynamicTest> everyFaultIsSaidWithItsPlace() throws IOException {
        return files(".yaml").stream()
                .map(
                        plan ->
                                DynamicTest.dynamicTest(
                                        plan.getFileName().toString(), () -> check(plan)));
    }

    @Test
    void everyFileOfFaultsHasItsPlan() throws IOException {
        assertThat(files(".faults")).hasSize(files(".yaml").size()).hasSizeGreaterThan(25);
    }

    @Test
    void saysEachFaultInOneLine() throws IOException {
        for (var plan : files(".yaml")) {
            for (var fault : faults(Root.text(plan))) {
                assertThat(fault.message()).isNotBlank().doesNotContain("\n");
            }
        }
    }

    @Test
    void carriageReturnsMoveNothing() throws IOException {
        for (var plan : files(".yaml")) {
            var text = Root.text(plan);
            assertThat(faults(text.replace("\n", "\r\n"))).as("%s", plan).isEqualTo(faults(text));
        }
    }

    @Test
    void byteOrderMarkMovesNothing() {
        assertThat(faults("\uFEFFname: x: y\n")).isEqualTo(faults("name: x: y\n"));
    }

    @Test
    void plansThatAreTooLongAreNotReadAtAll() {
        assertThat(faults("# " + "x".repeat(300_000)))
                .singleElement()
                .extracting(PlanFile.Fault::message)
                .asString()
                .contains("longer than 256 KiB");
    }

    /// A damaged plan is either still a plan or has faults within the file; nothing else happens.
    @Test
    void damagedPlansAreNeverAnAccident() {
        var whole = Root.text(Root.SHIPPED);
        var random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            var text = damaged(whole, random);
            if (PlanFile.read(text) instanceof PlanFile.Faulty(var faults)) {
                assertThat(faults).isNotEmpty();
                long lines = text.lines().count();
                assertThat(faults)
                        .allSatisfy(
                                f -> {
                                    assertThat(f.line()).isBetween(1, (int) lines + 1);
                                    assertThat(f.column()).isPositive();
                                });
            }
        }
    }

    private static String damaged(String whole, SplittableRandom random) {
        int from = random.nextInt(whole.length());
        int to = Math.min(whole.length(), from + random.nextInt(1, 30));
        var pieces =
                List.of("", ":", "- ", "\t", "\n", "[", "}", "\"", "'", "*", "&a", "!", "0", ",");
        return whole.substring(0, from)
                + pieces.get(random.nextInt(pieces.size()))
                + whole.substring(random.nextBoolean() ? from : to);
    }

    private static void check(Path plan) {
        var expected = Path.of(plan.toString().replace(".yaml", ".faults"));
        var said =
                faults(Root.text(plan)).stream()
                        .map(fault -> fault + "\n")
                        .collect(Collectors.joining());
        assertThat(said).isNotEmpty().isEqualTo(Root.text(expected));
    }

    private static List<PlanFile.Fault> faults(String yaml) {
        return PlanFile.read(yaml) instanceof PlanFile.Faulty(var faults) ? faults : List.of();
    }

    private static List<Path> files(String ending) throws IOException {
        try (var files = Files.list(DIRECTORY)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }
}
