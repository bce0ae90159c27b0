package dev.glidepath.local.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The names in backticks under a heading of a document, held against the source tree: `Type`,
/// `Type.method`, and files by the end of their path.
record ReadingList(List<String> names) {

    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*)(?:\\.(\\w+))?`");
    private static final Pattern FILE = Pattern.compile("`([\\w./-]+\\.(?:java|jte|json|yaml))`");

    static ReadingList under(String heading, String markdown) {
        int start = markdown.indexOf("\n## " + heading + "\n");
        if (start < 0) {
            throw new IllegalArgumentException("no heading \"" + heading + "\"");
        }
        int end = markdown.indexOf("\n## ", start + 1);
        var section = markdown.substring(start, end < 0 ? markdown.length() : end);
        return new ReadingList(
                Stream.of(FILE, NAME)
                        .flatMap(pattern -> pattern.matcher(section).results())
                        .map(MatchResult::group)
                        .distinct()
                        .toList());
    }

    /// The names that no source file under `root` declares.
    List<String> unknownIn(Path root) {
        var sources = sources(root);
        return names.stream().filter(name -> !isDeclared(name, sources)).toList();
    }

    private static boolean isDeclared(String name, List<Path> sources) {
        var file = FILE.matcher(name);
        if (file.matches()) {
            return sources.stream().anyMatch(source -> source.endsWith(file.group(1)));
        }
        var parts = NAME.matcher(name).results().findFirst().orElseThrow();
        return sources.stream()
                .filter(source -> source.endsWith(parts.group(1) + ".java"))
                .anyMatch(source -> parts.group(2) == null || declares(source, parts.group(2)));
    }

    /// A method with its type before it, or a type within the type.
    private static boolean declares(Path file, String member) {
        var declaration =
                "[\\w>\\]] %1$s\\(|(record|interface|enum|class) %1$s\\b".formatted(member);
        var body = read(file).replaceAll("(return|new|else|throw) ", "");
        return Pattern.compile(declaration).matcher(body).find();
    }

    private static List<Path> sources(Path root) {
        try (var functions = Files.walk(root.resolve("functions"));
                var infra = Files.walk(root.resolve("infra"))) {
            return Stream.concat(functions, infra)
                    .filter(path -> !path.toString().contains("/target/"))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the sources under " + root, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
