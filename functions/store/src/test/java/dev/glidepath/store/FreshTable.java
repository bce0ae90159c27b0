package dev.glidepath.store;

import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.util.UUID;
import java.util.function.Supplier;

/// Gives each test empty tables in one DynamoDB Local.
public final class FreshTable implements ParameterResolver {

    public record Table(DynamoDbClient dynamo, String name) {

        Snapshots snapshots() {
            return new Snapshots(dynamo, name);
        }
    }

    /// A new empty table at each call.
    public interface Tables extends Supplier<Table> {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Tables.class;
    }

    @Override
    public Tables resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var database =
                context.getRoot()
                        .getStore(ExtensionContext.Namespace.GLOBAL)
                        .computeIfAbsent(
                                EmbeddedTable.class,
                                _ -> EmbeddedTable.inMemory(),
                                EmbeddedTable.class);
        return () -> {
            var table = new Table(database.client(), "t-" + UUID.randomUUID());
            SnapshotTable.create(table.dynamo(), table.name());
            return table;
        };
    }
}
