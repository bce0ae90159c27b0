package dev.glidepath.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;

/// Whatever the settings' file holds, it is settings or a list of faults.
class SettingsFuzzTest {

    private static final Path SHIPPED =
            Path.of(System.getProperty("glidepath.root"), "infra", Inputs.DEFAULT_SETTINGS);

    @MethodSource("files")
    @FuzzTest(maxDuration = "3m")
    void areSettingsOrTheirFaults(byte[] file) {
        var faults = new ArrayList<String>();
        var yaml = new String(file, StandardCharsets.UTF_8);
        var settings =
                SettingsFile.open("glidepath.yaml", yaml, _ -> Optional.empty(), faults)
                        .flatMap(SettingsFile::read);
        if (settings.isEmpty()) {
            assertThat(faults).isNotEmpty();
        }
        assertThat(faults)
                .allSatisfy(
                        fault -> assertThat(fault).startsWith("glidepath.yaml").hasLineCount(1));
    }

    static Stream<byte[]> files() throws IOException {
        var shipped = Files.readString(SHIPPED);
        return Stream.of(
                        shipped,
                        shipped.replace("\n# ", "\n"),
                        "[".repeat(60_000),
                        "a: ".repeat(20_000),
                        "? ".repeat(20_000),
                        "- ".repeat(20_000),
                        "a: &a [*a, *a]\nexport: *a\n",
                        "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nsender: *c\n",
                        "sender: !!java.net.URL [\"http://localhost/\"]\n",
                        "sender: \"a\\u000aBcc: b\"\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
