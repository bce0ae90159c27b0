package dev.glidepath.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class BenchTest {

    private static final int ROWS = 2_000;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void everyWayFindsWhatTheGeneratorKnows(Form form) throws IOException {
        var data = made(form);
        assertThat(data.truth()).hasSize(60);
        for (var way : Way.values()) {
            var out = run(data, way);
            if (way.sums()) {
                Bench.check(data, way, out);
            }
        }
    }

    @Test
    void aWrongSumIsFound() throws IOException {
        var data = made(Form.PARQUET);
        var out = run(data, Way.COLLECT);
        var lines = Files.readAllLines(out);
        lines.set(7, lines.get(7).replaceFirst(",(\\d+),", ",1$1,"));
        Files.write(out, lines);
        assertThatThrownBy(() -> Bench.check(data, Way.COLLECT, out))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("collect: its sums are not what the generator knows: ");
    }

    @Test
    void aBillHasWhatAnOrganisationHas() {
        var data = made(Form.PARQUET);
        try (var duck = new Duck(folder)) {
            var counts =
                    duck.rows(
                            """
                            SELECT count(*), count(DISTINCT line_item_usage_account_id),
                                count(DISTINCT line_item_line_item_type)
                            FROM read_parquet(%s)"""
                                    .formatted(Duck.literals(data.files())));
            assertThat(counts.getFirst().getFirst()).isEqualTo("" + ROWS);
            assertThat(Integer.parseInt(counts.getFirst().get(1))).isBetween(190, 200);
            assertThat(Integer.parseInt(counts.getFirst().get(2))).isGreaterThan(5);
        }
    }

    @Test
    void ratiosAreOfRunsInTheSameTurn() {
        var own = List.of(took(10, 400), took(30, 300), took(12, 300));
        var others = List.of(took(20, 200), took(20, 300), took(10, 600));
        var data = Dataset.in(folder, ROWS, Form.CSV, 1);
        var json = new Results(data, Map.of(Way.COLLECT, own, Way.JAVA, others)).json();
        var ratios = json.at("/ways/java/collectTo");
        assertThat(ratios.at("/time/median").doubleValue()).isEqualTo(1.2);
        assertThat(ratios.at("/time/least").doubleValue()).isEqualTo(0.5);
        assertThat(ratios.at("/time/most").doubleValue()).isEqualTo(1.5);
        assertThat(ratios.at("/memory/median").doubleValue()).isEqualTo(1.0);
    }

    @Test
    void aWayThatFailedHasNoRatio() {
        var failed = new Measured(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, "out | memory");
        var data = Dataset.in(folder, ROWS, Form.CSV, 1);
        var results =
                new Results(
                        data, Map.of(Way.COLLECT, List.of(took(1, 1)), Way.NAIVE, List.of(failed)));
        assertThat(results.table()).contains("failed: out / memory");
        assertThat(results.json().at("/ways/naive/collectTo").isMissingNode()).isTrue();
    }

    private Dataset made(Form form) {
        var data = Dataset.in(folder, ROWS, form, 42);
        data.make(_ -> {});
        return data;
    }

    private Path run(Dataset data, Way way) throws IOException {
        var out = folder.resolve(way + ".csv");
        Way.main(Bench.arguments(data, way, folder, out).toArray(String[]::new));
        return out;
    }

    private static Measured took(int seconds, long bytes) {
        return new Measured(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds), bytes, "");
    }
}
