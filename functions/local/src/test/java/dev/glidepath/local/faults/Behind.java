package dev.glidepath.local.faults;

import dev.glidepath.local.host.FolderAccount;
import dev.glidepath.local.host.FolderAccount.Folders;
import dev.glidepath.local.host.FunctionZip;
import dev.glidepath.local.host.LoopbackAws;
import dev.glidepath.runtime.StandIn;
import dev.glidepath.store.SnapshotTable;
import dev.glidepath.store.embedded.EmbeddedTable;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// An account, all of whose requests go through a proxy: DynamoDB Local, and for S3 and CloudWatch
/// the AWS stand-in where there is one, else folders. Mails always go into a folder, where they can
/// be counted.
final class Behind implements AutoCloseable {

    static final String BUCKET = "glidepath-billing";

    private static final int ATTEMPTS = 3;

    private final EmbeddedTable table = EmbeddedTable.inMemory();
    private final Optional<StandIn> standIn = StandIn.found();
    private final Folders folders;
    private final FolderAccount account;
    private final FaultProxy proxy;

    Behind(Path folder, Path plan) {
        this.folders = new Folders(folder.resolve("exports"), folder.resolve("mail"));
        this.account = new FolderAccount(table, folders, plan, _ -> {});
        var own = URI.create(account.environment(FunctionZip.COLLECT).get("AWS_ENDPOINT_URL"));
        this.proxy =
                new FaultProxy(
                        service ->
                                standIn.filter(_ -> !service.equals("dynamodb"))
                                        .filter(_ -> !service.equals("ses"))
                                        .map(StandIn::endpoint)
                                        .orElse(own));
        standIn.ifPresent(Behind::emptyBucket);
    }

    FaultProxy proxy() {
        return proxy;
    }

    /// Of a function whose process is to talk to the proxy.
    Map<String, String> environment(FunctionZip function) {
        var environment = new TreeMap<>(account.environment(function));
        environment.put("AWS_ENDPOINT_URL", proxy.endpoint().toString());
        return environment;
    }

    /// Of a function whose process is to talk to what stands in for AWS, without the proxy.
    Map<String, String> directly(FunctionZip function) {
        var environment = new TreeMap<>(account.environment(function));
        standIn.map(StandIn::endpoint)
                .map(URI::toString)
                .ifPresent(
                        there -> {
                            environment.put("AWS_ENDPOINT_URL_S3", there);
                            environment.put("AWS_ENDPOINT_URL_CLOUDWATCH", there);
                        });
        return environment;
    }

    /// Not through the proxy.
    DynamoDbClient dynamo() {
        return table.client();
    }

    String newTable() {
        var name = "t-" + UUID.randomUUID();
        SnapshotTable.create(table.client(), name);
        return name;
    }

    /// Through the proxy. Gives up sooner than the functions' clients do.
    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        return built(builder, proxy.endpoint())
                .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(ATTEMPTS)))
                .httpClient(
                        UrlConnectionHttpClient.builder()
                                .socketTimeout(Duration.ofSeconds(5))
                                .build())
                .build();
    }

    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B built(
            B builder, URI endpoint) {
        var credentials = AwsBasicCredentials.create(LoopbackAws.ACCOUNT, "of-this-machine");
        return builder.endpointOverride(endpoint)
                .region(Region.of(LoopbackAws.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(credentials));
    }

    /// Into the bucket, not through the proxy.
    void put(String key, String text) {
        if (standIn.isPresent()) {
            try (var s3 = standIn.get().client(S3Client.builder())) {
                s3.putObject(
                        r -> r.bucket(BUCKET).key(key),
                        software.amazon.awssdk.core.sync.RequestBody.fromString(text));
            }
            return;
        }
        try {
            var path = folders.exports().resolve(key.substring("exports/".length()));
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All of an export.
    void remove(String export) {
        var prefix = SmallExports.PREFIX + export + "/";
        if (standIn.isPresent()) {
            try (var s3 = standIn.get().client(S3Client.builder())) {
                s3.listObjectsV2Paginator(r -> r.bucket(BUCKET).prefix(prefix))
                        .contents()
                        .forEach(o -> s3.deleteObject(r -> r.bucket(BUCKET).key(o.key())));
            }
            return;
        }
        try (var paths = Files.walk(folders.exports().resolve(export))) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Others have the same bucket.
    @Override
    public void close() {
        standIn.ifPresent(Behind::emptyBucket);
        proxy.close();
        account.close();
        table.close();
    }

    private static void emptyBucket(StandIn there) {
        try (var s3 = there.client(S3Client.builder())) {
            if (s3.listBuckets().buckets().stream().noneMatch(b -> b.name().equals(BUCKET))) {
                s3.createBucket(r -> r.bucket(BUCKET));
            }
            s3.listObjectsV2Paginator(r -> r.bucket(BUCKET))
                    .contents()
                    .forEach(o -> s3.deleteObject(r -> r.bucket(BUCKET).key(o.key())));
        }
    }
}
