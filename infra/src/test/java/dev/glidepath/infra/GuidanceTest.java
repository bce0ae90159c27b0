package dev.glidepath.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/// What an admin pastes into a terminal.
class GuidanceTest {

    private static final Path EVENTS = Path.of(System.getProperty("glidepath.root"), "events");

    @BeforeAll
    static void needsNode() {
        Installed.assumeNode();
    }

    @ParameterizedTest
    @CsvSource({
        "Backfill, FunctionsCollectFunction, collect-periods.json, --invocation-type Event",
        "Preview, FunctionsDigestFunction, digest-preview.json, cat answer.json",
        "RequestDigest, FunctionsDigestFunction, digest-requested.json, cat answer.json"
    })
    void eachSendsItsEventToItsFunction(String output, String function, String event, String end) {
        assertThat(output(output)).contains(function, "file://events/" + event, end);
        assertThat(EVENTS.resolve(event)).exists();
    }

    @Test
    void theDoctorIsAskedWithoutAnEvent() {
        assertThat(output("Doctor"))
                .contains("FunctionsDoctorFunction", "cat answer.json")
                .doesNotContain("payload");
    }

    @Test
    void trendsAreAskedOfTheSnapshottedVersion() {
        assertThat(output("TrendsFunction")).contains("TrendsLive");
    }

    private static String output(String name) {
        var output = Installed.shipped().template().findOutputs(name).get(name);
        return String.valueOf(output.get("Value"));
    }
}
