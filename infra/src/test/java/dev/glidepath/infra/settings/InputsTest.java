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
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class InputsTest {

    private static final Path INFRA = Path.of(System.getProperty("glidepath.root"), "infra");

    /// What has no default; it comes after the lines that a test is about.
    private static final String REQUIRED =
            """

            sender: costs@example.com
            recipient domains: [example.com]
            alarm address: ops@example.com
            """;

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
                            assertThat(valid.plan().plan().basis().name())
                                    .isEqualTo("Operational Excellence Framework");
                            assertThat(valid.settings().export())
                                    .isEqualTo(
                                            new ExportSource.Created(
                                                    ExportFormat.FOCUS,
                                                    Optional.empty(),
                                                    "exports",
                                                    false));
                        });
    }

    @Test
    void anExistingExportLiesInItsBucket() {
        assertThat(export("export: existing\nbucket: acme.billing\nprefix: a/b\n"))
                .isEqualTo(
                        new ExportSource.Existing(
                                "acme.billing", "a/b", Optional.empty(), Optional.empty()));
        assertThat(export("export: existing\nbucket: acme.billing\n"))
                .isEqualTo(
                        new ExportSource.Existing(
                                "acme.billing", "", Optional.empty(), Optional.empty()));
    }

    @Test
    void theCommandLineGoesBeforeTheFile() {
        context.putAll(Map.of("format", "cur 2.0", "bucket", "from-context"));
        assertThat(export("export: create\nbucket: from-file\nprefix: p\n"))
                .isEqualTo(
                        new ExportSource.Created(
                                ExportFormat.CUR, Optional.of("from-context"), "p", false));
    }

    @Test
    void recommendationsAreExportedBesideANewExportOnly() {
        assertThat(export("export: create\nrecommendations: create\n"))
                .isEqualTo(
                        new ExportSource.Created(
                                ExportFormat.FOCUS, Optional.empty(), "exports", true));
        assertThat(faults("export: create\nrecommendations: yes\n"))
                .singleElement()
                .asString()
                .endsWith("\"yes\" is no way to get recommendations: write create or no");
        assertThat(faults("export: existing\nbucket: acme\nrecommendations: create\n"))
                .singleElement()
                .asString()
                .contains("delivered below the same prefix");
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
                "export: create#bucked: acme          | 2:1: unknown key \"bucked\": there are export, format, bucket, prefix, ",
                "export: create#export: existing      | 2:1: \"export\" is there twice: remove one",
                "export: create#bucket: [a, b]        | 2:9: \"bucket\" must be one text",
                "export: existing                     | 1:9: an existing export lies in a bucket: ",
                "export: existing#bucket: acme#format: CUR 2.0 | 3:9: an existing export has its format already: ",
            })
    void aFaultIsOneLineWithItsPlace(String yaml, String fault) {
        assertThat(faults(yaml.replace("#", "\n")))
                .singleElement()
                .asString()
                .startsWith("glidepath.yaml:" + fault)
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "sender: me                  | 1:9: \"me\" is not an address: write one such as costs@example.com",
                "sender: Me <me@example.com> | 1:9: \"Me <me@example.com>\" is not an address: ",
                "sender: me@Example.com      | 1:9: \"me@Example.com\" is not an address: ",
                "sender identity: mine       | 1:18: \"mine\" is not an identity: write existing, domain or address",
                "recipient domains: [example.com, '@x.org'] | 1:34: \"@x.org\" is not a domain: ",
                "recipient domains: {a: b}   | 1:20: \"recipient domains\" must be a list of texts, e.g. ",
                "alarm address: ''           | 1:16: \"\" is not an address: ",
                "time zone: CET+1            | 1:12: \"CET+1\" is not a time zone: write one such as Europe/Zurich",
                "time zone: +01:00           | 1:12: \"+01:00\" is not a time zone: ",
                "collect time: 5             | 1:15: \"5\" is not a time: write one such as 07:00",
                "collect time: 24:00         | 1:15: \"24:00\" is not a time: ",
                "digest day: Funday          | 1:13: \"Funday\" is not a day: write one such as Wednesday",
                "log days: 45                | 1:11: logs cannot be kept for \"45\" days: write one of 1, 3, 5, 7, ",
                "athena above: 20            | 1:15: \"20\" is not a size: write one such as 20 GB, or never",
                "reserve concurrency: maybe  | 1:22: \"maybe\" is not an answer: write yes or no",
                "limits: [columns=many]      | 1:10: \"columns=many\" is no limit: write one of manifest, files, ",
                "limits: columns=5=6         | 1:9: \"columns=5=6\" is no limit: ",
                "limits: {columns: 5}        | 1:9: \"limits\" must be a list of texts, e.g. [columns=8000, ",
                "bucket owner: 123           | 1:15: a new export lies in a bucket of this account ",
            })
    void aFaultOfAnySettingIsOneLineWithItsPlace(String yaml, String fault) {
        var key = yaml.substring(0, yaml.indexOf(':'));
        assertThat(faultsOf(yaml + "\nexport: create\n" + REQUIRED.replaceAll(key + ":.*\n", "")))
                .singleElement()
                .asString()
                .startsWith("glidepath.yaml:" + fault)
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "export: 'create | 1:16: this is not YAML: ",
                "- export        | 1:1: write one \"key: value\" a line, ",
            })
    void whatIsNoListOfSettingsIsOneFault(String yaml, String fault) {
        assertThat(faultsOf(yaml))
                .singleElement()
                .asString()
                .startsWith("glidepath.yaml:" + fault)
                .doesNotContain("\n");
    }

    @Test
    void anEmptyFileLacksAllThatHasNoDefault() {
        assertThat(faultsOf("# nothing\n"))
                .extracting(fault -> fault.substring(0, fault.indexOf(" is missing: write ")))
                .containsExactly(
                        "glidepath.yaml: \"export\"",
                        "glidepath.yaml: \"sender\"",
                        "glidepath.yaml: \"recipient domains\"",
                        "glidepath.yaml: \"alarm address\"");
    }

    /// Clocks go forward at 02:00 there, at midnight in Cairo, and by half an hour on Lord Howe.
    @ParameterizedTest
    @CsvSource({
        "Europe/Zurich, 02:00",
        "Europe/Zurich, 02:59",
        "America/New_York, 02:30",
        "Africa/Cairo, 00:15",
        "Australia/Lord_Howe, 02:15"
    })
    void aTimeThatADayDoesNotHaveIsAFault(String zone, String time) {
        assertThat(faults("export: create\ntime zone: " + zone + "\ndigest time: " + time + "\n"))
                .singleElement()
                .asString()
                .startsWith(
                        "glidepath.yaml:3:14: \"" + time + "\" does not exist in " + zone + " on ")
                .contains(", when clocks go from ", "write another time");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Zurich, 01:59",
        "Europe/Zurich, 03:00",
        "Australia/Lord_Howe, 02:30",
        "Asia/Tokyo, 02:30",
        "UTC, 02:30"
    })
    void aTimeThatEveryDayHasIsRight(String zone, String time) {
        var settings =
                settings("export: create\ntime zone: " + zone + "\ndigest time: " + time + "\n");
        assertThat(settings.timetable())
                .isEqualTo(
                        new Timetable(
                                ZoneId.of(zone),
                                LocalTime.of(5, 0),
                                DayOfWeek.WEDNESDAY,
                                LocalTime.parse(time)));
    }

    @Test
    void aRecipientOfAnotherDomainIsNamedWithItsPlaceInThePlan() throws IOException {
        var plan = INFRA.resolve(Inputs.DEFAULT_PLAN);
        var line = 1 + Files.readAllLines(plan).indexOf("  - email: finance@example.com");
        var settings =
                """
                export: create
                sender: costs@acme.com
                recipient domains: [acme.com, mail.example.com]
                alarm address: ops@acme.com
                """;
        assertThat(faultsOf(settings))
                .hasSize(2)
                .first()
                .asString()
                .startsWith(
                        plan
                                + ":"
                                + line
                                + ": finance@example.com is in none of the recipient domains"
                                + " (acme.com, mail.example.com): ")
                .contains(" at glidepath.yaml:3:21, ");
        // example.com ends so, and is another domain.
        assertThat(faultsOf(settings.replace("acme.com, mail.example.com", "ample.com")))
                .hasSize(2);
    }

    private ExportSource export(String yaml) {
        return settings(yaml).export();
    }

    private Settings settings(String yaml) {
        return switch (read(yaml + REQUIRED)) {
            case Inputs.Valid(var _, var settings) -> settings;
            case Inputs.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private List<String> faults(String yaml) {
        return faultsOf(yaml + REQUIRED);
    }

    private List<String> faultsOf(String yaml) {
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
