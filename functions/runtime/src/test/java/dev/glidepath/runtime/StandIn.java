package dev.glidepath.runtime;

import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What stands in for AWS in tests: an endpoint given by hand in `GLIDEPATH_STANDIN`, else
/// LocalStack where Docker is, else `moto_server` where that is on the path. One for all tests of a
/// process; it says which.
public final class StandIn {

    public static final String ACCOUNT = "123456789012";
    public static final String REGION = "us-east-1";

    private static final String LOCALSTACK = "localstack/localstack:4.14.0";
    private static final Optional<StandIn> FOUND = find();

    private final String name;
    private final URI endpoint;

    private StandIn(String name, URI endpoint) {
        this.name = name;
        this.endpoint = endpoint;
    }

    /// Without one, the test that asks is reported as skipped.
    public static StandIn require() {
        Assumptions.assumeTrue(
                FOUND.isPresent(),
                "no AWS stand-in: set GLIDEPATH_STANDIN to an endpoint, start Docker, or pip install"
                        + " 'moto[server]'");
        return FOUND.orElseThrow();
    }

    /// For a test that has something else to fall back on.
    public static Optional<StandIn> found() {
        return FOUND;
    }

    /// `moto`, `localstack`, or `given`.
    public String name() {
        return name;
    }

    public URI endpoint() {
        return endpoint;
    }

    /// `client(S3Client.builder())`
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        var credentials = AwsBasicCredentials.create(ACCOUNT, "test");
        return Aws.client(
                builder.endpointOverride(endpoint)
                        .region(Region.of(REGION))
                        .credentialsProvider(StaticCredentialsProvider.create(credentials)));
    }

    /// What a process needs in its environment to talk to it.
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL",
                endpoint.toString(),
                "AWS_REGION",
                REGION,
                "AWS_ACCESS_KEY_ID",
                ACCOUNT,
                "AWS_SECRET_ACCESS_KEY",
                "test");
    }

    private static Optional<StandIn> find() {
        var found =
                Stream.<Supplier<Optional<StandIn>>>of(
                                StandIn::given, StandIn::localStack, StandIn::moto)
                        .flatMap(way -> way.get().stream())
                        .findFirst();
        System.out.println(
                found.map(s -> "AWS stand-in: " + s.name + " at " + s.endpoint)
                        .orElse("AWS stand-in: none; the tests that need one are skipped"));
        return found;
    }

    private static Optional<StandIn> given() {
        return Optional.ofNullable(System.getenv("GLIDEPATH_STANDIN"))
                .map(endpoint -> new StandIn("given", URI.create(endpoint)));
    }

    @SuppressWarnings("resource") // Testcontainers ends it with the process.
    private static Optional<StandIn> localStack() {
        if (!dockerIsThere()) {
            return Optional.empty();
        }
        var container =
                new LocalStackContainer(LOCALSTACK)
                        .withServices("s3", "dynamodb", "ses", "cloudwatch", "sns", "sqs");
        container.start();
        return Optional.of(new StandIn("localstack", container.getEndpoint()));
    }

    /// Asking Testcontainers where there is none takes seconds and fills the log.
    private static boolean dockerIsThere() {
        boolean likely =
                System.getenv("DOCKER_HOST") != null
                        || Files.exists(Path.of("/var/run/docker.sock"))
                        || Files.exists(
                                Path.of(
                                        System.getProperty("user.home"),
                                        ".docker/run/docker.sock"));
        return likely && DockerClientFactory.instance().isDockerAvailable();
    }

    private static Optional<StandIn> moto() {
        return onPath("moto_server").map(StandIn::started);
    }

    private static Optional<Path> onPath(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static StandIn started(Path command) {
        try {
            return new StandIn("moto", MotoServer.start(command));
        } catch (IOException e) {
            throw new IllegalStateException(command + " did not start: " + e.getMessage(), e);
        }
    }
}
