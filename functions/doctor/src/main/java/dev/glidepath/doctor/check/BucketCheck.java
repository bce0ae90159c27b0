package dev.glidepath.doctor.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.doctor.Check;
import dev.glidepath.doctor.Finding;
import dev.glidepath.doctor.Findings;
import dev.glidepath.doctor.Severity;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Whether the exports' bucket is where the functions are, lets AWS deliver and nobody else read.
///
/// @param owner the account that must own it
/// @param region of the functions
public record BucketCheck(S3Client s3, String bucket, String owner, String region)
        implements Check {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> DELIVERERS =
            List.of("bcm-data-exports.amazonaws.com", "billingreports.amazonaws.com");

    @Override
    public void look(Findings findings) {
        findings.attempt("region", () -> region(findings));
        if (isMissing(findings.found())) {
            return;
        }
        findings.attempt("policy", () -> policy(findings));
        findings.attempt("encryption", () -> encryption(findings));
    }

    /// Then there is nothing else to say of it.
    private static boolean isMissing(List<Finding> found) {
        return found.stream().anyMatch(f -> f.severity() == Severity.PROBLEM);
    }

    private void region(Findings findings) {
        try {
            var there = located();
            if (there.equals(region)) {
                findings.fine("region", "%s is in %s".formatted(bucket, region));
            } else {
                findings.warning(
                        "region",
                        "%s is in %s, and the functions are in %s".formatted(bucket, there, region),
                        "Every byte that is read crosses regions: slower, and $0.02 a GB.",
                        "deploy the stack in "
                                + there
                                + ": AWS_REGION="
                                + there
                                + " npx cdk deploy");
            }
        } catch (S3Exception e) {
            if (e.statusCode() != 404) {
                throw e;
            }
            findings.problem(
                    "region",
                    "there is no bucket %s".formatted(bucket),
                    "There is nothing to collect.",
                    "correct bucket: in infra/glidepath.yaml, and deploy");
        }
    }

    /// S3 names its first two regions in ways of their own.
    private String located() {
        var there =
                s3.getBucketLocation(r -> r.bucket(bucket).expectedBucketOwner(owner))
                        .locationConstraintAsString();
        if (there == null || there.isEmpty()) {
            return "us-east-1";
        }
        return there.equals("EU") ? "eu-west-1" : there;
    }

    private void policy(Findings findings) {
        try {
            var text =
                    s3.getBucketPolicy(r -> r.bucket(bucket).expectedBucketOwner(owner)).policy();
            judge(findings, JSON.readTree(text).path("Statement"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the policy of " + bucket + " is not JSON", e);
        } catch (S3Exception e) {
            if (e.statusCode() != 404) {
                throw e;
            }
            findings.warning(
                    "policy",
                    bucket + " has no policy",
                    "AWS cannot deliver a billing export into it; a copy of exports needs none.",
                    "let "
                            + String.join(" or ", DELIVERERS)
                            + " put objects: aws s3api"
                            + " put-bucket-policy --bucket "
                            + bucket);
        }
    }

    private void judge(Findings findings, JsonNode statements) {
        var allowed =
                StreamSupport.stream(statements.spliterator(), false)
                        .filter(s -> s.path("Effect").asText().equals("Allow"))
                        .toList();
        var open =
                allowed.stream()
                        .filter(BucketCheck::isForAnybody)
                        .filter(s -> s.path("Condition").isEmpty())
                        .findFirst();
        if (open.isPresent()) {
            findings.problem(
                    "policy",
                    bucket + ": its policy allows anybody " + open.get().path("Action"),
                    "The company's bill can be read, or replaced, from outside.",
                    "take the statement out: aws s3api put-bucket-policy --bucket " + bucket);
        } else if (allowed.stream().noneMatch(BucketCheck::isForDelivery)) {
            findings.warning(
                    "policy",
                    bucket + ": its policy lets no billing service put objects",
                    "AWS cannot deliver an export into it; a copy of exports needs none.",
                    "let "
                            + String.join(" or ", DELIVERERS)
                            + " put objects: aws s3api"
                            + " put-bucket-policy --bucket "
                            + bucket);
        } else {
            findings.fine("policy", bucket + " lets AWS deliver, and is open to nobody else");
        }
    }

    private static boolean isForAnybody(JsonNode statement) {
        var principal = statement.path("Principal");
        return principal.asText().equals("*") || texts(principal.path("AWS")).contains("*");
    }

    private static boolean isForDelivery(JsonNode statement) {
        return texts(statement.path("Principal").path("Service")).stream()
                        .anyMatch(DELIVERERS::contains)
                && texts(statement.path("Action")).stream()
                        .anyMatch(action -> action.matches("s3:(PutObject|Put\\*|\\*)"));
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList()
                : List.of(node.asText());
    }

    private void encryption(Findings findings) {
        encryption(s3, bucket, owner)
                .ifPresentOrElse(
                        key ->
                                findings.fine(
                                        "encryption",
                                        bucket
                                                + (key.isEmpty()
                                                        ? " encrypts with S3's own keys"
                                                        : " encrypts with the key " + key)),
                        () ->
                                findings.warning(
                                        "encryption",
                                        bucket + " does not say how it encrypts",
                                        "The company's bill should not lie in clear.",
                                        "aws s3api put-bucket-encryption --bucket " + bucket));
    }

    /// @return the KMS key; empty text for S3's own, empty where there is no encryption
    public static Optional<String> encryption(S3Client s3, String bucket, String owner) {
        try {
            return s3
                    .getBucketEncryption(r -> r.bucket(bucket).expectedBucketOwner(owner))
                    .serverSideEncryptionConfiguration()
                    .rules()
                    .stream()
                    .map(rule -> rule.applyServerSideEncryptionByDefault())
                    .map(by -> by.kmsMasterKeyID() == null ? "" : by.kmsMasterKeyID())
                    .findFirst();
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
