package dev.glidepath.collect.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Where exports lie. Keys are as in S3: parts with `/` between them, none at the start.
public interface Bucket {

    /// Everything whose key starts with `prefix`, in key order; empty when there is nothing.
    List<Item> list(String prefix);

    /// Brings an object to this machine.
    ///
    /// @throws dev.glidepath.collect.Refusal when it is missing or is not what was listed any more
    Fetched fetch(Item item);

    record Item(String key, long bytes, Instant modified) {}

    /// A local copy to read, until it is closed; `etag` pins its content.
    interface Fetched extends AutoCloseable {
        Path path();

        String etag();

        /// @throws dev.glidepath.collect.Refusal when the object was replaced while it was read
        @Override
        void close();
    }
}
