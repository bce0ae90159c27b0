package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The script at the root, with a JDK and a Maven that only write down how they were called.
class LauncherTest {

    private static final Path SCRIPT = Path.of(System.getProperty("glidepath.root"), "glidepath");

    @TempDir Path folder;
    private Path root;
    private Path source;

    @BeforeEach
    void layOutAProject() throws IOException {
        root = Files.createDirectories(folder.resolve("a project"));
        executable(root.resolve("glidepath"), Files.readString(SCRIPT));
        source = root.resolve("functions/local/src/main/java/A.java");
        write(source, "class A {}");
        write(root.resolve("pom.xml"), "<project/>");
        write(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        executable(folder.resolve("jdk/bin/javac"), "#!/bin/sh\n");
        executable(
                folder.resolve("jdk/bin/java"),
                """
                #!/bin/sh
                for argument; do echo "java: $argument"; done
                exit 7
                """);
        executable(
                folder.resolve("bin/mvn"),
                """
                #!/bin/sh
                echo "built $*" >> "%s"
                sleep 0.3
                test ! -e functions/broken || { echo '[ERROR] A.java:1 broken'; exit 1; }
                mkdir -p functions/local/target/quick
                echo jar > functions/local/target/quick/local.jar
                echo zip > functions/local/target/quick/local.zip
                printf '%s' > functions/local/target/quick/classpath.txt
                """
                        .formatted(folder.resolve("builds"), folder.resolve("library.jar")));
        write(folder.resolve("library.jar"), "");
    }

    @Test
    void runsTheCommandWithItsArgumentsAndGivesBackItsExitCode() throws Exception {
        var run = run(root.resolve("glidepath"), "collect", "two words", "");
        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.output().lines())
                .contains("building glidepath …")
                .endsWith(
                        "java: dev.glidepath.local.Glidepath",
                        "java: collect",
                        "java: two words",
                        "java: ");
    }

    @Test
    void buildsOnceAndAgainWhenASourceChanged() throws Exception {
        run(root.resolve("glidepath"));
        run(root.resolve("glidepath"));
        assertThat(builds()).isEqualTo(1);

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
        run(root.resolve("glidepath"));
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void buildsAgainWhenALibraryIsGone() throws Exception {
        run(root.resolve("glidepath"));
        Files.delete(folder.resolve("library.jar"));
        run(root.resolve("glidepath"));
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void packagesTheFunctionsOnlyToInvokeThem() throws Exception {
        run(root.resolve("glidepath"), "plan", "invoke");
        assertThat(Files.readString(folder.resolve("builds")))
                .contains("-Dassembly.skipAssembly=true");

        var invoked = run(root.resolve("glidepath"), "--verbose", "invoke", "trends");
        assertThat(Files.readAllLines(folder.resolve("builds")).getLast())
                .doesNotContain("skipAssembly");
        var zips =
                invoked.output()
                        .lines()
                        .filter(line -> line.startsWith("java: -Dglidepath.zips="))
                        .map(line -> line.substring(line.indexOf('=') + 1))
                        .findFirst()
                        .orElseThrow();
        assertThat(Path.of(zips.replace("*", "local"))).hasContent("zip");

        run(root.resolve("glidepath"), "invoke", "trends");
        run(root.resolve("glidepath"), "plan");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void worksThroughALink() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a project/glidepath"));
        assertThat(run(link).exitCode()).isEqualTo(7);
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        var first = start(root.resolve("glidepath"));
        var second = start(root.resolve("glidepath"));
        assertThat(List.of(finish(first).exitCode(), finish(second).exitCode()))
                .containsExactly(7, 7);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aFailedBuildShowsItsEndAndIsTriedAgain() throws Exception {
        Files.createFile(root.resolve("functions/broken"));
        var run = run(root.resolve("glidepath"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("[ERROR] A.java:1 broken")
                .contains("glidepath: the build failed");

        Files.delete(root.resolve("functions/broken"));
        assertThat(run(root.resolve("glidepath")).exitCode()).isEqualTo(7);
    }

    private record Run(int exitCode, String output) {}

    private Run run(Path script, String... arguments) throws Exception {
        return finish(start(script, arguments));
    }

    private Process start(Path script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment()
                .merge("PATH", folder.resolve("bin").toString(), (old, mine) -> mine + ":" + old);
        return builder.start();
    }

    private static Run finish(Process process) throws Exception {
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private long builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds")).size();
    }

    private static void executable(Path file, String text) throws IOException {
        write(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
