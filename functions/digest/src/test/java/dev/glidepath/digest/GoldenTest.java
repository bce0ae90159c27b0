package dev.glidepath.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Run with `-Dgolden.rewrite` to write the directories anew; that run fails, so that the
/// difference is read before it is committed.
class GoldenTest {

    private static final Path GOLDEN =
            Path.of(
                    System.getProperty("glidepath.root"),
                    "functions/digest/src/test/resources/golden");
    private static final Envelope ENVELOPE =
            new Envelope(
                    "costs@example.com",
                    "finance@example.com",
                    "2026-W19.finance@glidepath.example.com",
                    Instant.parse("2026-05-13T06:00:00Z"));

    @TestFactory
    Stream<DynamicTest> mailsAreAsTheyWere() {
        return Cases.all().entrySet().stream()
                .map(c -> dynamicTest(c.getKey(), () -> verify(c.getKey(), c.getValue().get())));
    }

    @TestFactory
    Stream<DynamicTest> everyGoldenDirectoryHasItsCase() throws IOException {
        try (var directories = Files.list(GOLDEN)) {
            return directories
                    .map(d -> d.getFileName().toString())
                    .map(name -> dynamicTest(name, () -> assertThat(Cases.all()).containsKey(name)))
                    .toList()
                    .stream();
        }
    }

    private static void verify(String name, Rendered rendered) throws IOException {
        var files = new TreeMap<String, String>();
        files.put("subject.txt", rendered.letter().subject() + "\n");
        files.put("digest.html", rendered.letter().html());
        files.put("digest.txt", rendered.letter().text());
        files.put("receipt.json", rendered.receipt().json());
        if (name.equals("usual")) {
            // A picture's bytes depend on the Java that packs them.
            var letter = rendered.letter();
            var bare = new Letter(letter.subject(), letter.html(), letter.text(), List.of());
            var mime = Mime.bytes(bare, ENVELOPE);
            files.put("digest.eml", new String(mime, StandardCharsets.UTF_8));
        }
        if (System.getProperty("golden.rewrite") != null) {
            rewrite(GOLDEN.resolve(name), files);
        }
        assertThat(files).isEqualTo(read(GOLDEN.resolve(name)));
        assertThat(System.getProperty("golden.rewrite"))
                .as("rewritten: read the difference, then run without -Dgolden.rewrite")
                .isNull();
    }

    private static void rewrite(Path directory, Map<String, String> files) throws IOException {
        Files.createDirectories(directory);
        for (var file : files.entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
    }

    private static Map<String, String> read(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.collect(
                    Collectors.toMap(
                            f -> f.getFileName().toString(),
                            GoldenTest::content,
                            (a, _) -> a,
                            TreeMap::new));
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
