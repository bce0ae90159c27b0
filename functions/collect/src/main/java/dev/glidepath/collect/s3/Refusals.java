package dev.glidepath.collect.s3;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.export.Bucket.Item;
import dev.glidepath.collect.s3.S3Bucket.Account;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What S3 refuses, as one line that says what to do about it.
final class Refusals {

    private Refusals() {}

    static Refusal ofListing(Account account, String folder, SdkException e) {
        return refusal(account, folder, listing(account), e);
    }

    static Refusal ofReading(Account account, Item item, SdkException e) {
        return refusal(
                account, item.key(), "s3:GetObject on arn:aws:s3:::" + account.bucket() + "/*", e);
    }

    static Refusal brokenOff(Account account, Item item, long have) {
        return new Refusal(
                "%s: broke off after %d of %d bytes, %d times; collect again"
                        .formatted(account.uri(item.key()), have, item.bytes(), Download.TRIES));
    }

    static Refusal noSpace(Account account, Item item, long free) {
        return new Refusal(
                "%s: has %d bytes, and %d are free for it; give the function more ephemeral storage"
                        .formatted(account.uri(item.key()), item.bytes(), free));
    }

    static Refusal notWritten(Account account, Item item, Path file, IOException e) {
        return new Refusal(
                "%s: cannot be kept in %s (%s); give the function more ephemeral storage"
                        .formatted(account.uri(item.key()), file.getParent(), e.getMessage()),
                e);
    }

    private static Refusal refusal(Account account, String key, String action, SdkException e) {
        var problem =
                e instanceof S3Exception s3
                        ? problem(account, action, s3)
                        : "S3 cannot be reached (" + e.getMessage() + "); collect again";
        return new Refusal(account.uri(key) + ": " + problem, e);
    }

    private static String problem(Account account, String action, S3Exception e) {
        var details = Optional.ofNullable(e.awsErrorDetails());
        var code = details.map(AwsErrorDetails::errorCode).orElse("no code");
        var said = details.map(AwsErrorDetails::errorMessage).orElse("");
        if (code.startsWith("KMS.") || said.toLowerCase(Locale.ROOT).contains("kms")) {
            return "its key denies it (%s: %s); allow the function kms:Decrypt, in its role and in the key's policy, and see that the key is enabled"
                    .formatted(code, said);
        }
        return switch (code) {
            case "NoSuchBucket" ->
                    "there is no such bucket; correct the bucket in the settings, and deploy again";
            case "InvalidObjectState" ->
                    "is archived; restore it, and keep lifecycle rules from archiving exports";
            case "PermanentRedirect", "AuthorizationHeaderMalformed" ->
                    "S3 does not tell in which region the bucket lies; allow the function "
                            + listing(account);
            default -> byStatus(account, action, code, e);
        };
    }

    private static String listing(Account account) {
        return "s3:ListBucket on arn:aws:s3:::" + account.bucket();
    }

    private static String byStatus(Account account, String action, String code, S3Exception e) {
        return switch (e.statusCode()) {
            case 403 ->
                    "access denied; allow the function %s, in its role and in the bucket's policy, and see that account %s owns the bucket"
                            .formatted(action, account.owner());
            case 404 ->
                    "is missing since it was listed; keep lifecycle rules from deleting what the"
                            + " newest manifest names, or wait for the next delivery";
            case 412 ->
                    "was replaced after it was listed; collect again when the delivery has"
                            + " finished";
            default ->
                    "S3 answered %d (%s, request %s); collect again"
                            .formatted(e.statusCode(), code, e.requestId());
        };
    }
}
