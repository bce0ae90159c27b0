package dev.glidepath.collect.athena;

import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.CreateTableRequest;
import software.amazon.awssdk.services.glue.model.CreateTableResponse;
import software.amazon.awssdk.services.glue.model.TableInput;
import software.amazon.awssdk.services.glue.model.UpdateTableRequest;
import software.amazon.awssdk.services.glue.model.UpdateTableResponse;

import java.util.Map;
import java.util.TreeMap;

/// Keeps tables.
final class ScriptedGlue implements GlueClient {

    final Map<String, TableInput> tables = new TreeMap<>();

    @Override
    public CreateTableResponse createTable(CreateTableRequest request) {
        if (tables.putIfAbsent(request.tableInput().name(), request.tableInput()) != null) {
            throw AlreadyExistsException.builder().message("Table already exists.").build();
        }
        return CreateTableResponse.builder().build();
    }

    @Override
    public UpdateTableResponse updateTable(UpdateTableRequest request) {
        tables.replace(request.tableInput().name(), request.tableInput());
        return UpdateTableResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
