package dev.glidepath.collect.athena;

import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/// The database that has a table of each delivery that is asked for.
final class GlueTables {

    private final GlueClient glue;
    private final Place place;

    GlueTables(GlueClient glue, Place place) {
        this.glue = glue;
        this.place = place;
    }

    /// Makes it, or makes it anew.
    ///
    /// @param links where the list of its files lies
    void put(String name, TableDefinition definition, String links) {
        var input = input(name, definition, links);
        try {
            glue.createTable(r -> r.databaseName(place.database()).tableInput(input));
        } catch (AlreadyExistsException _) {
            glue.updateTable(
                    r -> r.databaseName(place.database()).tableInput(input).skipArchive(true));
        }
    }

    private TableInput input(String name, TableDefinition definition, String links) {
        var storage =
                StorageDescriptor.builder()
                        .columns(
                                definition.fields().stream()
                                        .map(
                                                field ->
                                                        Column.builder()
                                                                .name(field.name())
                                                                .type(field.type())
                                                                .build())
                                        .toList())
                        .location(place.uri(links))
                        .inputFormat(TableDefinition.INPUT)
                        .outputFormat(TableDefinition.OUTPUT)
                        .serdeInfo(
                                s ->
                                        s.serializationLibrary(definition.serde())
                                                .parameters(definition.serdeParameters()))
                        .build();
        return TableInput.builder()
                .name(name)
                .description("Glidepath: the files of the newest delivery that was asked for")
                .tableType("EXTERNAL_TABLE")
                .parameters(definition.parameters())
                .storageDescriptor(storage)
                .build();
    }
}
