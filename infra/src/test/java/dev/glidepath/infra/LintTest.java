package dev.glidepath.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class LintTest {

    @TempDir Path folder;

    @Test
    void cfnLintFindsNothing() throws Exception {
        Installed.assumeNode();
        Installed.assumeOnPath("cfn-lint", "the template was not linted; pip install cfn-lint");
        var told = folder.resolve("told.txt");
        var lint =
                new ProcessBuilder(
                                "cfn-lint",
                                Installed.shipped().file().toString(),
                                Installed.existing().file().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(told.toFile())
                        .start();
        assertThat(lint.waitFor()).as(Files.readString(told)).isZero();
    }
}
