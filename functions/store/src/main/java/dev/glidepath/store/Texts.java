package dev.glidepath.store;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.util.List;

/// Texts that are too long for a record, each kept under its own hash: the record names it.
public final class Texts {

    private final Batches batches;
    private final Contents contents;

    public Texts(DynamoDbClient dynamo, String table) {
        this.batches = new Batches(dynamo, table, Pause::sleep);
        this.contents = new Contents(batches);
    }

    /// @param prefix of the sort keys in that partition
    /// @return what [#read] asks for
    public String keep(String partition, String prefix, String text) {
        var content = Content.of(text);
        var place = new Contents.Place(partition, prefix, content.address());
        batches.write(Contents.items(place, content.compressed()));
        return content.address().chunks() + ":" + content.address().hash();
    }

    /// @throws IllegalStateException if it is missing or damaged
    public String read(String partition, String prefix, String reference) {
        int colon = reference.indexOf(':');
        var address =
                new Content.Address(
                        reference.substring(colon + 1),
                        Integer.parseInt(reference.substring(0, colon)));
        var place = new Contents.Place(partition, prefix, address);
        return contents.read(List.of(place)).values().iterator().next();
    }
}
