package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The document that the shipped plan comes from, which lies beside the project where it is there.
record FrameworkDocument(String text) {

    static FrameworkDocument orSkip() {
        Path path = Root.PATH.resolve("../shared/operational-excellence-framework.md").normalize();
        assumeThat(path)
                .as("the framework document is not beside the project: nothing to compare with")
                .exists();
        assertThat(Files.isReadable(path)).isTrue();
        return new FrameworkDocument(Root.text(path));
    }

    /// The cells of the first table after a heading, without its title row.
    List<List<String>> rows(String heading) {
        var rows =
                after(heading)
                        .lines()
                        .dropWhile(line -> !line.startsWith("|"))
                        .takeWhile(line -> line.startsWith("|"))
                        .skip(2)
                        .map(FrameworkDocument::cells)
                        .toList();
        assertThat(rows).as(heading).isNotEmpty();
        return rows;
    }

    /// `- **Name**: value` in the first list after a heading.
    List<MatchResult> bullets(String heading, String pattern) {
        var all =
                after(heading)
                        .lines()
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("#"))
                        .flatMap(line -> Pattern.compile(pattern).matcher(line).results())
                        .toList();
        assertThat(all).as(heading).isNotEmpty();
        return all;
    }

    FrameworkDocument after(String heading) {
        int at = text.indexOf(heading);
        assertThat(at).as(heading).isNotNegative();
        return new FrameworkDocument(text.substring(at));
    }

    Stream<String> lines() {
        return text.lines();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|"))
                .map(cell -> cell.replace("*", "").strip())
                .toList();
    }
}
