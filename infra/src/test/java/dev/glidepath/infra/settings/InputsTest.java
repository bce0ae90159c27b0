package dev.glidepath.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class InputsTest {

    private static final Path INFRA = Path.of(System.getProperty("glidepath.root"), "infra");

    @TempDir Path folder;
    private final Map<String, String> context = new HashMap<>();

    @BeforeEach
    void usesTheShippedPlan() {
        context.put("plan", INFRA.resolve(Inputs.DEFAULT_PLAN).toString());
    }

    @Test
    void theShippedFilesAreRight() {
        context.remove("plan");
        assertThat(Inputs.read(INFRA, key -> Optional.ofNullable(context.get(key))))
                .isInstanceOfSatisfying(
                        Inputs.Valid.class,
                        valid -> {
                            assertThat(valid.plan().basis().name())
                                    .isEqualTo("Operational Excellence Framework");
                            assertThat(valid.settings().export())
                                    .isEqualTo(
                                            new ExportSource.Created(
                                                    ExportFormat.FOCUS,
                                                    Optional.empty(),
                                                    "exports"));
                        });
    }

    @Test
    void anExistingExportLiesInItsBucket() {
        assertThat(export("export: existing\nbucket: acme.billing\nprefix: a/b\n"))
                .isEqualTo(new ExportSource.Existing("acme.billing", "a/b"));
        assertThat(export("export: existing\nbucket: acme.billing\n"))
                .isEqualTo(new ExportSource.Existing("acme.billing", ""));
    }

    @Test
    void theCommandLineGoesBeforeTheFile() {
        context.putAll(Map.of("format", "cur 2.0", "bucket", "from-context"));
        assertThat(export("export: create\nbucket: from-file\nprefix: p\n"))
                .isEqualTo(
                        new ExportSource.Created(
                                ExportFormat.CUR, Optional.of("from-context"), "p"));
    }

    @Test
    void aFaultOfTheCommandLineNamesItsKey() {
        context.put("bucket", "s3://acme");
        assertThat(faults("export: create\n"))
                .singleElement()
                .asString()
                .startsWith("-c bucket: \"s3://acme\" is not a bucket's name: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "export: make                         | 1:9: \"make\" is not an export: write create or existing",
                "export: create#format: FOCUS 1.3     | 2:9: \"FOCUS 1.3\" cannot be exported: write FOCUS 1.2 or CUR 2.0",
                "export: create#prefix: /a/           | 2:9: \"/a/\" is not a prefix: ",
                "export: create#bucket: Acme          | 2:9: \"Acme\" is not a bucket's name: ",
                "export: create#bucket:               | 2:8: \"\" is not a bucket's name: ",
                "export: create#bucked: acme          | 2:1: unknown key \"bucked\": there are export, format, bucket, prefix",
                "export: create#export: existing      | 2:1: \"export\" is there twice: remove one",
                "export: create#bucket: [a, b]        | 2:9: \"bucket\" must be one text",
                "export: existing                     | 1:9: an existing export lies in a bucket: ",
                "export: existing#bucket: acme#format: CUR 2.0 | 3:9: an existing export has its format already: ",
                "export: 'create                      | 1:16: this is not YAML: ",
                "- export                             | 1:1: write one \"key: value\" a line, ",
            })
    void aFaultIsOneLineWithItsPlace(String yaml, String fault) {
        assertThat(faults(yaml.replace("#", "\n")))
                .singleElement()
                .asString()
                .startsWith("glidepath.yaml:" + fault)
                .doesNotContain("\n");
    }

    @Test
    void anEmptyFileLacksItsExport() {
        assertThat(faults("# nothing\n"))
                .singleElement()
                .asString()
                .startsWith("glidepath.yaml: \"export\" is missing: write ");
    }

    @Test
    void aMissingFileIsNamed() {
        context.putAll(Map.of("plan", "no-plan.yaml", "settings", "no-settings.yaml"));
        assertThat(faults("export: create\n"))
                .satisfiesExactly(
                        plan -> assertThat(plan).startsWith("no-plan.yaml: no such file in "),
                        file -> assertThat(file).startsWith("no-settings.yaml: no such file in "));
    }

    @Test
    void everyFaultOfBothFilesIsToldAtOnce() throws IOException {
        Files.writeString(
                folder.resolve("wrong.yaml"),
                Files.readString(INFRA.resolve(Inputs.DEFAULT_PLAN))
                        .replace("currency: USD", "currency: dollars")
                        .replace("tolerance: 2%", "tolerance: two"));
        context.put("plan", "wrong.yaml");
        assertThat(faults("export: create\nbucket: Acme\n"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("wrong.yaml:9:11: "),
                        second -> assertThat(second).startsWith("wrong.yaml:15:12: "),
                        third -> assertThat(third).startsWith("glidepath.yaml:2:9: "));
    }

    private ExportSource export(String yaml) {
        return switch (read(yaml)) {
            case Inputs.Valid(var _, var settings) -> settings.export();
            case Inputs.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private List<String> faults(String yaml) {
        return switch (read(yaml)) {
            case Inputs.Valid valid -> throw new AssertionError(valid.settings());
            case Inputs.Faulty(var faults) -> faults;
        };
    }

    private Inputs read(String yaml) {
        try {
            Files.writeString(folder.resolve(Inputs.DEFAULT_SETTINGS), yaml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Inputs.read(folder, key -> Optional.ofNullable(context.get(key)));
    }
}
