package dev.glidepath.collect.s3;

import static dev.glidepath.collect.s3.FaultyServer.send;
import static dev.glidepath.collect.s3.FaultyServer.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.export.Bucket.Item;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// On a file system of half a megabyte, which only root can make; without it the tests are reported
/// as skipped.
class FullDiskTest {

    private static final int SIZE = 512 * 1024;

    @TempDir private Path folder;
    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "none", disk.toString()),
                "no file system can be mounted here: run as root to see a disk that is full");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeItIsBrought() {
        try (var server = new FaultyServer(whole(new byte[SIZE + 1]))) {
            assertThatThrownBy(() -> bucket(server).fetch(item(SIZE + 1)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageMatching(
                            "s3://b/x/part: has 524289 bytes, and \\d+ are free for it; give the"
                                    + " function more ephemeral storage");
            assertThat(server.asked).isEmpty();
            assertThat(disk).isEmptyDirectory();
        }
    }

    @Test
    void aDiskThatFillsUpMeanwhileIsSaidAndNothingIsLeft() throws IOException {
        var body = new byte[300_000];
        var others = disk.resolve("others");
        FaultyServer.Answer filling =
                exchange -> {
                    Files.write(others, new byte[SIZE - 200_000]);
                    send(exchange, body, body.length, Map.of());
                };
        try (var server = new FaultyServer(filling, whole(body))) {
            var bucket = bucket(server);
            assertThatThrownBy(() -> bucket.fetch(item(body.length)))
                    .isInstanceOf(Refusal.class)
                    .message()
                    .startsWith("s3://b/x/part: cannot be kept in " + disk)
                    .endsWith("give the function more ephemeral storage");
            assertThat(disk).isDirectoryNotContaining(path -> !path.equals(others));

            Files.delete(others);
            try (var copy = bucket.fetch(item(body.length))) {
                assertThat(copy.path()).hasBinaryContent(body);
            }
            assertThat(disk).isEmptyDirectory();
        }
    }

    private S3Bucket bucket(FaultyServer server) {
        return new S3Bucket(
                server.client(), new S3Bucket.Account("b", "123456789012"), disk, _ -> {}, 1 << 20);
    }

    private static Item item(int bytes) {
        return new Item("x/part", bytes, Instant.EPOCH, Optional.of("e7a9"));
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
