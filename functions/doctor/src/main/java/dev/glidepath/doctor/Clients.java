package dev.glidepath.doctor;

import dev.glidepath.runtime.Aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/// Whom the checks ask.
public record Clients(
        DynamoDbClient dynamo,
        S3Client s3,
        SesClient ses,
        SesV2Client sesAccount,
        SchedulerClient scheduler,
        LambdaClient lambda,
        IamClient iam) {

    /// With the region and credentials of this environment.
    public static Clients ofEnvironment() {
        return new Clients(
                Aws.client(DynamoDbClient.builder()),
                Aws.client(S3Client.builder().crossRegionAccessEnabled(true)),
                Aws.client(SesClient.builder()),
                Aws.client(SesV2Client.builder()),
                Aws.client(SchedulerClient.builder()),
                Aws.client(LambdaClient.builder()),
                Aws.client(IamClient.builder()));
    }

    /// That of the functions.
    String region() {
        return dynamo.serviceClientConfiguration().region().id();
    }

    String tableArn(String table) {
        return dynamo.describeTable(r -> r.tableName(table)).table().tableArn();
    }
}
