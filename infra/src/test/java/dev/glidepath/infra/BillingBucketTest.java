package dev.glidepath.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class BillingBucketTest {

    @BeforeAll
    static void needsNode() {
        Installed.assumeNode();
    }

    /// Without it a delivery is seen the next day only.
    @Test
    void tellsWhatLands() {
        assertThat(bucket("ExportsBillingBucket").get("NotificationConfiguration"))
                .isEqualTo(Map.of("EventBridgeConfiguration", Map.of("EventBridgeEnabled", true)));
    }

    @Test
    void theLogOfWhoReadIsKeptForAYear() {
        assertThat(rules("ExportsBillingAccessLog"))
                .anySatisfy(
                        rule ->
                                assertThat(rule)
                                        .containsEntry("Id", "log-for-a-year")
                                        .containsEntry("ExpirationInDays", 365));
    }

    /// S3 takes nothing into that storage class before 30 days.
    @Test
    void oldDeliveriesCostLess() {
        assertThat(rules("ExportsBillingBucket"))
                .anySatisfy(
                        rule ->
                                assertThat(rule.get("Transitions"))
                                        .isEqualTo(
                                                List.of(
                                                        Map.of(
                                                                "StorageClass",
                                                                "STANDARD_IA",
                                                                "TransitionInDays",
                                                                60))));
    }

    @Test
    void whatWasOverwrittenAndWhatWasCutOffIsCleanedUp() {
        for (var bucket : List.of("ExportsBillingBucket", "ExportsBillingAccessLog")) {
            assertThat(rules(bucket))
                    .anySatisfy(
                            rule ->
                                    assertThat(rule)
                                            .containsEntry("Id", "remove-leftovers")
                                            .containsEntry(
                                                    "NoncurrentVersionExpiration",
                                                    Map.of("NoncurrentDays", 30))
                                            .containsEntry(
                                                    "AbortIncompleteMultipartUpload",
                                                    Map.of("DaysAfterInitiation", 7)));
        }
    }

    private static List<Map<String, Object>> rules(String bucket) {
        var rules = Resources.map(bucket(bucket).get("LifecycleConfiguration")).get("Rules");
        return Resources.list(rules).stream().map(Resources::map).toList();
    }

    private static Map<String, Object> bucket(String part) {
        var id = Resources.logicalId(Installed.shipped(), "AWS::S3::Bucket", part);
        var bucket = Resources.of(Installed.shipped(), "AWS::S3::Bucket").get(id);
        return Resources.map(bucket.get("Properties"));
    }
}
