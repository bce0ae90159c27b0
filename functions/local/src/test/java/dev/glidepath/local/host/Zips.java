package dev.glidepath.local.host;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/// The zips of this build, and the events of their functions.
final class Zips {

    private static final Path ROOT = Path.of(System.getProperty("glidepath.root"));

    private Zips() {}

    /// Without a zip, or with one from before the last change, the test that asks is reported as
    /// skipped.
    static Path require(FunctionZip function) {
        var zip = function.path();
        assumeTrue(Files.exists(zip), zip + " is not built: run mvn verify");
        assumeTrue(
                modified(zip).compareTo(newestClass(function, zip)) >= 0,
                zip + " is older than its classes: run mvn verify");
        return zip;
    }

    static List<Path> events(FunctionZip function) {
        return list(ROOT.resolve("events"), function.word() + "-");
    }

    private static FileTime newestClass(FunctionZip function, Path zip) {
        var functions = ROOT.resolve("functions");
        var build = functions.resolve(function.module()).relativize(zip.getParent());
        return Stream.of("core", "store", "runtime", function.module())
                .flatMap(module -> below(functions.resolve(module).resolve(build)))
                .map(Zips::modified)
                .max(FileTime::compareTo)
                .orElseThrow();
    }

    private static Stream<Path> below(Path build) {
        try (var files = Files.walk(build.resolve("classes"))) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder, String start) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
