package dev.glidepath.collect.export;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.collect.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a manifest says, of Data Exports (`dataFiles`, full URIs) and of legacy CUR (`reportKeys`,
/// keys).
///
/// @param id `executionId` or `assemblyId`; a hash of the manifest where it has neither
/// @param files keys in the original bucket, whose name may not be this bucket's
public record Manifest(String id, List<String> files) {

    /// What names its files twice, or goes on behind its end, is not what was delivered.
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final Pattern URI = Pattern.compile("s3a?://[^/]+/(.*)");

    public Manifest {
        files = List.copyOf(files);
    }

    /// @param where the manifest's key, for messages
    public static Manifest parse(String where, byte[] bytes, String etag) {
        var root = tree(where, bytes);
        var files = root.has("dataFiles") ? root.get("dataFiles") : root.path("reportKeys");
        if (!files.isArray()) {
            throw new Refusal(
                    where
                            + ": neither dataFiles nor reportKeys: not a manifest of a billing export");
        }
        var id = root.has("executionId") ? root.get("executionId") : root.path("assemblyId");
        return new Manifest(
                id.asText("").isBlank() ? etag.substring(0, 16) : id.asText(), keys(where, files));
    }

    private static JsonNode tree(String where, byte[] bytes) {
        try {
            var root = JSON.readTree(bytes);
            if (root == null || !root.isObject()) {
                throw new Refusal(where + ": manifest is not a JSON object; deliver it again");
            }
            return root;
        } catch (IOException e) {
            var at = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
            throw new Refusal(where + ": manifest is not JSON (" + at + "); deliver it again", e);
        }
    }

    private static List<String> keys(String where, JsonNode files) {
        var keys = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var file : files) {
            var key = key(file.asText());
            if (!seen.add(key)) {
                throw new Refusal(
                        where + ": names " + key + " twice; its charges would count twice");
            }
            keys.add(key);
        }
        if (keys.isEmpty()) {
            throw new Refusal(where + ": names no data files; wait for the next delivery");
        }
        return keys;
    }

    private static String key(String text) {
        Matcher uri = URI.matcher(text);
        var key = uri.matches() ? uri.group(1) : text;
        return key.startsWith("/") ? key.substring(1) : key;
    }
}
