package dev.glidepath.local.faults;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// DynamoDB does the first half of a batch, and says which half it did not do.
final class HalfBatch {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HalfBatch() {}

    @FunctionalInterface
    interface Service {
        byte[] answer(Request request) throws IOException;
    }

    static byte[] of(Request request, Service service) throws IOException {
        var left =
                switch (request.operation()) {
                    case "BatchWriteItem" -> "UnprocessedItems";
                    case "BatchGetItem" -> "UnprocessedKeys";
                    default -> "";
                };
        if (left.isEmpty()) {
            return service.answer(request);
        }
        var done = (ObjectNode) JSON.readTree(request.body());
        var undone = done.deepCopy();
        boolean split = false;
        for (var table : done.get("RequestItems").propertyStream().toList()) {
            var other = undone.at("/RequestItems/" + table.getKey());
            split |= split(list(table.getValue()), list(other));
        }
        if (!split) {
            return service.answer(request);
        }
        var answer = body(service.answer(request.with(JSON.writeValueAsBytes(done))));
        answer.set(left, undone.get("RequestItems"));
        return Fault.answer(200, JSON.writeValueAsString(answer));
    }

    private static ArrayNode list(com.fasterxml.jackson.databind.JsonNode table) {
        return (ArrayNode) (table.isArray() ? table : table.get("Keys"));
    }

    /// @return whether there were two halves
    private static boolean split(ArrayNode first, ArrayNode second) {
        int all = first.size();
        for (int i = 0; i < all; i++) {
            if (i < all / 2) {
                second.remove(0);
            } else {
                first.remove(all / 2);
            }
        }
        return all > 1;
    }

    private static ObjectNode body(byte[] answer) throws IOException {
        var text = new String(answer, StandardCharsets.UTF_8);
        return (ObjectNode) JSON.readTree(text.substring(text.indexOf("\r\n\r\n") + 4));
    }
}
