package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.collect.export.FolderBucket;
import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.core.cost.Execution.Totals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Real bills, whose totals were computed independently of this project.
class RealBillsTest {

    private static final Path DATA =
            Path.of(System.getProperty("glidepath.root"), "..", "shared", "data");

    @TempDir Path scratch;

    @BeforeEach
    void needsTheBills() {
        assumeThat(DATA).as("real bills, which are not part of the project").exists();
    }

    @Test
    void readsTheFocusSampleToTheLastDigit() throws IOException {
        var golden = golden("focus-1.0-sample");
        var charges = file("focus-1.0-sample/focus_sample_1.0.csv");

        assertThat(charges.format()).isEqualTo("FOCUS 1.0");
        var totals = totals(charges);
        assertThat(totals.rows()).isEqualTo(1000);
        assertEquals(totals.amounts().billed(), golden.at("/totals/BilledCost"));
        assertEquals(totals.amounts().effective(), golden.at("/totals/EffectiveCost"));
        assertEquals(totals.amounts().list(), golden.at("/totals/ListCost"));
        assertEquals(totals.amounts().contracted(), golden.at("/totals/ContractedCost"));
        assertBilledBy(
                charges, g -> g.days().start().toString(), golden.get("byChargeDay"), "BilledCost");
        assertBilledBy(
                charges,
                g -> g.dimensions().charge().category(),
                golden.get("byChargeCategory"),
                "BilledCost");
        assertBilledBy(
                charges,
                g -> g.dimensions().service().provider(),
                golden.get("byProvider"),
                "BilledCost");
    }

    @Test
    void readsTheLegacyReportToTheLastDigit() throws IOException {
        var golden = golden("legacy-cur-sample");
        var charges = file("legacy-cur-sample/sample-anonymous-aws-export-dataset.csv");

        assertThat(charges.format()).isEqualTo("CUR legacy");
        assertCur(charges, golden);
        assertBilledBy(
                charges,
                g -> g.dimensions().service().code(),
                golden.get("topProductCodes10"),
                "unblended");
    }

    @Test
    void readsCur2ToTheLastDigit() throws IOException {
        var charges = read(bucket("cur2-hourly"));

        assertThat(charges.format()).isEqualTo("CUR 2.0");
        assertThat(charges.files()).hasSize(3);
        assertCur(charges, golden("billing-bucket cur2-hourly"));
    }

    @Test
    void readsOnlyTheNewestExecutionOfACreateNewExport() throws IOException {
        var golden = golden("billing-bucket focus-daily").get("currentExecution");
        var charges = read(bucket("focus-daily"));

        assertThat(charges.files()).hasSize(2);
        assertThat(totals(charges).rows()).isEqualTo(942);
        assertEquals(totals(charges).amounts().billed(), golden.get("BilledCost"));
        assertEquals(totals(charges).amounts().list(), golden.get("ListCost"));
    }

    private void assertCur(Charges charges, JsonNode golden) {
        var amounts = totals(charges).amounts();
        assertThat(totals(charges).rows()).isEqualTo(1281);
        assertEquals(amounts.billed(), golden.at("/totals/unblended"));
        assertEquals(amounts.effective(), golden.at("/totals/amortizedCid"));
        assertEquals(amounts.list(), golden.at("/totals/publicOnDemandExclNegation"));
        assertThat(amounts.contracted()).isNull();
        assertBilledBy(
                charges, g -> g.days().start().toString(), golden.get("byUsageDay"), "unblended");
    }

    private void assertBilledBy(
            Charges charges, Function<ChargeGroup, String> key, JsonNode golden, String metric) {
        var sums =
                charges.periods().values().stream()
                        .flatMap(p -> p.groups().stream())
                        .collect(
                                Collectors.groupingBy(
                                        key,
                                        Collectors.reducing(
                                                BigDecimal.ZERO,
                                                g ->
                                                        Optional.ofNullable(g.amounts().billed())
                                                                .orElse(BigDecimal.ZERO),
                                                BigDecimal::add)));
        assertThat(golden.size()).isPositive();
        golden.properties()
                .forEach(
                        e ->
                                assertThat(sums.get(e.getKey()))
                                        .as(e.getKey())
                                        .isEqualByComparingTo(e.getValue().get(metric).asText()));
    }

    private static void assertEquals(BigDecimal actual, JsonNode expected) {
        assertThat(actual).isEqualByComparingTo(expected.asText());
    }

    private Charges file(String path) {
        var file = DATA.resolve(path);
        var bucket = new FolderBucket(file.getParent());
        return new ChargeReader(bucket, scratch, Limits.STANDARD)
                .read(
                        new Deliveries(bucket).ofFile(file.getFileName().toString()),
                        Set.of(),
                        _ -> {});
    }

    private Delivery bucket(String export) {
        return new Deliveries(new FolderBucket(DATA.resolve("billing-bucket")))
                .newest("").stream()
                        .filter(d -> d.export().equals(export))
                        .findFirst()
                        .orElseThrow();
    }

    private Charges read(Delivery delivery) {
        return new ChargeReader(
                        new FolderBucket(DATA.resolve("billing-bucket")), scratch, Limits.STANDARD)
                .read(delivery, Set.of(), _ -> {});
    }

    private static Totals totals(Charges charges) {
        return charges.periods().values().stream()
                .map(p -> p.totals().get("USD"))
                .reduce(Totals::plus)
                .orElseThrow();
    }

    private static JsonNode golden(String dataset) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(DATA.resolve("golden.json")))
                .get("datasets")
                .get(dataset);
    }
}
