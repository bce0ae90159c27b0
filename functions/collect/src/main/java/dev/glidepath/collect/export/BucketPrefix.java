package dev.glidepath.collect.export;

import java.util.List;
import java.util.regex.Pattern;

/// Below which keys of which bucket the exports lie.
///
/// @param prefix ends with `/`, or is empty for the whole bucket
public record BucketPrefix(String bucket, String prefix) {

    private static final Pattern URI = Pattern.compile("s3://([a-z0-9][a-z0-9.-]+)/(|.*/)");

    /// @param uri such as `s3://bucket/exports/`
    public static BucketPrefix of(String uri) {
        var matcher = URI.matcher(uri);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "exports lie in \""
                            + uri
                            + "\": write s3://bucket/prefix/ with a / at its end");
        }
        return new BucketPrefix(matcher.group(1), matcher.group(2));
    }

    /// Whether a key lies below in one of its readings, and leads up in none.
    public boolean has(List<String> readings) {
        return readings.stream().anyMatch(key -> key.startsWith(prefix))
                && readings.stream().noneMatch(key -> List.of(key.split("/", -1)).contains(".."));
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + prefix;
    }
}
