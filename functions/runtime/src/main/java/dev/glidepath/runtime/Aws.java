package dev.glidepath.runtime;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

import java.time.Duration;

/// How functions talk to AWS: one HTTP client for all of a process, the smallest there is. Region,
/// credentials and endpoints are the environment's.
public final class Aws {

    private static final SdkHttpClient HTTP =
            UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(5))
                    .socketTimeout(Duration.ofSeconds(30))
                    .build();

    private Aws() {}

    /// `Aws.client(S3Client.builder())`
    public static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder) {
        return builder.httpClient(HTTP).build();
    }
}
