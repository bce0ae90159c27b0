package dev.glidepath.collect.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.export.FolderBucket;
import dev.glidepath.core.lever.Recommended;
import dev.glidepath.store.DailyValues;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

class AdviceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
    private static final Instant NOW = Instant.parse("2026-05-13T05:00:00Z");
    private static final String HEADER =
            "account_id,action_type,currency_code,current_resource_details,estimated_monthly_savings_after_discount,estimated_monthly_savings_before_discount,implementation_effort,recommendation_id,resource_arn\n";

    @TempDir Path folder;
    @TempDir Path scratch;
    private EmbeddedTable table;
    private Advice advice;
    private DailyValues values;

    @BeforeEach
    void open() {
        table = EmbeddedTable.inMemory();
        values = new Snapshots(table.client(), EmbeddedTable.NAME).values();
        advice = new Advice(new FolderBucket(folder), "", scratch, values);
    }

    @AfterEach
    void close() throws IOException {
        table.close();
        try (var left = Files.list(scratch)) {
            assertThat(left).as("temporary files").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sumsByAccountActionAndEffort(boolean packed) throws IOException {
        deliver(
                DAY,
                packed,
                """
                000123456789,Stop,USD,"{""a"":1,""b"":""x,y""}",10.25,11,VeryLow,r1,arn:1
                000123456789,Stop,USD,{},,5.5,VeryLow,r2,arn:2
                000123456789,Rightsize,USD,{},7,8,Medium,r3,arn:3
                111122223333,PurchaseSavingsPlans,USD,{},900,900,VeryLow,r4,
                111122223333,PurchaseSavingsPlans,USD,{},100,100,VeryLow,r5,
                111122223333,Stop,EUR,{},3,3,VeryLow,r6,arn:6
                """);
        assertThat(advice.newest(() -> NOW))
                .containsExactly(new Advice.Read("recommendations", DAY, 6, 9));
        assertThat(told())
                .containsExactly(
                        "000123456789 Rightsize Medium USD 1 7",
                        "000123456789 Stop VeryLow USD 2 15.75",
                        "111122223333 PurchaseSavingsPlans VeryLow USD 2 1000",
                        "111122223333 Stop VeryLow EUR 1 3");
    }

    @Test
    void ofAlternativesForAResourceTheLargestCounts() throws IOException {
        deliver(
                DAY,
                false,
                """
                000123456789,Rightsize,USD,{},7,8,Medium,r1,arn:1
                000123456789,Stop,USD,{},30,30,VeryLow,r2,arn:1
                000123456789,MigrateToGraviton,USD,{},12,12,High,r3,arn:1
                """);
        advice.newest(() -> NOW);
        assertThat(told()).containsExactly("000123456789 Stop VeryLow USD 1 30");
    }

    @Test
    void accountsAndCurrenciesAreKeptApartAndWordsShort() throws IOException {
        deliver(
                DAY,
                false,
                """
                1,Stop/Start,USD,{},30,30,%1$s,r1,arn:1
                2,Stop/Start,USD,{},20,20,%1$s,r2,arn:1
                2,Stop/Start,EUR,{},5,5,%1$s,r3,arn:2
                """
                        .formatted("x".repeat(61)));
        advice.newest(() -> NOW);
        var effort = "x".repeat(60);
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "1 Stop Start " + effort + " USD 1 30",
                        "2 Stop Start " + effort + " USD 1 20",
                        "2 Stop Start " + effort + " EUR 1 5");
    }

    @Test
    void theNewestExecutionOfADayCountsWhereNoManifestLiesBesideThem() throws IOException {
        execution("e1", NOW, "1,Stop,USD,{},30,30,Low,r1,arn:1\n");
        execution("e2", NOW.minusSeconds(60), "1,Stop,USD,{},20,20,Low,r1,arn:1\n");
        advice.newest(() -> NOW);
        assertThat(told()).containsExactly("1 Stop Low USD 1 30");
    }

    @Test
    void ofExecutionsThatWereWrittenAtOnceTheLastByNameCounts() throws IOException {
        execution("e1", NOW, "1,Stop,USD,{},30,30,Low,r1,arn:1\n");
        execution("e2", NOW, "1,Stop,USD,{},20,20,Low,r1,arn:1\n");
        advice.newest(() -> NOW);
        assertThat(told()).containsExactly("1 Stop Low USD 1 20");
    }

    @Test
    void aDayThatIsDeliveredAgainReplacesWhatWasKnownOfIt() throws IOException {
        deliver(DAY, false, "1,Stop,USD,{},30,30,Low,r1,arn:1\n1,Delete,USD,{},2,2,Low,r2,arn:2\n");
        advice.newest(() -> NOW);
        deliver(DAY, false, "1,Stop,USD,{},31,31,Low,r1,arn:1\n");
        advice.newest(() -> NOW.plusSeconds(60));
        assertThat(told()).containsExactly("1 Stop Low USD 1 31");
        assertThat(told(NOW)).containsExactly("1 Delete Low USD 1 2", "1 Stop Low USD 1 30");
        assertThat(advice.newest(() -> NOW.plusSeconds(90)).getFirst().written()).isZero();
    }

    @Test
    void readsParquetAsTheExportHasIt() throws IOException, SQLException {
        deliver(
                """
                SELECT '000123456789' AS account_id, 'Upgrade' AS action_type,
                    'USD' AS currency_code, 12.5::DOUBLE AS estimated_monthly_savings_after_discount,
                    13.5::DOUBLE AS estimated_monthly_savings_before_discount,
                    'Low' AS implementation_effort, 'r1' AS recommendation_id,
                    'arn:1' AS resource_arn, MAP {'team': 'a'} AS tags""");
        advice.newest(() -> NOW);
        assertThat(told()).containsExactly("000123456789 Upgrade Low USD 1 12.5");
    }

    @Test
    void recommendationsOfNoResourceDoNotExcludeEachOther() throws IOException, SQLException {
        deliver(
                """
                SELECT '1' AS account_id, 'PurchaseSavingsPlans' AS action_type,
                    'USD' AS currency_code, 10.0 AS estimated_monthly_savings_after_discount,
                    10.0 AS estimated_monthly_savings_before_discount,
                    'Low' AS implementation_effort, 'r' || i AS recommendation_id,
                    '' AS resource_arn
                FROM range(2) r(i)""");
        advice.newest(() -> NOW);
        assertThat(told()).containsExactly("1 PurchaseSavingsPlans Low USD 2 20");
    }

    @Test
    void allDaysAreCollectedAndTheNewestCounts() throws IOException {
        deliver(DAY.minusDays(1), false, "1,Stop,USD,{},30,30,Low,r1,arn:1\n");
        deliver(DAY, false, "1,Stop,USD,{},31,31,Low,r1,arn:1\n");
        assertThat(advice.collect(() -> NOW)).hasSize(2);
        assertThat(told()).containsExactly("1 Stop Low USD 1 31");
    }

    @Test
    void aDailyRunReadsTheNewestDay() throws IOException {
        deliver(DAY.minusDays(1), false, "1,Stop,USD,{},30,30,Low,r1,arn:1\n");
        deliver(DAY, false, "1,Stop,USD,{},31,31,Low,r1,arn:1\n");
        assertThat(advice.newest(() -> NOW)).extracting(Advice.Read::day).containsExactly(DAY);
    }

    @Test
    void nothingRecommendedIsKnownToBeNothing() throws IOException {
        deliver(DAY, false, "");
        assertThat(advice.newest(() -> NOW).getFirst().count()).isZero();
        assertThat(told()).isEmpty();
        assertThat(recommended(Instant.MAX)).isPresent();
    }

    @Test
    void anExportMayLieInAFolderThatIsCalledData() throws IOException {
        deliver(DAY, false, "1,Stop,USD,{},30,30,Low,r1,arn:1\n");
        Files.createDirectory(folder.resolve("data"));
        Files.move(folder.resolve("coh"), folder.resolve("data/coh"));
        advice.newest(() -> NOW);
        assertThat(told()).containsExactly("1 Stop Low USD 1 30");
    }

    @Test
    void withoutSuchAnExportNothingIsDone() throws IOException {
        Files.createDirectories(folder.resolve("cur/metadata/BILLING_PERIOD=2026-05"));
        Files.createDirectories(folder.resolve("cur/data/date=2026-05-12"));
        assertThat(advice.collect(() -> NOW)).isEmpty();
        assertThat(Advice.isBelow(new FolderBucket(folder), "")).isFalse();
        assertThat(recommended(Instant.MAX)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,Stop,USD,{},much,more,Low,r1,arn:1\n",
                ",Stop,USD,{},1,1,Low,r1,arn:1\n",
                "1,,USD,{},1,1,Low,r1,arn:1\n",
                "1,Stop,,{},1,1,Low,r1,arn:1\n",
                "1,Stop,USD,{},1,1\n",
                "1,Stop,USD,\"{,1,1,Low,r1,arn:1\n"
            })
    void whatCannotBeReadWholeIsRefusedInOneLine(String rows) throws IOException {
        deliver(DAY, false, rows);
        assertThatThrownBy(() -> advice.newest(() -> NOW))
                .isInstanceOf(Refusal.class)
                .message()
                .contains("recommendations-00001")
                .doesNotContain("\n", scratch.toString());
        assertThat(recommended(Instant.MAX)).isEmpty();
    }

    @Test
    void namesTheFileThatIsMissing() throws IOException {
        deliver(DAY, false, "1,Stop,USD,{},1,1,Low,r1,arn:1\n");
        Files.delete(data(DAY).resolve("recommendations-00001.csv"));
        assertThatThrownBy(() -> advice.newest(() -> NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("recommendations-00001.csv")
                .hasMessageContaining("is missing");
    }

    @Test
    void doesNotLeaveItsFolder() throws IOException {
        manifest(DAY, "../../../../elsewhere.csv");
        assertThatThrownBy(() -> advice.newest(() -> NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("which is not of its day");
    }

    private List<String> told() {
        return told(Instant.MAX);
    }

    private List<String> told(Instant at) {
        return recommended(at).orElseThrow().groups().stream()
                .map(
                        g ->
                                "%s %s %s %s %d %s"
                                        .formatted(
                                                g.account(),
                                                g.action(),
                                                g.effort(),
                                                g.currency(),
                                                g.count(),
                                                g.saving().toPlainString()))
                .toList();
    }

    private Optional<Recommended> recommended(Instant at) {
        return Recommended.newest(
                values.known(DailyValues.Kind.RECOMMENDED, DAY.minusDays(30), DAY, at));
    }

    private void deliver(LocalDate day, boolean packed, String rows) throws IOException {
        var file = data(day).resolve("recommendations-00001.csv" + (packed ? ".gz" : ""));
        Files.createDirectories(file.getParent());
        var bytes = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
        if (packed) {
            try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(bytes);
            }
        } else {
            Files.write(file, bytes);
        }
        manifest(day, file.getFileName().toString());
    }

    private void deliver(String query) throws IOException, SQLException {
        var file = data(DAY).resolve("recommendations-00001.snappy.parquet");
        Files.createDirectories(file.getParent());
        try (var engine = DriverManager.getConnection("jdbc:duckdb:");
                var statement = engine.createStatement()) {
            statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, file));
        }
        manifest(DAY, file.getFileName().toString());
    }

    private void execution(String id, Instant written, String rows) throws IOException {
        var file = data(DAY).resolve(id).resolve("recommendations-00001.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, HEADER + rows);
        manifest(DAY, id + "/" + file.getFileName());
        var beside =
                folder.resolve("coh/recommendations/metadata/date=" + DAY)
                        .resolve("recommendations-Manifest.json");
        var own = beside.resolveSibling(id).resolve(beside.getFileName());
        Files.createDirectories(own.getParent());
        Files.move(beside, own);
        Files.setLastModifiedTime(own, FileTime.from(written));
    }

    private Path data(LocalDate day) {
        return folder.resolve("coh/recommendations/data/date=" + day);
    }

    private void manifest(LocalDate day, String file) throws IOException {
        var metadata = folder.resolve("coh/recommendations/metadata/date=" + day);
        Files.createDirectories(metadata);
        Files.writeString(
                metadata.resolve("recommendations-Manifest.json"),
                "{\"executionId\": \"e1\", \"dataFiles\": [\"s3://b/coh/recommendations/data/date=%s/%s\"]}"
                        .formatted(day, file));
    }
}
