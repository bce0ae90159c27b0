package dev.glidepath.local.architecture;

import static dev.glidepath.local.architecture.House.ROOT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;

class ReadingListTest {

    private static final String HEADING = "Start reading here";

    @Test
    void everyNameInTheArchitecturePageExists() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/architecture.md"));
        var list = ReadingList.under(HEADING, page);
        var files = ReadingList.under("To add …", page);
        assertThat(list.names()).hasSizeGreaterThan(9);
        assertThat(list.unknownIn(ROOT)).isEmpty();
        assertThat(files.names()).hasSizeGreaterThan(9);
        assertThat(files.unknownIn(ROOT)).isEmpty();
    }

    @Test
    void aNameThatDoesNotExistIsFound() {
        var list =
                ReadingList.under(
                        HEADING,
                        """
                        # Page

                        `NoTypeAtAll` is above the list.

                        ## Start reading here

                        1. `Split.evenly` then `Execution.Id`, `Split`, `Split.oddly`, `NoTypeAtAll`
                        2. `Split.setScale` is called there, not declared
                        3. `money/Split.java` and `money/Splits.java`, `money/<Name>.java`

                        ## After

                        `NoSuchThing`
                        """);
        assertThat(list.unknownIn(ROOT))
                .containsExactly(
                        "`money/Splits.java`",
                        "`Split.oddly`",
                        "`NoTypeAtAll`",
                        "`Split.setScale`");
    }

    @Test
    void aPageWithoutTheListIsRefused() {
        assertThatThrownBy(() -> ReadingList.under(HEADING, "# Page\n\n## Other\n"))
                .hasMessage("no heading \"Start reading here\"");
    }
}
