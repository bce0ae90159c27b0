package dev.glidepath.local;

import dev.glidepath.runtime.Aws;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Where a command that only reads looks: in the embedded store, or in an account's table.
final class StoreOrTable {

    @Mixin private StoreFolder store = new StoreFolder();

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description =
                    "The table of a deployed stack instead, with the region and credentials of this"
                            + " environment. It is only read.")
    private @Nullable String table;

    OpenStore open() {
        if (table == null) {
            return store.openExisting();
        }
        var dynamo = Aws.client(DynamoDbClient.builder());
        return new OpenStore(dynamo, table, dynamo::close);
    }
}
