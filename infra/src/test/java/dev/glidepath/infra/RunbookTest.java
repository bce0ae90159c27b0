package dev.glidepath.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Each alarm has a section in `docs/operations.md`, and its mail says where.
class RunbookTest {

    private static final Path RUNBOOK =
            Path.of(System.getProperty("glidepath.root")).resolve("docs/operations.md");
    private static final Pattern SECTION =
            Pattern.compile("^### (\\w+)\\n(.*?)(?=^##)", Pattern.MULTILINE | Pattern.DOTALL);

    @BeforeAll
    static void needsNode() {
        Installed.assumeNode();
    }

    @Test
    void everyAlarmHasItsSectionAndEverySectionItsAlarm() throws IOException {
        var alarms = alarms().stream().map(RunbookTest::id).toList();
        assertThat(sections().keySet()).containsExactlyInAnyOrderElementsOf(alarms);
    }

    @Test
    void everySectionSaysWhereToLookAndWhatMends() throws IOException {
        assertThat(sections())
                .allSatisfy(
                        (alarm, text) ->
                                assertThat(text)
                                        .as(alarm)
                                        .contains("**Look:**", "**Mend:**", "**Quiet when:**"));
    }

    @Test
    void everyAlarmSaysWhereItsSectionIs() {
        assertThat(alarms())
                .allSatisfy(
                        alarm ->
                                assertThat(alarm.get("AlarmDescription").toString())
                                        .endsWith(
                                                " Runbook: docs/operations.md#"
                                                        + id(alarm).toLowerCase(Locale.ROOT)));
    }

    private static List<Map<String, Object>> alarms() {
        return Resources.properties(Installed.shipped(), "AWS::CloudWatch::Alarm");
    }

    private static String id(Map<String, Object> alarm) {
        return alarm.get("AlarmName").toString().replace("Glidepath-", "");
    }

    private static Map<String, String> sections() throws IOException {
        var text = Files.readString(RUNBOOK);
        var alarms = text.substring(text.indexOf("## Alarms"), text.indexOf("## What a person"));
        var sections = new LinkedHashMap<String, String>();
        SECTION.matcher(alarms + "## ")
                .results()
                .forEach(m -> sections.put(m.group(1), m.group(2)));
        return sections;
    }
}
