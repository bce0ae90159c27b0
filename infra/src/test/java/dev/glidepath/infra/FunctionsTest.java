package dev.glidepath.infra;

import static dev.glidepath.infra.Resources.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glidepath.runtime.Variable;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import software.amazon.awscdk.assertions.Match;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

class FunctionsTest {

    @BeforeAll
    static void needsNode() {
        Installed.assumeNode();
    }

    @Test
    void thereAreNoOthers() {
        Installed.shipped()
                .template()
                .resourceCountIs("AWS::Lambda::Function", Task.values().length);
    }

    @ParameterizedTest
    @EnumSource
    void eachIsToldExactlyWhatItsHandlerReads(Task task) {
        for (var installed : List.of(Installed.shipped(), Installed.existing())) {
            var environment = map(Resources.function(installed, task).get("Environment"));
            var told = new TreeSet<>(map(environment.get("Variables")).keySet());
            assertThat(told.remove(Variables.JVM_OPTIONS)).isEqualTo(task == Task.COLLECT);
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(
                            task.variables().stream().map(Variable::key).toList());
        }
    }

    @Test
    void theyAreToldWhatTheSettingsSay() {
        assertThat(variables(Task.DIGEST))
                .containsEntry("GLIDEPATH_SENDER", "costs@acme.com")
                .containsEntry("GLIDEPATH_OWNER", "ops@acme.com")
                .containsEntry("GLIDEPATH_TIME_ZONE", "Europe/Zurich")
                .containsEntry("GLIDEPATH_DIGEST_DAY", "MONDAY")
                .containsEntry("GLIDEPATH_DIGEST_TIME", "06:45")
                .containsEntry("GLIDEPATH_PLAN", "/opt/plan.yaml");
        assertThat(variables(Task.COLLECT))
                .containsEntry("GLIDEPATH_EXPORTS", "s3://acme-billing/cost/focus/")
                .containsEntry("GLIDEPATH_LIMITS", "columns=8000");
    }

    @Test
    void theyAreToldWhoseTheExportsAre() {
        for (var task : List.of(Task.COLLECT, Task.DOCTOR)) {
            assertThat(variables(Installed.ofAnotherAccount(), task))
                    .containsEntry("GLIDEPATH_EXPORT_OWNER", "210987654321");
            assertThat(variables(task))
                    .containsEntry("GLIDEPATH_EXPORT_OWNER", Map.of("Ref", "AWS::AccountId"));
        }
    }

    @Test
    void theDoctorIsToldWhichFunctionsThereAre() {
        assertThat(variables(Task.DOCTOR).get("GLIDEPATH_COLLECT_FUNCTION").toString())
                .contains("FunctionsCollectFunction");
        assertThat(variables(Task.DOCTOR).get("GLIDEPATH_DIGEST_FUNCTION").toString())
                .contains("FunctionsDigestFunction");
    }

    @Test
    void thePlanLiesThereWithTheFilesThatItNames() throws IOException {
        var layer =
                Resources.properties(Installed.existing(), "AWS::Lambda::LayerVersion").getFirst();
        var key = map(layer.get("Content")).get("S3Key").toString();
        var asset =
                Installed.existing()
                        .file()
                        .resolveSibling("asset." + key.replaceAll("\\.zip$", ""));
        assertThat(Files.readString(asset.resolve("plan.yaml")))
                .contains("stated values: {file: values.csv}");
        assertThat(asset.resolve("values.csv")).hasContent(Installed.VALUES);
    }

    @ParameterizedTest
    @CsvSource({
        "COLLECT, 3008, 4096, 900",
        "DIGEST, 3008, 512, 600",
        "FEEDBACK, 1024, 512, 30",
        "TRENDS, 1769, 512, 30",
        "DOCTOR, 1024, 512, 180"
    })
    void eachHasTheRoomAndTheTimeThatItNeeds(Task task, int memory, int disk, int seconds) {
        assertThat(Resources.function(Installed.shipped(), task))
                .containsEntry("MemorySize", memory)
                .containsEntry("EphemeralStorage", Map.of("Size", disk))
                .containsEntry("Timeout", seconds);
    }

    @ParameterizedTest
    @EnumSource
    void itsHandlerIsInItsZip(Task task) throws IOException {
        assumeTrue(
                Installed.arePackaged(),
                "the functions are not packaged: their zips were not opened; run mvn verify");
        assertThat(classes(task)).contains(task.handler().getName().replace('.', '/') + ".class");
    }

    @Test
    void theyRunJava25OnArmWithThePlanBesideThem() {
        Installed.shipped()
                .template()
                .allResourcesProperties(
                        "AWS::Lambda::Function",
                        Match.objectLike(
                                Map.of(
                                        "Runtime", "java25",
                                        "Architectures", List.of("arm64"),
                                        "Layers", List.of(Match.anyValue()),
                                        "TracingConfig", Match.absent())));
    }

    @Test
    void eachLogsJsonForAsLongAsTheSettingsSay() {
        var log =
                Match.objectLike(
                        Map.of(
                                "LoggingConfig",
                                Match.objectLike(
                                        Map.of(
                                                "LogFormat",
                                                "JSON",
                                                "ApplicationLogLevel",
                                                "INFO",
                                                "LogGroup",
                                                Match.anyValue()))));
        Installed.shipped().template().allResourcesProperties("AWS::Lambda::Function", log);
        assertThat(Resources.of(Installed.shipped(), "AWS::Logs::LogGroup").values())
                .hasSameSizeAs(Task.values())
                .allSatisfy(
                        group -> {
                            assertThat(map(group.get("Properties")))
                                    .containsEntry("RetentionInDays", 90);
                            assertThat(group).containsEntry("DeletionPolicy", "Delete");
                        });
        Installed.existing()
                .template()
                .allResourcesProperties(
                        "AWS::Logs::LogGroup", Match.objectLike(Map.of("RetentionInDays", 30)));
    }

    @ParameterizedTest
    @EnumSource
    void runsThatMustNotOverlapHaveTheirReservation(Task task) {
        var reserved = "ReservedConcurrentExecutions";
        assertThat(Resources.function(Installed.shipped(), task).get(reserved))
                .isEqualTo(task.alone() ? 1 : null);
        assertThat(Resources.function(Installed.existing(), task)).doesNotContainKey(reserved);
    }

    @Test
    void whatFailsForGoodIsKept() {
        var failed =
                Resources.logicalId(Installed.shipped(), "AWS::SQS::Queue", "DeadLettersFailed");
        var asynchronous =
                Resources.properties(Installed.shipped(), "AWS::Lambda::EventInvokeConfig");
        assertThat(asynchronous)
                .hasSize(3)
                .allSatisfy(
                        config -> {
                            assertThat(config.get("DestinationConfig").toString()).contains(failed);
                            assertThat(config)
                                    .containsEntry("MaximumRetryAttempts", 2)
                                    .containsEntry("MaximumEventAgeInSeconds", 21600);
                        });
    }

    @Test
    void trendsStartsFromASnapshotOfAPublishedVersion() {
        assertThat(Resources.function(Installed.shipped(), Task.TRENDS))
                .containsEntry("SnapStart", Map.of("ApplyOn", "PublishedVersions"));
        Installed.shipped().template().resourceCountIs("AWS::Lambda::Version", 1);
        Installed.shipped()
                .template()
                .hasResourceProperties("AWS::Lambda::Alias", Map.of("Name", "live"));
    }

    private static Map<String, Object> variables(Task task) {
        return variables(Installed.existing(), task);
    }

    private static Map<String, Object> variables(Installed installed, Task task) {
        var function = Resources.function(installed, task);
        return map(map(function.get("Environment")).get("Variables"));
    }

    /// Of our own jars, and of what lies unpacked.
    private static List<String> classes(Task task) throws IOException {
        var classes = new ArrayList<String>();
        try (var zip = new ZipFile(Installed.PACKAGED.file(task).toFile())) {
            for (var entry : zip.stream().toList()) {
                classes.add(entry.getName());
                if (entry.getName().startsWith("lib/" + task.module())) {
                    classes.addAll(names(zip.getInputStream(entry).readAllBytes()));
                }
            }
        }
        return classes;
    }

    private static List<String> names(byte[] jar) throws IOException {
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
