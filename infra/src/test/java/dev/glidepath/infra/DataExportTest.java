package dev.glidepath.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.awscdk.assertions.Match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class DataExportTest {

    private static final String EXPORT = "AWS::BCMDataExports::Export";

    @BeforeAll
    static void needsNode() {
        Installed.assumeNode();
    }

    @Test
    void isDeliveredDailyInParquetBesideEarlierOnes() {
        for (var installed : List.of(Installed.shipped(), Installed.cur())) {
            installed
                    .template()
                    .hasResourceProperties(
                            EXPORT,
                            Map.of(
                                    "Export",
                                    Match.objectLike(
                                            Map.of(
                                                    "RefreshCadence",
                                                    Map.of("Frequency", "SYNCHRONOUS"),
                                                    "DestinationConfigurations",
                                                    Map.of("S3Destination", destination())))));
        }
    }

    @Test
    void isMadeOnlyWhenItMayWrite() {
        var exports = Installed.shipped().template().findResources(EXPORT);
        assertThat(exports).hasSize(1);
        assertThat(exports.values().iterator().next().get("DependsOn").toString())
                .contains("BucketPolicy");
    }

    @Test
    void asksForEveryColumnOfTheChosenFormat() {
        assertThat(query(Installed.shipped()))
                .startsWith("SELECT AvailabilityZone, BilledCost, ")
                .endsWith(", x_Operation, x_ServiceCode FROM FOCUS_1_2_AWS")
                .contains(
                        "EffectiveCost", "ListCost", "ContractedCost", "ChargePeriodStart", "Tags");
        assertThat(query(Installed.cur()))
                .endsWith(" FROM COST_AND_USAGE_REPORT")
                .contains("line_item_unblended_cost", "savings_plan_used_commitment")
                .doesNotContain("line_item_resource_id");
    }

    @Test
    void rowsAreOfOneDayAndOfNoResource() {
        assertThat(asked(Installed.shipped())).contains("FOCUS_1_2_AWS={TIME_GRANULARITY=DAILY}");
        assertThat(asked(Installed.cur()))
                .contains("TIME_GRANULARITY=DAILY", "INCLUDE_RESOURCES=FALSE");
    }

    private static String asked(Installed installed) {
        return installed.template().findResources(EXPORT).toString();
    }

    /// Each day has its own partition.
    @Test
    void recommendationsTakeThePlaceOfThoseOfTheSameDay() {
        assertThat(Installed.advised().template().findResources(EXPORT).values())
                .extracting(Object::toString)
                .filteredOn(export -> export.contains("glidepath-recommendations"))
                .singleElement(STRING)
                .contains("Overwrite=OVERWRITE_REPORT");
    }

    @Test
    void recommendationsAreExportedWhereTheSettingsAskForThem() {
        assertThat(Installed.shipped().template().findResources(EXPORT)).hasSize(1);
        Installed.advised().template().resourceCountIs(EXPORT, 2);
        Installed.advised()
                .template()
                .hasResourceProperties(
                        EXPORT,
                        Map.of(
                                "Export",
                                Match.objectLike(
                                        Map.of(
                                                "Name",
                                                "glidepath-recommendations",
                                                "DataQuery",
                                                Map.of(
                                                        "QueryStatement",
                                                        Match.stringLikeRegexp(
                                                                "^SELECT account_id, action_type, .*"
                                                                        + " tags FROM COST_OPTIMIZATION_RECOMMENDATIONS$"),
                                                        "TableConfigurations",
                                                        Map.of(
                                                                "COST_OPTIMIZATION_RECOMMENDATIONS",
                                                                Map.of(
                                                                        "FILTER",
                                                                        "{}",
                                                                        "INCLUDE_ALL_RECOMMENDATIONS",
                                                                        "FALSE")))))));
    }

    @Test
    void takesTheNameThatTheSettingsGiveToItsBucket() {
        Installed.cur()
                .template()
                .hasResourceProperties("AWS::S3::Bucket", Map.of("BucketName", "acme-billing"));
    }

    @Test
    void nobodyButThisAccountsExportsAndLogsMayWrite() {
        assertThat(allowed())
                .extracting(s -> s.get("Action") + " by " + s.get("Principal"))
                .containsExactlyInAnyOrder(
                        "s3:PutObject by {Service=logging.s3.amazonaws.com}",
                        "s3:PutObject by {Service=bcm-data-exports.amazonaws.com}");
        assertThat(allowed())
                .allSatisfy(
                        statement ->
                                assertThat(statement.get("Condition").toString())
                                        .contains("aws:SourceArn")
                                        .contains("aws:SourceAccount={Ref=AWS::AccountId}"));
    }

    /// Objects' keys, and the id of an export that is yet to be made: see `DataExport`.
    @Test
    void allowsNoWildcardThatIsNotExplained() {
        assertThat(allowed())
                .allSatisfy(
                        statement -> {
                            assertThat(statement.get("Action").toString()).doesNotContain("*");
                            assertThat(statement.get("Principal").toString()).doesNotContain("*");
                            assertThat(statement.get("Resource").toString())
                                    .endsWith("Arn]}, /*]]}")
                                    .containsOnlyOnce("*");
                        });
        assertThat(allowed())
                .extracting(statement -> statement.get("Condition").toString())
                .filteredOn(condition -> condition.contains("*"))
                .singleElement()
                .asString()
                .contains(":bcm-data-exports:us-east-1:, {Ref=AWS::AccountId}, :export/*");
    }

    private static List<Map<String, Object>> allowed() {
        var allowed = new ArrayList<Map<String, Object>>();
        for (var policy :
                Installed.shipped().template().findResources("AWS::S3::BucketPolicy").values()) {
            for (var statement :
                    list(
                            map(map(policy.get("Properties")).get("PolicyDocument"))
                                    .get("Statement"))) {
                if ("Allow".equals(map(statement).get("Effect"))) {
                    allowed.add(map(statement));
                }
            }
        }
        return allowed;
    }

    private static String query(Installed installed) {
        var export = installed.template().findResources(EXPORT).values().iterator().next();
        var properties = map(map(export.get("Properties")).get("Export"));
        return map(properties.get("DataQuery")).get("QueryStatement").toString();
    }

    private static Object destination() {
        return Match.objectLike(
                Map.of(
                        "S3Prefix", "exports",
                        "S3Region", "us-east-1",
                        "S3OutputConfigurations",
                                Map.of(
                                        "Compression", "PARQUET",
                                        "Format", "PARQUET",
                                        "OutputType", "CUSTOM",
                                        "Overwrite", "CREATE_NEW_REPORT")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object json) {
        return (List<Object>) json;
    }
}
