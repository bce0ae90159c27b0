package dev.glidepath.local.architecture.bad;

import java.io.IOException;
import java.net.URI;

public record FetchesAnAddress(String address) {
    byte[] fetch() throws IOException {
        try (var in = URI.create(address).toURL().openStream()) {
            return in.readAllBytes();
        }
    }
}
