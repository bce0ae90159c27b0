package dev.glidepath.local.architecture.bad;

import java.nio.file.Files;
import java.nio.file.Path;

public record ReadsAFile(Path path) {
    boolean exists() {
        return Files.exists(path);
    }
}
