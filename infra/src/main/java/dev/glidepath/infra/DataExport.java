package dev.glidepath.infra;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.bcmdataexports.CfnExport;
import software.amazon.awscdk.services.bcmdataexports.CfnExport.DestinationConfigurationsProperty;
import software.amazon.awscdk.services.bcmdataexports.CfnExport.ExportProperty;
import software.amazon.awscdk.services.bcmdataexports.CfnExport.RefreshCadenceProperty;
import software.amazon.awscdk.services.bcmdataexports.CfnExport.S3DestinationProperty;
import software.amazon.awscdk.services.bcmdataexports.CfnExport.S3OutputConfigurationsProperty;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// An export of AWS Data Exports: daily rows in Parquet. A billing export keeps every delivery
/// beside the ones before it, so that a file cannot change while it is read.
final class DataExport extends Construct {

    /// @param prefix of the keys in the bucket
    DataExport(
            Construct scope, String id, ExportTable table, String prefix, BillingBucket billing) {
        super(scope, id);
        var export =
                CfnExport.Builder.create(this, "Export")
                        .export(
                                ExportProperty.builder()
                                        .name(table.export())
                                        .dataQuery(table.dataQuery())
                                        .destinationConfigurations(
                                                destination(table, prefix, billing))
                                        .refreshCadence(
                                                RefreshCadenceProperty.builder()
                                                        .frequency("SYNCHRONOUS")
                                                        .build())
                                        .build())
                        .build();
        export.getNode().addDependency(Objects.requireNonNull(billing.bucket().getPolicy()));
    }

    /// Only this account's exports may write, and only write. The wildcards: which objects, Data
    /// Exports decides; and the export's id is not known before it is made, and it cannot be made
    /// before it may write.
    static PolicyStatement delivery(BillingBucket billing) {
        var stack = Stack.of(billing);
        var exports =
                stack.formatArn(
                        ArnComponents.builder()
                                .service("bcm-data-exports")
                                .resource("export")
                                .resourceName("*")
                                .arnFormat(ArnFormat.SLASH_RESOURCE_NAME)
                                .build());
        return PolicyStatement.Builder.create()
                .sid("DataExportsDelivers")
                .principals(List.of(new ServicePrincipal("bcm-data-exports.amazonaws.com")))
                .actions(List.of("s3:PutObject"))
                .resources(List.of(billing.bucket().arnForObjects("*")))
                .conditions(ofThisAccount(stack, exports))
                .build();
    }

    /// In the same order each time, as the template is to be the same bytes.
    private static Map<String, Object> ofThisAccount(Stack stack, String exports) {
        return new TreeMap<>(
                Map.of(
                        "ArnLike", Map.of("aws:SourceArn", exports),
                        "StringEquals", Map.of("aws:SourceAccount", stack.getAccount())));
    }

    private DestinationConfigurationsProperty destination(
            ExportTable table, String prefix, BillingBucket billing) {
        var output =
                S3OutputConfigurationsProperty.builder()
                        .outputType("CUSTOM")
                        .format("PARQUET")
                        .compression("PARQUET")
                        .overwrite(table.overwrites() ? "OVERWRITE_REPORT" : "CREATE_NEW_REPORT")
                        .build();
        var destination =
                S3DestinationProperty.builder()
                        .s3Bucket(billing.bucket().getBucketName())
                        .s3Prefix(prefix)
                        .s3Region(Stack.of(this).getRegion())
                        .s3OutputConfigurations(output)
                        .build();
        return DestinationConfigurationsProperty.builder().s3Destination(destination).build();
    }
}
