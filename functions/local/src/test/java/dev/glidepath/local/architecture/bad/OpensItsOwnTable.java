package dev.glidepath.local.architecture.bad;

import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

public record OpensItsOwnTable() {
    AmazonDynamoDBLocal open() {
        return DynamoDBEmbedded.create();
    }
}
