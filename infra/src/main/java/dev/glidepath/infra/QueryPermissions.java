package dev.glidepath.infra;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.Bucket;

import java.util.List;
import java.util.Map;

/// What collect may do to have its exports summed by Athena, and what Athena does in its name:
/// reading the table, and writing the result in parts.
record QueryPermissions(Bucket bucket, String workgroup, String database) {

    void grant(TaskFunction collect) {
        var role = collect.role();
        List.of(asking(), tables(), results(), listing()).forEach(role::addToPolicy);
        Reasons.allowWildcard(
                role,
                Map.of("regex", "/^Resource::<Queries.*>\\/\\*$/"),
                "The bucket is this function's own; Athena names the results.");
        Reasons.allowWildcard(
                role,
                Map.of("regex", "/^Resource::arn:.*:table\\/" + database + "\\/\\*$/"),
                "The database is this function's own; its tables are named by what exports there are.");
    }

    private PolicyStatement asking() {
        return PolicyStatement.Builder.create()
                .sid("AskAthena")
                .actions(
                        List.of(
                                "athena:GetQueryExecution",
                                "athena:StartQueryExecution",
                                "athena:StopQueryExecution"))
                .resources(List.of(workgroup))
                .build();
    }

    private PolicyStatement tables() {
        return PolicyStatement.Builder.create()
                .sid("KeepTables")
                .actions(
                        List.of(
                                "glue:CreateTable",
                                "glue:GetDatabase",
                                "glue:GetTable",
                                "glue:UpdateTable"))
                .resources(
                        List.of(
                                glue("catalog"),
                                glue("database/" + database),
                                glue("table/" + database + "/*")))
                .build();
    }

    private PolicyStatement results() {
        return PolicyStatement.Builder.create()
                .sid("KeepResults")
                .actions(
                        List.of(
                                "s3:AbortMultipartUpload",
                                "s3:GetObject",
                                "s3:ListMultipartUploadParts",
                                "s3:PutObject"))
                .resources(List.of(bucket.arnForObjects("*")))
                .build();
    }

    private PolicyStatement listing() {
        return PolicyStatement.Builder.create()
                .sid("FindResults")
                .actions(
                        List.of(
                                "s3:GetBucketLocation",
                                "s3:ListBucket",
                                "s3:ListBucketMultipartUploads"))
                .resources(List.of(bucket.getBucketArn()))
                .build();
    }

    private String glue(String resource) {
        return Stack.of(bucket)
                .formatArn(ArnComponents.builder().service("glue").resource(resource).build());
    }
}
