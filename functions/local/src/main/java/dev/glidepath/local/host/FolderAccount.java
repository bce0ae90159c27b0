package dev.glidepath.local.host;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.athena.Place;
import dev.glidepath.runtime.Variable;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.store.embedded.TableEndpoint;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// An account made of folders: a table, a bucket of exports, and where mails go.
public final class FolderAccount implements AutoCloseable {

    private static final String BUCKET = "glidepath-billing";
    private static final String PREFIX = "exports/";

    private final LoopbackAws aws;
    private final Path plan;

    public record Folders(Path exports, Path mail) {}

    /// @param table is not closed with the account
    /// @param log is told what the account took: mails, metrics
    public FolderAccount(EmbeddedTable table, Folders folders, Path plan, Consumer<String> log) {
        this.plan = plan;
        this.aws =
                new LoopbackAws(
                        Map.of(
                                "dynamodb", new TableEndpoint(table.client()),
                                "s3", new FolderS3(BUCKET, PREFIX, folders.exports()),
                                "ses", new MailFolder(folders.mail(), log),
                                "monitoring", new MetricLog(log)));
    }

    /// All that a function has in its environment.
    public Map<String, String> environment(FunctionZip function) {
        var environment = new TreeMap<>(aws.environment());
        function.variables().forEach(v -> environment.put(v.key(), value(v)));
        return environment;
    }

    @Override
    public void close() {
        aws.close();
    }

    private String value(Variable variable) {
        return switch (variable) {
            case TABLE -> EmbeddedTable.NAME;
            case PLAN -> plan.toAbsolutePath().toString();
            case EXPORTS -> "s3://" + BUCKET + "/" + PREFIX;
            case EXPORT_OWNER -> LoopbackAws.ACCOUNT;
            case LIMITS -> Limits.STANDARD.toString();
            case ATHENA -> Place.OFF;
            case SENDER -> "costs@example.com";
            case CONFIGURATION_SET -> "glidepath";
            case TIME_ZONE -> "Europe/Zurich";
            case DIGEST_DAY -> "WEDNESDAY";
            case OWNER -> "owner@localhost";
            case DIGEST_TIME -> "07:00";
            case SCHEDULES, COLLECT_FUNCTION, DIGEST_FUNCTION -> "glidepath";
        };
    }
}
