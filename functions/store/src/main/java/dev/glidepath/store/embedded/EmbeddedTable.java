package dev.glidepath.store.embedded;

import dev.glidepath.store.SnapshotTable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/// DynamoDB Local inside this process, with the snapshot table in it. One process at a time opens a
/// folder. Closing ends its threads, without which a program would not end.
public final class EmbeddedTable implements AutoCloseable {

    public static final String NAME = "glidepath";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

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
    private final Set<Thread> queues;

    private EmbeddedTable(Optional<DatabaseFile> file) {
        this.file = file;
        var others = queues();
        this.database =
                DynamoDBEmbedded.create(file.map(f -> f.path().toFile()).orElse(null), true);
        this.queues = queues();
        queues.removeAll(others);
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
        queues.forEach(EmbeddedTable::await);
        file.ifPresent(DatabaseFile::close);
    }

    /// The threads that hold a database open: `shutdown` does not wait for them.
    private static Set<Thread> queues() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("SQLiteQueue"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void await(Thread thread) {
        try {
            thread.join(LONGEST_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
