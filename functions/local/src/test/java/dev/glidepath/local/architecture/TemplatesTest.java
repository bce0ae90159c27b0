package dev.glidepath.local.architecture;

import static dev.glidepath.local.architecture.House.ROOT;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Templates escape what they are given. What they write as it is, is of the program's own making.
class TemplatesTest {

    private static final Pattern RAW = Pattern.compile("\\$unsafe\\{([^}]*)}|@raw\\b");

    /// Style sheets and a script that ship; pictures whose names were escaped when they were drawn.
    private static final Set<String> OWN =
            Set.of(
                    "$unsafe{Style.widget(dark)}",
                    "$unsafe{Style.PAGE}",
                    "$unsafe{Style.SCRIPT}",
                    "$unsafe{p.wide()}",
                    "$unsafe{p.narrow()}");

    @Test
    void nothingFromTheDataIsWrittenAsItIs() throws IOException {
        var raw =
                templates().stream()
                        .flatMap(file -> RAW.matcher(read(file)).results())
                        .map(found -> found.group())
                        .distinct()
                        .toList();
        assertThat(raw).containsExactlyInAnyOrderElementsOf(OWN);
        assertThat(RAW.matcher("<b>$unsafe{row.name()}</b>").find()).isTrue();
    }

    @Test
    void noMailHasALinkAScriptOrASourceFromTheData() throws IOException {
        assertThat(templates())
                .filteredOn(file -> file.toString().contains("/digest/"))
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        file ->
                                assertThat(read(file))
                                        .doesNotContainPattern("(?i)<a |<script|<form|<iframe")
                                        .doesNotContainPattern("(?i)href=|url\\("));
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(ROOT.resolve("functions"))) {
            return files.filter(file -> file.toString().matches(".*/src/main/jte/.*\\.jte"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
