package dev.glidepath.parity;

import static io.trino.testing.TestingSession.testSessionBuilder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.glidepath.collect.athena.TableDefinition;
import dev.glidepath.collect.charges.TableQuery;

import io.trino.plugin.hive.HivePlugin;
import io.trino.testing.DistributedQueryRunner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// An embedded Trino that reads a folder as Athena reads S3, from tables as they are made in Glue.
final class Trino implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = "delivered";

    private final Path root;
    private final DistributedQueryRunner runner;

    /// @param root of all files that it sees
    Trino(Path root) throws Exception {
        this.root = root;
        runner =
                DistributedQueryRunner.builder(
                                testSessionBuilder().setCatalog("hive").setSchema(SCHEMA).build())
                        .setWorkerCount(0)
                        .build();
        runner.installPlugin(new HivePlugin());
        runner.createCatalog(
                "hive",
                "hive",
                Map.of(
                        "hive.metastore", "file",
                        "hive.metastore.catalog.dir", "local:///metastore",
                        "fs.native-local.enabled", "true",
                        "local.location", root.toString(),
                        "hive.parquet.use-column-names", "true",
                        // Athena's; else it is this machine's.
                        "hive.parquet.time-zone", "UTC"));
        runner.execute("CREATE SCHEMA " + SCHEMA);
    }

    String uri(Path file) {
        return "local:///" + root.relativize(file);
    }

    /// Runs a query over exactly these files.
    ///
    /// @return its result as Athena writes it
    Path run(TableQuery query, List<Path> files) {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try {
            var links = Files.createDirectories(root.resolve("links").resolve(name));
            Files.write(links.resolve("files"), files.stream().map(this::uri).toList());
            create(name, query, uri(links));
            return AthenaCsv.write(runner.execute(query.sql(name)), root.resolve(name + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its SQL does not know such tables; its metastore does.
    private void create(String name, TableQuery query, String location) throws IOException {
        runner.execute(
                "CREATE TABLE %s (made varchar) WITH (format = 'PARQUET', external_location = '%s')"
                        .formatted(name, location));
        var file = root.resolve("metastore/" + SCHEMA + "/" + name + "/.trinoSchema");
        var table = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
        var definition = TableDefinition.of(query);
        var columns = table.putArray("dataColumns");
        for (var field : definition.fields()) {
            columns.addObject()
                    .put("name", field.name())
                    .put("type", field.type())
                    .putObject("properties");
        }
        table.remove("storageFormat");
        table.putObject("originalStorageFormat")
                .put("serde", definition.serde())
                .put("inputFormat", TableDefinition.INPUT)
                .put("outputFormat", TableDefinition.OUTPUT);
        var serde = table.putObject("serdeParameters");
        definition.serdeParameters().forEach(serde::put);
        var parameters = (ObjectNode) table.get("parameters");
        definition.parameters().forEach(parameters::put);
        Files.write(file, JSON.writeValueAsBytes(table));
    }

    @Override
    public void close() {
        runner.close();
    }
}
