package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PlanCommandTest {

    @TempDir private Path folder;

    @Test
    void aPlanThatOnlyContradictsItselfMayBeUsed() throws IOException {
        var outcome = check(shipped().replace("reduction: 33%", "reduction: 35%"));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("Notes: where the plan", "35% for Support");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aPlanThatIsWrongMayNotAndEachFaultHasItsPlace() throws IOException {
        var outcome = check(shipped().replace("currency: USD", "currency: dollars"));
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.errors())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches(".*plan\\.yaml:\\d+:\\d+: .+"));
    }

    private static String shipped() throws IOException {
        return Files.readString(PlanPath.shipped().path());
    }

    private Cli.Outcome check(String yaml) throws IOException {
        var plan = Files.writeString(folder.resolve("plan.yaml"), yaml);
        return new Cli(folder).run("plan", "check", plan.toString());
    }
}
