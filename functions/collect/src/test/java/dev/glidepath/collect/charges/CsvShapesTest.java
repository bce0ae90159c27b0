package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/// The shapes that suites for CSV readers test: each is one name, as it was written.
class CsvShapesTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b",
                ",",
                "ha \"ha\" ha",
                "\"",
                "\"\"",
                "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}",
                "two\nlines",
                "two\r\nlines",
                "a \"b\n,c\"",
                "漢字 ʤ Ω €",
                "\uD83D\uDE00",
                " spaces around ",
                "tab\there",
                "#no comment",
                "back\\slash\\",
                "it's",
                "=1+1",
                "a;b|c"
            })
    void aNameIsReadAsItWasWritten(String name) {
        var quoted = '"' + name.replace("\"", "\"\"") + '"';
        for (var end : new String[] {"\n", "\r\n"}) {
            var row = Bill.row("1", "1").strip().replace("Amazon S3", quoted);
            var csv = Bill.FOCUS.strip() + end + row + end + row;
            assertThat(services(csv)).as("%s with %s", name, end.length()).containsExactly(name);
        }
    }

    @Test
    void anEmptyNameIsNoneWithQuotesAndWithout() {
        for (var empty : new String[] {"", "\"\"", "NULL"}) {
            var csv = Bill.FOCUS + Bill.row("1", "1").replace("Amazon S3", empty);
            assertThat(services(csv)).as(empty).containsOnlyNulls();
        }
    }

    private List<String> services(String csv) {
        return new Bill(folder)
                .csv(csv).periods().values().stream()
                        .flatMap(period -> period.groups().stream())
                        .map(group -> group.dimensions().service().name())
                        .toList();
    }
}
