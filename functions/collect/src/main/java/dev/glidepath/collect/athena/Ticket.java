package dev.glidepath.collect.athena;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glidepath.collect.Refusal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// What is known of a question that was asked.
///
/// @param begun when it was
/// @param query Athena's id; empty until it is known
/// @param failure why there is no answer
record Ticket(String identity, Instant begun, Optional<String> query, Optional<String> failure) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Ticket begun(String identity, Instant now) {
        return new Ticket(identity, now, Optional.empty(), Optional.empty());
    }

    Ticket asked(String id) {
        return new Ticket(identity, begun, Optional.of(id), Optional.empty());
    }

    Ticket failed(String why) {
        return new Ticket(identity, begun, query, Optional.of(why));
    }

    /// Athena takes two requests with the same token for one.
    String token() {
        return identity.substring(0, 40) + "-" + begun.toEpochMilli();
    }

    byte[] written() {
        var json = JSON.createObjectNode().put("identity", identity).put("begun", begun.toString());
        query.ifPresent(id -> json.put("query", id));
        failure.ifPresent(why -> json.put("failure", why));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Ticket read(String key, byte[] bytes) {
        try {
            var json = JSON.readTree(bytes);
            return new Ticket(
                    json.get("identity").textValue(),
                    Instant.parse(json.get("begun").textValue()),
                    Optional.ofNullable(json.path("query").textValue()),
                    Optional.ofNullable(json.path("failure").textValue()));
        } catch (IOException | RuntimeException e) {
            throw new Refusal(key + ": is not a query's ticket; delete it, and collect again", e);
        }
    }
}
