package dev.glidepath.local.architecture;

import static dev.glidepath.local.architecture.House.ROOT;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// Each threat of docs/security.md stands beside the tests of its defence, and these exist.
class ThreatsTest {

    private static final String HEADING = "Threats";

    @Test
    void everyThreatNamesItsTests() throws IOException {
        assertThat(rows(page()))
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(tests(row)).isNotEmpty());
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        assertThat(ReadingList.under(HEADING, page()).unknownIn(ROOT)).isEmpty();
    }

    @Test
    void aTestThatDoesNotExistIsFound() {
        var page =
                """
                # Page

                ## Threats

                | threat | defence | tests |
                |---|---|---|
                | one | `Split` is not looked for here | `ThreatsTest.everyThreatNamesItsTests` |
                | two | none | `ThreatsTest.nothing`, `NoSuchTest` |
                | three | none | none |
                """;
        assertThat(ReadingList.under(HEADING, page).unknownIn(ROOT))
                .containsExactly("`ThreatsTest.nothing`", "`NoSuchTest`");
        assertThat(rows(page)).hasSize(3).filteredOn(row -> tests(row).isEmpty()).hasSize(1);
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }

    private static List<String> rows(String page) {
        return page.lines()
                .dropWhile(line -> !line.equals("## " + HEADING))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| threat "))
                .toList();
    }

    /// The names in the last column.
    private static List<String> tests(String row) {
        var cells = row.split(" \\| ");
        return ReadingList.under(HEADING, "\n## " + HEADING + "\n" + cells[cells.length - 1])
                .names()
                .stream()
                .filter(name -> name.contains("Test"))
                .toList();
    }
}
