package dev.glidepath.parity;

import static dev.glidepath.parity.Rows.FOCUS;
import static dev.glidepath.parity.Rows.cur;
import static dev.glidepath.parity.Rows.doubles;
import static dev.glidepath.parity.Rows.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.Charges;
import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.FolderBucket;
import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.local.generate.Company;
import dev.glidepath.local.generate.Export;
import dev.glidepath.local.generate.Settings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The same groups and sums from both engines, over the same files.
class ParityTest {

    private static final Set<String> LABELS =
            Set.of("tag:team", "tag:Environment", "tag:a:b", "tag:q\"x", "cost_category:product");
    private static final Path DATA =
            Path.of(System.getProperty("glidepath.root"), "..", "shared", "data");
    @TempDir static Path root;
    private static Trino trino;

    @BeforeAll
    static void start() throws Exception {
        trino = new Trino(root);
    }

    @AfterAll
    static void stop() {
        trino.close();
    }

    /// CUR 2.0 and FOCUS as Parquet, legacy CUR as CSV. The vendors' are zipped, which Athena does
    /// not read and is not asked for.
    @Test
    void generatedExports() throws IOException {
        var out = root.resolve("generated");
        int rows = Integer.getInteger("parity.rows", 3000);
        var exports = EnumSet.of(Export.CUR2_ORG, Export.FOCUS_ORG, Export.LEGACY_ORG);
        var company = Company.of(new Settings(42, LocalDate.of(2026, 1, 1), 1, rows, exports));
        for (var day : company.deliveryDays()) {
            company.deliver(day, out);
        }
        var labels = new TreeSet<>(LABELS);
        IntStream.range(0, 20).forEach(i -> labels.add("tag:Some Label " + i));
        assertSameBelow(out.resolve("billing-bucket"), labels);
    }

    /// Reads what lies there as it lies there: it is copied, as Trino sees one folder only.
    @Test
    void realBills() throws IOException {
        assumeThat(DATA).as("real bills, which are not part of the project").exists();
        var copy = root.resolve("real");
        try (var paths = Files.walk(DATA.resolve("billing-bucket"))) {
            for (var path : paths.toList()) {
                Files.copy(path, copy.resolve(DATA.resolve("billing-bucket").relativize(path)));
            }
        }
        assertSameBelow(copy, LABELS);
    }

    /// Sums of doubles, held against the sum of their shortest decimals as well.
    @Test
    void doublesAndNullsOfAllSizes() throws IOException {
        var values = doubles(new SplittableRandom(7), 6_000);
        var file = root.resolve("doubles.csv");
        Files.write(
                file,
                IntStream.range(0, values.size()).mapToObj(i -> i + "," + values.get(i)).toList());
        var made = Delivered.below(root);
        var delivery =
                made.parquet(
                        cur(
                                "CAST(CAST(i %% 1500 AS INTEGER) AS VARCHAR)",
                                "x",
                                "CASE WHEN i %% 3 = 0 THEN NULL ELSE x * 1.1 END",
                                "read_csv('%s', columns = {'i': 'BIGINT', 'x': 'DOUBLE'})"
                                        .formatted(file)));
        var both = new Both(trino, made.bucket(), Set.of());

        var athena = both.athena(delivery);

        Dump.assertSame(athena, both.duckDb(delivery));
        var expected =
                IntStream.range(0, values.size())
                        .boxed()
                        .collect(
                                Collectors.groupingBy(
                                        i -> String.valueOf(i % 1500),
                                        Collectors.mapping(
                                                i -> new BigDecimal(Double.toString(values.get(i))),
                                                Collectors.reducing(
                                                        BigDecimal.ZERO, BigDecimal::add))));
        for (var group : groups(athena)) {
            assertThat(group.amounts().list())
                    .isEqualByComparingTo(expected.get(group.dimensions().charge().item()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TIMESTAMP",
                "TIMESTAMPTZ",
                "TIMESTAMP_S",
                "TIMESTAMP_MS",
                "TIMESTAMP_NS",
                "VARCHAR"
            })
    void timesOfAllTypes(String type) {
        var made = Delivered.below(root);
        var delivery =
                made.parquet(
                        """
                        SELECT 1.5::DOUBLE AS BilledCost, 1.25::DECIMAL(18, 4) AS EffectiveCost,
                            7::BIGINT AS PricingQuantity, 'USD' AS BillingCurrency,
                            CAST(t AS %1$s) AS ChargePeriodStart,
                            CAST(t + to_hours(i) AS %1$s) AS ChargePeriodEnd,
                            CAST(TIMESTAMP '2026-05-01' AS %1$s) AS BillingPeriodStart,
                            'Usage' AS ChargeCategory
                        FROM (SELECT i, TIMESTAMP '2026-04-30 22:30:00' + to_minutes(i * 17) AS t
                            FROM range(200) r(i))
                        """
                                .formatted(type));
        new Both(trino, made.bucket(), Set.of()).assertSame(delivery);
    }

    @Test
    void mapsWithOddKeysAndNulls() {
        var made = Delivered.below(root);
        var delivery =
                made.parquet(
                        """
                        SELECT *, CASE i %% 7
                            WHEN 0 THEN NULL
                            WHEN 1 THEN MAP {}
                            WHEN 2 THEN MAP {'team': 'ünï 日本 💶', 'user_environment': 'prod'}
                            WHEN 3 THEN MAP {'team': '', 'Environment': 'NULL'}
                            WHEN 4 THEN MAP {'a:b': 'x, "y"', 'q"x': E'two\nlines'}
                            WHEN 5 THEN MAP {'team': NULL, 'user:team': 'second'}
                            ELSE MAP {'Team': 'other case', 'app': 'glidepath'} END AS resource_tags,
                            MAP {'product': 'p' || (i %% 2)} AS cost_category
                        FROM (%s)
                        """
                                .formatted(
                                        cur("'item'", "i / 8", "NULL", "range(100) r(i)")
                                                .replace("SELECT", "SELECT i,")));
        new Both(trino, made.bucket(), LABELS).assertSame(delivery);
    }

    @Test
    void textsOfCsv() {
        var made = Delivered.below(root);
        var delivery =
                made.csv(
                        FOCUS
                                + row(
                                        "5.2E-9",
                                        "-4e-7",
                                        "2026-05-01T00:00:00Z",
                                        "{\"\"team\"\":\"\"a\"\"}")
                                + row(
                                        "+.5",
                                        "1.",
                                        "2026-05-01 00:00:00",
                                        "{\"\"a:b\"\":\"\"x\"\",\"\"q\\\"\"x\"\":\"\"y\"\"}")
                                + row(
                                        "1e3",
                                        "12345678901234567890.123",
                                        "2026-05-01T00:00:00.000Z",
                                        "{}")
                                + row(
                                        "1E-30",
                                        "NULL",
                                        "2026-05-01T23:59:59+00:00",
                                        "{\"\"team\"\":null}")
                                + row(
                                        "0",
                                        "",
                                        "2026-05-01",
                                        "{\"\"team\"\":true,\"\"user:team\"\":\"\"no\"\"}")
                                + row("-0.0", "7", "2026-05-02T01:30:00+02:00", "{\"\"team\"\":42}")
                                + row(
                                        "999999.999999999999999999999999",
                                        "1000000",
                                        "2026-05-01T00:00:00.5Z",
                                        "{\"\"team\"\":\"\"back\\\\slash and \\u00fc\"\"}")
                                + row(
                                        "3",
                                        "4",
                                        "2026-05-01T10:00Z",
                                        "{\"\"team\"\":\"\"C:\\\\path\"\"}"));
        new Both(trino, made.bucket(), LABELS).assertSame(delivery);
    }

    /// What one refuses, the other does, at the same column and value.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "1,2 5 | BilledCost | not a number",
                "0x1F  | BilledCost | not a number",
                "NaN   | BilledCost | not a number",
                "1e    | BilledCost | not a number"
            })
    void refusesNumbers(String number, String column, String problem) {
        assertRefused(
                row("\"" + number + "\"", "1", "2026-05-01T00:00:00Z", "{}"), column, problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T00:00:00Z",
                "infinity",
                "epoch",
                "2026-05",
                "01/05/2026",
                "2026-05-01T25:00:00Z",
                "2026-05-01x",
                "now"
            })
    void refusesTimes(String time) {
        assertRefused(row("1", "1", time, "{}"), "ChargePeriodStart", "not a date and time");
    }

    @Test
    void refusesWhatIsNoJsonAndWhatIsEmpty() {
        assertRefused(
                row("1", "1", "2026-05-01T00:00:00Z", "{\"\"team\"\""),
                "Tags",
                "is not a JSON object");
        assertRefused(
                row("1", "1", "2026-05-01T00:00:00Z", "{}").replace("USD", ""),
                "BillingCurrency",
                "is empty");
        assertRefused(
                row("1", "1", "2026-05-09T00:00:00Z", "{}"), "ChargePeriodEnd", "before it began");
    }

    /// Athena's parser has limits of its own, which are not reached.
    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_001, 90_000})
    void jsonIsReadUpToTheSameDepth(int depth) {
        var tags =
                "{\"\"team\"\":\"\"[{\"\",\"\"x\"\":"
                        + "[".repeat(depth - 1)
                        + "]".repeat(depth - 1)
                        + "}";
        var row = row("1", "1", "2026-05-01T00:00:00Z", tags);
        if (depth <= 1_000) {
            var made = Delivered.below(root);
            new Both(trino, made.bucket(), LABELS).assertSame(made.csv(FOCUS + row));
        } else {
            assertRefused(row, "Tags", "is JSON of more than 100000 characters or 1000");
        }
    }

    @Test
    void refusesNumbersThatAreNone() {
        for (var value : List.of("NaN", "Infinity", "-Infinity")) {
            var made = Delivered.below(root);
            var delivery =
                    made.parquet(cur("'item'", "'" + value + "'::DOUBLE", "NULL", "range(3) r(i)"));
            var both = new Both(trino, made.bucket(), Set.of());
            assertThatThrownBy(() -> both.duckDb(delivery)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> both.athena(delivery))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("is not a number");
        }
    }

    /// Athena ends a row at each line break: it says so, and sums nothing.
    @Test
    void aLineBreakInQuotesIsReadByDuckDbAndRefusedByAthena() {
        var made = Delivered.below(root);
        var delivery =
                made.csv(
                        FOCUS
                                + row("1", "1", "2026-05-01T00:00:00Z", "{}")
                                        .replace("S3", "\"S\n3\""));
        var both = new Both(trino, made.bucket(), LABELS);
        assertThat(both.duckDb(delivery).files().getFirst().rows()).isEqualTo(1);
        assertThatThrownBy(() -> both.athena(delivery))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("or a line break in one, which Athena cannot read");
    }

    @Test
    void onlyTheManifestsFilesAreRead() throws IOException {
        var made = Delivered.below(root);
        var delivery = made.csv(FOCUS + row("1", "1", "2026-05-01T00:00:00Z", "{}"));
        var file = made.root().resolve(delivery.files().getFirst().key());
        Files.copy(file, file.resolveSibling("stray.csv.gz"));
        new Both(trino, made.bucket(), LABELS).assertSame(delivery);
    }

    private static void assertRefused(String row, String column, String problem) {
        var made = Delivered.below(root);
        var good = row("1", "1", "2026-05-01T00:00:00Z", "{}");
        var delivery = made.csv(FOCUS + good + row + good);
        var both = new Both(trino, made.bucket(), LABELS);
        assertThatThrownBy(() -> both.duckDb(delivery))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("row 3: column " + column)
                .hasMessageContaining(problem);
        assertThatThrownBy(() -> both.athena(delivery))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("column " + column)
                .hasMessageContaining(problem);
    }

    private static void assertSameBelow(Path bucket, Set<String> labels) {
        var deliveries = new Deliveries(new FolderBucket(bucket)).newest("");
        assertThat(deliveries).isNotEmpty();
        for (var delivery : deliveries) {
            new Both(trino, new FolderBucket(bucket), labels).assertSame(delivery);
            System.out.printf(
                    "the same: %s %s (%d bytes)%n",
                    delivery.export(),
                    delivery.billingPeriod().orElseThrow(),
                    delivery.files().stream().mapToLong(f -> f.bytes()).sum());
        }
    }

    private static List<ChargeGroup> groups(Charges charges) {
        return charges.periods().values().stream().flatMap(p -> p.groups().stream()).toList();
    }
}
