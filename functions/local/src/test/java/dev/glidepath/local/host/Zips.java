package dev.glidepath.local.host;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// The zips of this build, and the events of their functions.
public final class Zips {

    private static final Path ROOT = Path.of(System.getProperty("glidepath.root"));

    private Zips() {}

    /// Without a zip, or with one of other classes than the build's, the test that asks is reported
    /// as skipped. Times do not tell: a zip that would be the same is not written again.
    public static Path require(FunctionZip function) {
        var zip = function.path();
        assumeTrue(Files.exists(zip), zip + " is not built: run mvn verify");
        assumeTrue(
                Stream.of("core", "store", "runtime", function.module())
                        .allMatch(module -> isOfThisBuild(zip, function, module)),
                zip + " is of other classes than these: run mvn verify");
        return zip;
    }

    static List<Path> events(FunctionZip function) {
        return list(ROOT.resolve("events"))
                .filter(file -> file.getFileName().toString().startsWith(function.word() + "-"))
                .sorted()
                .toList();
    }

    private static boolean isOfThisBuild(Path zip, FunctionZip function, String module) {
        var functions = ROOT.resolve("functions");
        var build = functions.resolve(function.module()).relativize(zip.getParent());
        var classes = functions.resolve(module).resolve(build).resolve("classes");
        var packaged = packaged(zip, "lib/" + module + "-");
        try (var files = Files.walk(classes)) {
            return files.filter(Files::isRegularFile)
                    .allMatch(
                            file -> Arrays.equals(bytes(file), packaged.get(name(classes, file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The files of the jar in the zip whose name starts so.
    private static Map<String, byte[]> packaged(Path zip, String jar) {
        try (var file = new ZipFile(zip.toFile())) {
            var entry = file.stream().filter(e -> e.getName().startsWith(jar)).findFirst();
            var files = new HashMap<String, byte[]>();
            try (var in = new ZipInputStream(file.getInputStream(entry.orElseThrow()))) {
                for (var inner = in.getNextEntry(); inner != null; inner = in.getNextEntry()) {
                    files.put(inner.getName(), in.readAllBytes());
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path classes, Path file) {
        return classes.relativize(file).toString().replace('\\', '/');
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
