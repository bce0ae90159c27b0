package dev.glidepath.collect.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where exports lie. Keys are as in S3: parts with `/` between them, none at the start. A key is a
/// name and never a path of this machine.
public interface Bucket {

    /// What lies directly in a folder; empty when there is no such folder.
    ///
    /// @param folder ends with `/`; empty for the bucket itself
    Folder list(String folder);

    /// What pins the content of an object as it is now, or as it was listed.
    String etag(Item item);

    /// Brings an object to this machine.
    ///
    /// @throws dev.glidepath.collect.Refusal when it is missing or is not what was listed any more
    Fetched fetch(Item item);

    /// Where it is read, for an object that lies on this machine; empty for one that is copied
    /// here.
    default Optional<Path> inPlace(Item item) {
        return Optional.empty();
    }

    /// @param folders each with a `/` at its end
    record Folder(List<String> folders, List<Item> items) {

        public static final Folder EMPTY = new Folder(List.of(), List.of());

        public Folder {
            folders = List.copyOf(folders);
            items = List.copyOf(items);
        }
    }

    /// @param listed the etag, where a listing tells it
    record Item(String key, long bytes, Instant modified, Optional<String> listed) {}

    /// A local copy to read, until it is closed; `etag` pins its content.
    interface Fetched extends AutoCloseable {
        Path path();

        String etag();

        /// @throws dev.glidepath.collect.Refusal when the object was replaced while it was read
        @Override
        void close();
    }
}
