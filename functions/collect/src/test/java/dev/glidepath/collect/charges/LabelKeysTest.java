package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

class LabelKeysTest {

    @TempDir Path folder;

    @Test
    void aQuoteInATagsKey() {
        var row = Bill.row("1", "1").replace("{}", "\"{\"\"a\\\"\"b/c~\"\": \"\"v\"\"}\"");
        assertThat(labels(Bill.FOCUS + row, "tag:a\"b/c~")).containsEntry("tag:a\"b/c~", "v");
    }

    @Test
    void tagsInAnotherScriptAreNotMixedUp() {
        var header = Cur.HEADER.strip() + ",resourceTags/user:大阪\n";
        var row = Cur.row("Usage", "1").strip() + ",v\n";
        assertThat(labels(header + row, "tag:東京")).isEmpty();
        assertThat(labels(header + row, "tag:大阪")).containsEntry("tag:大阪", "v");
    }

    private Map<String, String> labels(String text, String label) {
        var charges = new Bill(folder).csv(text, label);
        return charges.periods().values().stream()
                .flatMap(p -> p.groups().stream())
                .findFirst()
                .orElseThrow()
                .dimensions()
                .labels();
    }
}
