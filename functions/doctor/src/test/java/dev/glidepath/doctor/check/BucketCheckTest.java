package dev.glidepath.doctor.check;

import static dev.glidepath.doctor.Severity.PROBLEM;
import static dev.glidepath.doctor.Severity.UNKNOWN;
import static dev.glidepath.doctor.Severity.WARNING;

import dev.glidepath.runtime.StandIn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

import java.util.UUID;

class BucketCheckTest {

    private static final String DELIVERY =
            """
            {"Statement":[{"Effect":"Allow","Principal":{"Service":["bcm-data-exports.amazonaws.com"]},
             "Action":["s3:PutObject"],"Resource":"arn:aws:s3:::BUCKET/*"}%s]}
            """;

    private final String bucket = "doctor-" + UUID.randomUUID();
    private final S3Client s3 = StandIn.require().client(S3Client.builder());

    @Test
    void allIsFine() {
        make(StandIn.REGION, DELIVERY.formatted(""));
        seen().isAllFine();
    }

    @Test
    void noBucketIsAProblem() {
        seen().isOnly("region", PROBLEM, "there is no bucket", "infra/glidepath.yaml");
    }

    @Test
    void aBucketOfAnotherRegionIsAWarning() {
        make("eu-central-1", DELIVERY.formatted(""));
        seen().isOnly(
                        "region",
                        WARNING,
                        "is in eu-central-1, and the functions are in us-east-1",
                        "AWS_REGION=eu-central-1");
    }

    @Test
    void aPolicyThatIsOpenToAnybodyIsAProblem() {
        make(
                StandIn.REGION,
                DELIVERY.formatted(
                        ",{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::BUCKET/*\"}"));
        seen().isOnly("policy", PROBLEM, "allows anybody \"s3:GetObject\"", "put-bucket-policy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"AWS\":\"*\"}", "{\"AWS\":[\"123456789012\",\"*\"]}"})
    void anybodyIsWrittenInSeveralWays(String principal) {
        make(StandIn.REGION, DELIVERY.formatted("," + reading(principal, "")));
        seen().isOnly("policy", PROBLEM, "allows anybody \"s3:GetObject\"", "put-bucket-policy");
    }

    @Test
    void whatAConditionOrAnAccountLimitsIsNotOpen() {
        var organisation =
                reading(
                        "\"*\"",
                        ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}}");
        var account = reading("{\"AWS\":\"123456789012\"}", "");
        make(StandIn.REGION, DELIVERY.formatted("," + organisation + "," + account));
        seen().isAllFine();
    }

    private static String reading(String principal, String more) {
        return "{\"Effect\":\"Allow\",\"Principal\":%s,\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::BUCKET/*\"%s}"
                .formatted(principal, more);
    }

    /// As buckets in Ireland say it that are older than the names of regions.
    @Test
    void theOldNameOfARegionIsThatRegion() {
        try (var aws = new ScriptedAws()) {
            aws.with(
                    "?location",
                    "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">EU</LocationConstraint>");
            Seen.by(new BucketCheck(aws.client(S3Client.builder()), bucket, "1", "eu-west-1"))
                    .isFine("region");
        }
    }

    @Test
    void aPolicyThatLetsNobodyDeliverIsAWarning() {
        make(
                StandIn.REGION,
                "{\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::BUCKET/*\"}]}");
        seen().isOnly("policy", WARNING, "lets no billing service", "bcm-data-exports");
    }

    @Test
    void noPolicyIsAWarning() {
        make(StandIn.REGION, "");
        seen().isOnly("policy", WARNING, "has no policy", "put-bucket-policy");
    }

    @Test
    void anotherOwnersBucketIsNotAsked() {
        make(StandIn.REGION, DELIVERY.formatted(""));
        try (var aws = new ScriptedAws()) {
            Seen.by(new BucketCheck(aws.client(S3Client.builder()), bucket, "1", StandIn.REGION))
                    .has("region", UNKNOWN, "not allowed to look", "allow the action")
                    .has("policy", UNKNOWN, "not allowed to look", "allow the action")
                    .has("encryption", UNKNOWN, "not allowed to look", "allow the action");
        }
    }

    private Seen seen() {
        return Seen.by(new BucketCheck(s3, bucket, StandIn.ACCOUNT, StandIn.REGION));
    }

    private void make(String region, String policy) {
        s3.createBucket(
                r -> {
                    r.bucket(bucket);
                    if (!region.equals(StandIn.REGION)) {
                        r.createBucketConfiguration(c -> c.locationConstraint(region));
                    }
                });
        var rule =
                ServerSideEncryptionRule.builder()
                        .applyServerSideEncryptionByDefault(
                                d -> d.sseAlgorithm(ServerSideEncryption.AES256))
                        .build();
        s3.putBucketEncryption(
                r -> r.bucket(bucket).serverSideEncryptionConfiguration(c -> c.rules(rule)));
        if (!policy.isEmpty()) {
            s3.putBucketPolicy(r -> r.bucket(bucket).policy(policy.replace("BUCKET", bucket)));
        }
    }
}
