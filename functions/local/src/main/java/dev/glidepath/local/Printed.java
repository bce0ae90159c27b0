package dev.glidepath.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.UncheckedIOException;
import java.util.Map;

/// What a command answers to programs.
final class Printed {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Printed() {}

    /// In one line.
    static String json(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
