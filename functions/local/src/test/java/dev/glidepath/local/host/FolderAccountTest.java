package dev.glidepath.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.local.host.FolderAccount.Folders;
import dev.glidepath.runtime.Aws;
import dev.glidepath.runtime.CloudWatchHealth;
import dev.glidepath.runtime.HealthMetric;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SesException;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Asked by ordinary clients.
class FolderAccountTest {

    private static final String BUCKET = "glidepath-billing";

    @TempDir private static Path folder;
    private static final List<String> LOG = new CopyOnWriteArrayList<>();
    private static EmbeddedTable table;
    private static FolderAccount account;
    private static Map<String, String> environment;
    private static S3Client s3;

    @BeforeAll
    static void open() throws IOException {
        table = EmbeddedTable.inMemory();
        var folders = new Folders(folder.resolve("exports"), folder.resolve("mail"));
        account = new FolderAccount(table, folders, Path.of("plan.yaml"), LOG::add);
        environment = account.environment(FunctionZip.COLLECT);
        s3 = client(S3Client.builder());
        for (var name : List.of("a/1", "a/2", "a/b/3", "a=ü:€ +%&<x>/4", "c")) {
            var file = folder.resolve("exports").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "content of " + name);
        }
        Files.createFile(folder.resolve("exports/empty"));
        Files.writeString(folder.resolve("secret"), "not in the bucket");
    }

    @AfterAll
    static void close() {
        s3.close();
        account.close();
        table.close();
    }

    @BeforeEach
    void forget() {
        LOG.clear();
    }

    @Test
    void theVariablesAreThoseThatTheFunctionReads() {
        assertThat(environment)
                .containsEntry("GLIDEPATH_EXPORTS", "s3://glidepath-billing/exports/")
                .containsKey("GLIDEPATH_EXPORT_OWNER")
                .doesNotContainKey("GLIDEPATH_SENDER");
        assertThat(account.environment(FunctionZip.FEEDBACK).keySet())
                .filteredOn(key -> key.startsWith("GLIDEPATH_"))
                .containsExactly("GLIDEPATH_TABLE");
    }

    @Test
    void listsInPagesAndFolders() {
        assertThat(s3.listObjectsV2Paginator(r -> r.bucket(BUCKET).maxKeys(2)).contents())
                .extracting(S3Object::key)
                .containsExactly(
                        "exports/a/1",
                        "exports/a/2",
                        "exports/a/b/3",
                        "exports/a=ü:€ +%&<x>/4",
                        "exports/c",
                        "exports/empty");
        var page = s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("exports/a").delimiter("/"));
        assertThat(page.commonPrefixes())
                .extracting(CommonPrefix::prefix)
                .containsExactly("exports/a/", "exports/a=ü:€ +%&<x>/");
        assertThat(page.contents()).isEmpty();
        assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("exports/a/").delimiter("/")))
                .satisfies(p -> assertThat(p.contents()).hasSize(2))
                .satisfies(p -> assertThat(p.commonPrefixes()).hasSize(1));
    }

    @Test
    void readsAnObjectWholeAndInParts() {
        assertThat(text(r -> r.key("exports/a=ü:€ +%&<x>/4")))
                .isEqualTo("content of a=ü:€ +%&<x>/4");
        assertThat(text(r -> r.key("exports/c").range("bytes=0-6"))).isEqualTo("content");
        assertThat(text(r -> r.key("exports/c").range("bytes=11-"))).isEqualTo("c");
        assertThat(text(r -> r.key("exports/c").range("bytes=-4"))).isEqualTo("of c");
        assertThat(text(r -> r.key("exports/empty"))).isEmpty();
        assertThatThrownBy(() -> text(r -> r.key("exports/c").range("bytes=12-")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(416));
    }

    @Test
    void anEtagPinsTheContent() throws IOException {
        var file = folder.resolve("exports/pinned");
        Files.writeString(file, "before");
        var etag = s3.headObject(r -> r.bucket(BUCKET).key("exports/pinned")).eTag();
        assertThat(text(r -> r.key("exports/pinned").ifMatch(etag))).isEqualTo("before");
        Files.writeString(file, "afterwards");
        assertThatThrownBy(() -> text(r -> r.key("exports/pinned").ifMatch(etag)))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
        Files.delete(file);
    }

    @Test
    void whatIsNotThereIsSaidAsS3SaysIt() {
        assertThatThrownBy(() -> text(r -> r.key("exports/none")))
                .isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> text(r -> r.key("exports/../secret")))
                .isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> s3.listObjectsV2(r -> r.bucket("other-bucket")))
                .isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(
                        () ->
                                s3.listObjectsV2(
                                        r -> r.bucket(BUCKET).expectedBucketOwner("999999999999")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }

    @Test
    void keepsAMailAsItWasSent() throws IOException {
        var source = "Subject: ü\r\n\r\n=+/\r\n".getBytes(StandardCharsets.UTF_8);
        try (var ses = client(SesClient.builder())) {
            var id =
                    ses.sendRawEmail(r -> r.rawMessage(m -> m.data(SdkBytes.fromByteArray(source))))
                            .messageId();
            assertThat(folder.resolve("mail/" + id + ".eml")).hasBinaryContent(source);
            assertThatThrownBy(ses::getSendQuota)
                    .isInstanceOf(SesException.class)
                    .hasMessageContaining("GetSendQuota: this machine does not know it");
        }
        assertThat(LOG).singleElement().asString().startsWith("mail: ");
    }

    @Test
    void tellsMetrics() {
        try (var cloudWatch = client(CloudWatchClient.builder())) {
            new CloudWatchHealth(cloudWatch).report(Map.of(HealthMetric.DIGESTS_SENT, 2L));
            assertThat(cloudWatch.listMetrics().metrics()).isEmpty();
            assertThatThrownBy(cloudWatch::describeAlarms).hasMessageContaining("DescribeAlarms");
        }
        assertThat(LOG).containsExactly("metric: DigestsSent 2.0");
    }

    @Test
    void whatItDoesNotKnowIsRefusedByName() {
        assertThatThrownBy(() -> s3.deleteObject(r -> r.bucket(BUCKET).key("exports/c")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(501));
        assertThat(folder.resolve("exports/c")).exists();
        try (var dynamo = client(DynamoDbClient.builder())) {
            assertThatThrownBy(dynamo::listTables).hasMessageContaining("ListTables");
        }
    }

    private static String text(Consumer<GetObjectRequest.Builder> request) {
        return s3.getObjectAsBytes(r -> request.accept(r.bucket(BUCKET))).asUtf8String();
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder) {
        return Aws.client(
                builder.endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL")))
                        .region(Region.of(environment.get("AWS_REGION")))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                environment.get("AWS_ACCESS_KEY_ID"),
                                                environment.get("AWS_SECRET_ACCESS_KEY")))));
    }
}
