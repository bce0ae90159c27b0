package dev.glidepath.local;

import static java.util.Objects.requireNonNull;

import dev.glidepath.runtime.Aws;
import dev.glidepath.runtime.Variable;

import picocli.CommandLine.Mixin;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What a command changes: the embedded store, or the table of a deployed stack.
final class StoreOrAccount {

    @Mixin private StoreFolder store = new StoreFolder();
    @Mixin private AccountChoice account = new AccountChoice();

    boolean isAccount() {
        return account.chosen();
    }

    DeployedStack stack() {
        return account.stack();
    }

    OpenStore open() {
        if (!account.chosen()) {
            return store.openExisting();
        }
        var table =
                requireNonNull(
                        account.variables().get(Variable.TABLE),
                        "the stack's functions have no " + Variable.TABLE.key());
        var dynamo = Aws.client(DynamoDbClient.builder());
        return new OpenStore(dynamo, table, dynamo::close);
    }
}
