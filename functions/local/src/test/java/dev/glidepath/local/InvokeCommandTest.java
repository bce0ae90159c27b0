package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class InvokeCommandTest {

    @TempDir private Path folder;
    private Path event;

    @BeforeEach
    void anEvent() throws IOException {
        event = Files.writeString(folder.resolve("event.json"), "{}");
    }

    @Test
    void aFunctionThatIsNoneIsWrongUse() {
        var outcome = invoke("colect", event);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errors())
                .containsExactly(
                        "glidepath: \"colect\" is none of collect, digest, feedback, trends,"
                                + " doctor; see"
                                + " glidepath invoke --help");
    }

    @Test
    void aMissingEventIsNamed() {
        assertFails(
                invoke("trends", folder.resolve("none.json")),
                folder.resolve("none.json") + ": no such file");
    }

    @Test
    void anEventThatIsNotJsonIsNamedWithItsPlace() throws IOException {
        Files.writeString(event, "{\n  \"grain\": week\n}");
        var outcome = invoke("trends", event);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors())
                .singleElement()
                .asString()
                .startsWith("glidepath: " + event + ":2:")
                .contains("not JSON: Unrecognized token 'week'");
        Files.writeString(event, "{} {}");
        assertThat(invoke("trends", event).errors())
                .singleElement()
                .asString()
                .contains("not JSON");
        Files.writeString(event, "");
        assertFails(invoke("trends", event), event + ": is empty; send {} at least");
    }

    @Test
    void withoutADemoItSaysWhatToDo() {
        var demo = folder.resolve("demo");
        assertFails(
                new Cli(folder)
                        .run("invoke", "trends", event.toString(), "--demo", demo.toString()),
                demo.resolve("billing-bucket/exports")
                        + ": no demo there; run ./glidepath demo first, or name folders with"
                        + " --exports and --store");
    }

    @Test
    void aFolderThatIsNamedAndMissingIsNamed() {
        var none = folder.resolve("none").toString();
        assertFails(
                new Cli(folder).run("invoke", "trends", event.toString(), "--exports", none),
                none + ": no such folder");
    }

    @Test
    void withAnAccountTheVariablesMustBeThere() {
        assertFails(
                new Cli(folder).run("invoke", "feedback", event.toString(), "--account"),
                "GLIDEPATH_TABLE is not set; with --account the function's variables are this"
                        + " environment's");
    }

    private Cli.Outcome invoke(String function, Path event) {
        return new Cli(folder).run("invoke", function, event.toString());
    }

    private static void assertFails(Cli.Outcome outcome, String line) {
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).containsExactly("glidepath: " + line);
        assertThat(outcome.out()).isEmpty();
    }
}
