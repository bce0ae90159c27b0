package dev.glidepath.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import dev.glidepath.runtime.Aws;
import dev.glidepath.store.Everything;
import dev.glidepath.store.SnapshotTable;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the functions' code asks of AWS, held against what their roles allow: no stand-in refuses
/// what IAM would.
class CallsTest {

    private static final String SDK = "software.amazon.awssdk.services.";

    /// Where the action is not the method's own name.
    private static final Map<String, String> ACTIONS =
            Map.ofEntries(
                    Map.entry("transactWriteItems", "PutItem"),
                    Map.entry("queryPaginator", "Query"),
                    Map.entry("getMetricDataPaginator", "GetMetricData"),
                    Map.entry("listMetricsPaginator", "ListMetrics"),
                    Map.entry("listSchedulesPaginator", "ListSchedules"),
                    Map.entry("listObjectsV2", "ListBucket"),
                    Map.entry("listObjectsV2Paginator", "ListBucket"),
                    Map.entry("getBucketEncryption", "GetEncryptionConfiguration"),
                    Map.entry("getObjectAsBytes", "GetObject"),
                    Map.entry("headObject", "GetObject"));

    /// What services do in the function's name when it asks them: Athena, and S3 with a key.
    private static final Set<String> IN_ITS_NAME =
            Set.of(
                    "glue:GetDatabase",
                    "glue:GetTable",
                    "kms:Decrypt",
                    "s3:AbortMultipartUpload",
                    "s3:GetBucketLocation",
                    "s3:ListBucketMultipartUploads",
                    "s3:ListMultipartUploadParts");

    /// Two interfaces to one service.
    private static final Map<String, String> SERVICES = Map.of("sesv2", "ses");

    /// They serve tables that no stack makes, and people, who may more than functions.
    private static final Set<String> ELSEWHERE =
            Set.of(
                    SnapshotTable.class.getName(),
                    EmbeddedTable.class.getPackageName(),
                    Everything.class.getName());

    @BeforeAll
    static void needsNode() {
        Installed.assumeNode();
    }

    @Test
    void nothingIsAskedThatNobodyMayAndNothingIsAllowedThatNobodyAsks() {
        var asked = asked();
        var allowed =
                Stream.of(Task.values())
                        .flatMap(
                                task ->
                                        Stream.concat(
                                                Resources.allowed(Installed.shipped(), task)
                                                        .stream(),
                                                Resources.allowed(Installed.existing(), task)
                                                        .stream()))
                        .flatMap(statement -> Resources.texts(statement.get("Action")))
                        .filter(action -> !action.startsWith("logs:"))
                        .filter(action -> !action.startsWith("sqs:"))
                        .filter(action -> asked.contains(action) || !IN_ITS_NAME.contains(action))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).containsExactlyInAnyOrderElementsOf(allowed);
    }

    private static Set<String> asked() {
        return new ClassFileImporter()
                        .withImportOption(place -> !place.contains("/test-classes/"))
                        .withImportOption(place -> !place.contains("-tests.jar"))
                        .importPackages(packages())
                        .stream()
                        .filter(type -> ELSEWHERE.stream().noneMatch(type.getName()::startsWith))
                        .map(JavaClass::getMethodCallsFromSelf)
                        .flatMap(Set::stream)
                        .filter(CallsTest::isOfAClient)
                        .map(CallsTest::action)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> packages() {
        return Stream.concat(
                        Stream.of(Task.values()).map(Task::handler),
                        Stream.of(SnapshotTable.class, Aws.class))
                .map(type -> type.getPackageName().replaceAll("\\.function$", ""))
                .toList();
    }

    private static boolean isOfAClient(JavaMethodCall call) {
        return call.getTargetOwner().getName().startsWith(SDK)
                && call.getTargetOwner().getName().endsWith("Client")
                && !Set.of("builder", "close", "serviceClientConfiguration")
                        .contains(call.getName());
    }

    private static String action(JavaMethodCall call) {
        var service = call.getTargetOwner().getPackageName().substring(SDK.length());
        var name = call.getName();
        return SERVICES.getOrDefault(service, service)
                + ":"
                + ACTIONS.getOrDefault(
                        name, Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }
}
