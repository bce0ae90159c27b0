package dev.glidepath.collect.athena;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.export.Bucket.Item;
import dev.glidepath.collect.s3.S3Bucket;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Parts of objects, each as the object was listed.
record S3Ranges(S3Client s3, S3Bucket.Account account) implements FileHeads.Ranges {

    @Override
    public byte[] read(Item item, long from, long to) {
        try {
            return s3.getObjectAsBytes(
                            r ->
                                    r.bucket(account.bucket())
                                            .expectedBucketOwner(account.owner())
                                            .key(item.key())
                                            .ifMatch('"' + item.listed().orElseThrow() + '"')
                                            .range("bytes=" + from + "-" + (to - 1)))
                    .asByteArray();
        } catch (S3Exception e) {
            if (e.statusCode() == 412) {
                throw new Refusal(
                        item.key()
                                + ": was replaced after it was listed; collect again when the delivery"
                                + " has finished",
                        e);
            }
            throw e;
        }
    }
}
