package dev.glidepath.local.architecture.bad;

import java.util.Map;
import java.util.function.Supplier;

public record ReadsTheEnvironment() {
    Supplier<Map<String, String>> environment() {
        return System::getenv;
    }
}
