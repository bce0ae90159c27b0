package dev.glidepath.local.architecture;

import static dev.glidepath.local.architecture.House.ROOT;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.local.host.FunctionZip;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What others wrote and this ships or runs is known by name and version.
class SupplyChainTest {

    private static final Pattern PINNED =
            Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");

    /// After a wanted change: `-Djars.rewrite`, which fails so that the diff is read.
    @ParameterizedTest
    @EnumSource
    void aFunctionHasTheLibrariesThatAreListedAndNoOther(FunctionZip function) throws IOException {
        var list = ROOT.resolve("functions/" + function.module() + "/libraries.txt");
        Assumptions.assumeTrue(Files.exists(function.path()), "no zip: run mvn verify");
        var shipped = libraries(function.path());
        if (Boolean.getBoolean("jars.rewrite")) {
            Files.write(list, shipped);
        }
        assertThat(Boolean.getBoolean("jars.rewrite")).as("rewritten: read the diff").isFalse();
        assertThat(shipped).isEqualTo(Files.readAllLines(list));
    }

    @Test
    void everyActionIsPinnedToACommit() throws IOException {
        var uses =
                workflows().stream()
                        .flatMap(file -> lines(file).stream())
                        .map(String::strip)
                        .filter(line -> line.matches("(- )?uses: .*"))
                        .map(line -> line.replaceFirst("(- )?uses: ", ""))
                        .toList();
        assertThat(uses).hasSizeGreaterThan(3).allMatch(PINNED.asMatchPredicate());
        assertThat("actions/checkout@v5").doesNotMatch(PINNED);
    }

    @Test
    void aWorkflowMayReadAndNothingElse() throws IOException {
        assertThat(workflows())
                .allSatisfy(
                        file ->
                                assertThat(Files.readString(file))
                                        .contains("\npermissions:\n  contents: read\n")
                                        .doesNotContain(
                                                "write", "pull_request_target", "secrets."));
    }

    /// An address would be that of whoever made the file; npm takes its own.
    @Test
    void thePackageLockHasHashesAndNoAddress() throws IOException {
        var lock = ROOT.resolve("infra/package-lock.json").toFile();
        var packages = JsonMapper.builder().build().readTree(lock).path("packages");
        assertThat(packages.properties())
                .filteredOn(p -> !p.getKey().isEmpty())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(isPinned(p.getValue())).as(p.getKey()).isTrue());
    }

    private static boolean isPinned(JsonNode dependency) {
        return dependency.path("integrity").asText().startsWith("sha512-")
                && dependency.path("version").asText().matches("\\d[\\w.-]*")
                && !dependency.has("resolved");
    }

    /// Those of others, with the native library.
    private static List<String> libraries(Path zip) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches("lib/.*\\.jar|.*\\.so[^/]*"))
                    .map(name -> name.replaceFirst("^lib/", ""))
                    .filter(name -> !name.contains("-SNAPSHOT"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(".github/workflows"))) {
            return files.sorted().toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
