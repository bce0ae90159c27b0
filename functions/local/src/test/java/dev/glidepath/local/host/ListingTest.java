package dev.glidepath.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// As S3 lists: a thousand keys at a time, whatever is asked for.
class ListingTest {

    @TempDir private Path folder;

    @Test
    void aThousandAreAPageAndTheNextOneIsOnTheSecond() throws IOException {
        files(1_001);
        assertThat(page(Map.of()))
                .contains("<KeyCount>1000</KeyCount>", "<IsTruncated>true</IsTruncated>")
                .contains("<NextContinuationToken>e/0999</NextContinuationToken>")
                .contains("<Key>e/0000</Key>", "<Key>e/0999</Key>")
                .doesNotContain("e/1000");
        assertThat(page(Map.of("continuation-token", "e/0999")))
                .contains("<KeyCount>1</KeyCount>", "<IsTruncated>false</IsTruncated>")
                .contains("<Key>e/1000</Key>")
                .doesNotContain("NextContinuationToken");
    }

    @Test
    void noMoreThanAThousandAreGivenAndFewerAre() throws IOException {
        files(1_001);
        assertThat(page(Map.of("max-keys", "5000")))
                .contains("<KeyCount>1000</KeyCount>", "<MaxKeys>1000</MaxKeys>")
                .contains("<IsTruncated>true</IsTruncated>");
        assertThat(page(Map.of("max-keys", "999", "start-after", "e/0001")))
                .contains("<KeyCount>999</KeyCount>", "<IsTruncated>false</IsTruncated>");
    }

    @Test
    void aThousandAreTheLastPageToo() throws IOException {
        files(1_000);
        assertThat(page(Map.of()))
                .contains("<KeyCount>1000</KeyCount>", "<IsTruncated>false</IsTruncated>")
                .doesNotContain("NextContinuationToken");
    }

    private void files(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Files.createFile(folder.resolve("%04d".formatted(i)));
        }
    }

    private String page(Map<String, String> asked) {
        var query = new HashMap<>(asked);
        query.put("list-type", "2");
        return new Listing(new Form(query), "bucket").xml(new FolderObjects(folder, "e/"));
    }
}
