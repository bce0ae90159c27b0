package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Execution.Totals;
import dev.glidepath.store.Snapshots;
import dev.glidepath.trends.Trends;
import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Point;
import dev.glidepath.trends.series.Question;
import dev.glidepath.trends.series.Scope;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

class TrendsCommandTest {

    private static final Instant AS_OF = Instant.parse("2026-06-03T06:00:00Z");
    private static final YearMonth JANUARY = YearMonth.parse("2026-01");

    @TempDir private static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void fiveMonths() {
        try (var local = StoreFolder.open(folder)) {
            var random = new SplittableRandom(11);
            for (int month = 0; month < 5; month++) {
                record(local.snapshots(), JANUARY.plusMonths(month), random);
            }
        }
    }

    @Test
    void weeksAreTheDigestsToTheLastDigit() {
        var plan = PlanPath.shipped().plan();
        try (var local = StoreFolder.open(folder)) {
            var digest = local.digest();
            var week = digest.newestWeek(plan, AS_OF);
            var targets =
                    digest.editions(plan, week, AS_OF).getFirst().finding().assessment().targets();
            var question =
                    new Question(
                            Optional.of(week.minus(3).monday()),
                            Optional.of(week.sunday()),
                            Grain.WEEK,
                            new Scope.All());
            var trend = new Trends(local.snapshots()).trend(plan, question, AS_OF);
            assertThat(targets.lines()).isNotEmpty();
            for (var line : targets.lines()) {
                assertThat(trend.series())
                        .filteredOn(s -> s.name().equals(line.name()))
                        .singleElement()
                        .satisfies(
                                s ->
                                        assertThat(s.points().stream().map(Point::cost).toList())
                                                .usingElementComparator(BigDecimal::compareTo)
                                                .isEqualTo(line.weeks()));
            }
            assertThat(trend.total().orElseThrow().points().stream().map(Point::cost).toList())
                    .usingElementComparator(BigDecimal::compareTo)
                    .isEqualTo(targets.total().weeks());
        }
    }

    @Test
    void theTableFitsATerminal() {
        for (var grain : List.of("day", "week", "month")) {
            assertThat(run("--grain", grain)).isZero();
        }
        assertThat(out.toString())
                .contains("2026-W22", "2026-05", "2026-05-31", "Unallocated", "Total")
                .containsPattern("[▁▂▃▄▅▆▇█]{13}");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(111));
    }

    @Test
    void jsonIsReadable() throws IOException {
        assertThat(run("--json", "--category", "Support")).isZero();
        var json = JsonMapper.builder().build().readTree(out.toString());
        assertThat(json.at("/category").asText()).isEqualTo("Support");
        assertThat(json.at("/total").isNull()).isTrue();
        assertThat(json.at("/series")).hasSize(1);
    }

    @Test
    void itIsAnsweredAsOfTheTimeThatIsAskedFor() throws IOException {
        assertThat(run("--json")).isZero();
        var json = JsonMapper.builder().build().readTree(out.toString());
        assertThat(json.at("/asOf").asText()).isEqualTo(AS_OF.toString());
    }

    @Test
    void aPeriodThatIsNotCompleteIsMarked() {
        assertThat(run("--grain", "month", "--from", "2026-03-02", "--to", "2026-04-30")).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("2026-03* "))
                .anyMatch(line -> line.startsWith("2026-04 "))
                .anyMatch(line -> line.startsWith("* not complete, "));
    }

    @Test
    @Timeout(60)
    void thePageIsServedAsOfTheTimeThatIsAskedFor() throws Exception {
        try (var console = new PipedWriter();
                var printed = new BufferedReader(new PipedReader(console));
                var written = new PrintWriter(console)) {
            var command =
                    Glidepath.commandLine(
                            List.of(ServeCommand.class), written, new PrintWriter(err, true));
            var asked =
                    new String[] {
                        "serve", "--store", folder.toString(), "--as-of", AS_OF.toString()
                    };
            var serving = Thread.ofVirtual().start(() -> command.execute(asked));
            try {
                var address = printed.readLine().split(" ", 2)[0];
                try (var page = URI.create(address + "trends.json").toURL().openStream()) {
                    var json = JsonMapper.builder().build().readTree(page);
                    assertThat(json.at("/asOf").asText()).isEqualTo(AS_OF.toString());
                }
            } finally {
                serving.interrupt();
                serving.join();
            }
        }
    }

    @Test
    void csvHasARowPerPeriodAndLine() {
        assertThat(run("--csv", "--from", "2026-05-01", "--to", "2026-05-03", "--grain", "day"))
                .isZero();
        assertThat(out.toString().lines().filter(l -> l.startsWith("total,"))).hasSize(3);
    }

    @Test
    void aGrainThatIsNoneIsWrongUse() {
        assertThat(run("--grain", "year")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        "glidepath: --grain: \"year\" is none of day, week, month; see glidepath"
                                + " trends --help"
                                + System.lineSeparator());
    }

    @Test
    void jsonAndCsvTogetherAreWrongUse() {
        assertThat(run("--json", "--csv")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
    }

    private int run(String... options) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "trends",
                                "--store",
                                folder.toString(),
                                "--as-of",
                                AS_OF.toString()));
        arguments.addAll(List.of(options));
        return Glidepath.commandLine(
                        List.of(TrendsCommand.class),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private static void record(Snapshots snapshots, YearMonth month, SplittableRandom random) {
        var days = new TreeMap<LocalDate, List<CostLine>>();
        var total = Amounts.NONE;
        for (int i = 1; i <= month.lengthOfMonth(); i++) {
            var lines =
                    List.of(
                            line("Infrastructure", random),
                            line("Support", random),
                            line(CostLine.UNALLOCATED, random));
            days.put(month.atDay(i), lines);
            total = lines.stream().map(CostLine::amounts).reduce(total, Amounts::plus);
        }
        var execution =
                new Execution(
                        new Execution.Id("aws", month, "1", AS_OF.minusSeconds(7200)),
                        new Execution.Source("FOCUS 1.2", "manifest.json"),
                        List.of(new Execution.FileRead("part.parquet", "etag", 1, 1)),
                        Map.of("USD", new Totals(3L * days.size(), total, Map.of())));
        snapshots.record(execution, "rules", days, InstantSource.fixed(AS_OF.minusSeconds(3600)));
    }

    private static CostLine line(String category, SplittableRandom random) {
        var dimensions =
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", "Amazon EC2", null),
                        new Dimensions.SubAccount("001", null),
                        null,
                        new Dimensions.Charge("Usage", null, null, null, null, null),
                        Map.of());
        var cost = BigDecimal.valueOf(random.nextLong(1_000_000, 90_000_000), 5);
        return new CostLine(category, dimensions, new Amounts(cost, cost, null, null), null, 1);
    }
}
