package dev.glidepath.infra;

import static dev.glidepath.infra.Resources.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.collect.athena.Place;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class QueriesTest {

    @BeforeAll
    static void needsNode() {
        Installed.assumeNode();
    }

    @Test
    void thereAreNoneUnlessTheyAreAskedFor() {
        assertThat(Resources.properties(Installed.shipped(), "AWS::Athena::WorkGroup")).isEmpty();
        assertThat(Resources.properties(Installed.shipped(), "AWS::Glue::Database")).isEmpty();
        assertThat(told(Installed.shipped())).isEqualTo(Place.OFF);
    }

    @Test
    void theWorkgroupEnforcesEncryptionPlaceAndLimit() {
        var workgroup = only("AWS::Athena::WorkGroup");
        assertThat(workgroup).containsEntry("Name", "glidepath");
        var configuration = map(workgroup.get("WorkGroupConfiguration"));
        assertThat(configuration)
                .containsEntry("EnforceWorkGroupConfiguration", true)
                .containsEntry("BytesScannedCutoffPerQuery", 1_000_000_000_000L);
        assertThat(map(configuration.get("ResultConfiguration")).toString())
                .contains("SSE_S3", "QueriesBucket", "/results/", "ExpectedBucketOwner");
    }

    @Test
    void whatQueriesLeaveExpires() {
        assertThat(Resources.properties(Installed.existing(), "AWS::S3::Bucket"))
                .singleElement()
                .extracting(bucket -> bucket.get("LifecycleConfiguration").toString())
                .asString()
                .contains("ExpirationInDays=7");
    }

    @Test
    void theBucketOfResultsIsPrivateEncryptedAndKept() {
        var bucket =
                Resources.of(Installed.existing(), "AWS::S3::Bucket").values().iterator().next();
        assertThat(bucket)
                .containsEntry("DeletionPolicy", "Retain")
                .containsEntry("UpdateReplacePolicy", "Retain");
        assertThat(map(bucket.get("Properties")))
                .containsEntry(
                        "PublicAccessBlockConfiguration",
                        Map.of(
                                "BlockPublicAcls", true,
                                "BlockPublicPolicy", true,
                                "IgnorePublicAcls", true,
                                "RestrictPublicBuckets", true))
                .containsKey("BucketEncryption");
    }

    /// The function reads it with the same class.
    @Test
    void theFunctionIsToldInWordsThatItUnderstands() {
        var text =
                told(Installed.existing())
                        .replaceAll("\\{Ref=Queries[^}]*}", "queries-bucket")
                        .replaceAll("\\{Ref=AWS::AccountId}", "123456789012");
        var words =
                List.of(text.replaceAll(".*\\[, \\[|]]}$", "").split(", ")).stream()
                        .reduce("", String::concat);
        assertThat(Place.of(words))
                .contains(
                        new Place(
                                "glidepath",
                                "glidepath",
                                "queries-bucket",
                                "123456789012",
                                20_000_000_000L));
    }

    @Test
    void collectRunsWhenAQueryHasEndedAndLooksEachHour() {
        assertThat(Resources.properties(Installed.existing(), "AWS::Events::Rule"))
                .anySatisfy(
                        rule ->
                                assertThat(String.valueOf(rule.get("EventPattern")))
                                        .contains("aws.athena", "Athena Query State Change")
                                        .contains("SUCCEEDED", "FAILED", "CANCELLED")
                                        .contains("workgroupName=[glidepath]"))
                .anySatisfy(
                        rule ->
                                assertThat(rule.toString())
                                        .contains("rate(1 hour)", "Collect Queries"));
    }

    private static Map<String, Object> only(String type) {
        var found = Resources.properties(Installed.existing(), type);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String told(Installed installed) {
        var environment = map(Resources.function(installed, Task.COLLECT).get("Environment"));
        return map(environment.get("Variables")).get("GLIDEPATH_ATHENA").toString();
    }
}
