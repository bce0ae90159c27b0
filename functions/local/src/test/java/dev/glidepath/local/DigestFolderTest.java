package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class DigestFolderTest {

    private static final Path OUT = Path.of("/out");

    @Test
    void anAddressIsNoPath() {
        for (var address :
                new String[] {"/etc/x@example.com", "a/b@example.com", "/@example.com"}) {
            var place = DigestFolder.place(OUT, "2026-W19", address).normalize();
            assertThat(place.getParent()).as(address).isEqualTo(OUT.resolve("2026-W19"));
        }
        assertThat(DigestFolder.place(OUT, "2026-W19", "a@example.com"))
                .isEqualTo(OUT.resolve("2026-W19/a@example.com"));
    }
}
