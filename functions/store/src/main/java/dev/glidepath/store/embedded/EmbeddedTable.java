package dev.glidepath.store.embedded;

import dev.glidepath.store.SnapshotTable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// DynamoDB Local inside this process, with the snapshot table in it. One process at a time opens a
/// folder. Closing ends its threads, without which a program would not end.
public final class EmbeddedTable implements AutoCloseable {

    public static final String NAME = "glidepath";

    /// Held, because a logger that nobody holds forgets its level. Its log repeats what is thrown.
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    static {
        System.setProperty(
                "log4j2.loggerContextFactory",
                "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
    }

    private final AmazonDynamoDBLocal database;
    private final Optional<DatabaseFile> file;
    private final DynamoDbClient client;

    private EmbeddedTable(Optional<DatabaseFile> file) {
        this.file = file;
        this.database =
                DynamoDBEmbedded.create(file.map(f -> f.path().toFile()).orElse(null), true);
        SQLITE.setLevel(Level.OFF);
        this.client = database.dynamoDbClient();
        if (!client.listTables().tableNames().contains(NAME)) {
            SnapshotTable.create(client, NAME);
        }
    }

    /// Kept in a file of the folder, which is made if it does not exist.
    ///
    /// @throws IllegalStateException if another process has it open or it cannot be written
    public static EmbeddedTable open(Path folder) {
        return new EmbeddedTable(Optional.of(DatabaseFile.locked(folder)));
    }

    public static EmbeddedTable inMemory() {
        return new EmbeddedTable(Optional.empty());
    }

    public DynamoDbClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        database.shutdown();
        file.ifPresent(DatabaseFile::close);
    }
}
