package dev.glidepath.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.local.host.Outcome.Answered;
import dev.glidepath.local.host.Outcome.Failed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Under Lambda's own client, with functions of one class.
class PackagedFunctionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder;
    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void answersOneEventAfterTheOther() {
        try (var function = start(OwnZip.Greets.class)) {
            assertThat(invoke(function, "\"Ada\"")).isEqualTo(new Answered("\"hello Ada\""));
            assertThat(invoke(function, "\"Ben\"")).isEqualTo(new Answered("\"hello Ben\""));
        }
        assertThat(log).filteredOn(line -> line.contains("greeted")).hasSize(2);
    }

    @Test
    void anEventThatTheHandlerCannotTakeIsAnErrorAndNotTheEnd() {
        try (var function = start(OwnZip.Greets.class)) {
            assertThat(invoke(function, "{")).isInstanceOf(Failed.class);
            assertThat(invoke(function, "")).isInstanceOf(Failed.class);
            assertThat(invoke(function, "\"Ada\"")).isEqualTo(new Answered("\"hello Ada\""));
        }
    }

    /// One that others unpack too may be half written when it is loaded.
    @Test
    void loadsTheClientsLibraryFromAPlaceOfItsOwn() throws IOException {
        try (var function = start(OwnZip.Greets.class)) {
            assertThat(invoke(function, "\"Ada\"")).isInstanceOf(Answered.class);
            var process =
                    ProcessHandle.current()
                            .children()
                            .filter(p -> commandLine(p).contains(OwnZip.Greets.class.getName()))
                            .findFirst()
                            .orElseThrow();
            assertThat(Files.readAllLines(Path.of("/proc/%d/maps".formatted(process.pid()))))
                    .filteredOn(line -> line.contains("libaws-lambda-jni"))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("/glidepath-function-"));
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/%d/cmdline".formatted(process.pid())));
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void aFunctionThatCannotStartSaysWhy() {
        try (var function = start(OwnZip.CannotStart.class)) {
            assertThat(invoke(function, "\"Ada\""))
                    .isEqualTo(
                            new Failed(
                                    "java.lang.IllegalStateException",
                                    "GLIDEPATH_TABLE is not set"));
        }
    }

    @Test
    void aHandlerThatIsNotInTheZipIsNamed() {
        var zip = OwnZip.of(OwnZip.Greets.class, folder);
        try (var function = new PackagedFunction(zip, "no.such.Handler", Map.of(), log::add)) {
            assertThat(invoke(function, "\"Ada\""))
                    .isEqualTo(
                            new Failed(
                                    "java.lang.ClassNotFoundException",
                                    "Class not found: no.such.Handler"));
        }
    }

    @Test
    void aProcessThatEndsIsToldWithItsLastLine() {
        try (var function = start(OwnZip.Ends.class)) {
            assertThat(invoke(function, "\"Ada\""))
                    .isEqualTo(
                            new Failed(
                                    "Runtime.ExitError",
                                    "ended with exit code 7 before it answered: the last words"));
            assertThat(invoke(function, "\"Ben\"")).isInstanceOf(Failed.class);
        }
    }

    @Test
    void aFunctionThatHangsTimesOutAndIsEnded() {
        var function = start(OwnZip.Hangs.class);
        function.ready().join();
        assertThat(function.invoke("\"Ada\"", Duration.ofSeconds(2)))
                .isEqualTo(new Failed("Sandbox.Timedout", "no answer within PT2S"));
        function.close();
        assertThat(function.isAlive()).isFalse();
    }

    @Test
    void knowsOnlyTheEnvironmentThatItIsGiven() {
        var zip = OwnZip.of(OwnZip.TellsItsEnvironment.class, folder);
        var handler = OwnZip.TellsItsEnvironment.class.getName();
        try (var function = new PackagedFunction(zip, handler, Map.of("A", "a"), log::add)) {
            assertThat(invoke(function, "\"A\"")).isEqualTo(new Answered("\"a null\""));
        }
    }

    private PackagedFunction start(Class<?> handler) {
        return new PackagedFunction(
                OwnZip.of(handler, folder), handler.getName(), Map.of(), log::add);
    }

    private static Outcome invoke(PackagedFunction function, String event) {
        return function.invoke(event, PATIENCE);
    }
}
