package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

class CollectCommandTest {

    private static final Path BILLS =
            Path.of(System.getProperty("glidepath.root"), "..", "shared", "data");

    private static final String HEADER =
            "BilledCost,EffectiveCost,ListCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,"
                    + "ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName\n";

    @TempDir private Path folder;
    private Cli cli;

    @BeforeEach
    void newStore() {
        cli = new Cli(folder.resolve("store"));
    }

    @Test
    void printsRealBillsToTheLastDigit() throws IOException {
        assumeThat(BILLS).as("real bills, which are not part of the project").exists();
        var golden =
                new ObjectMapper()
                        .readTree(Files.readString(BILLS.resolve("golden.json")))
                        .get("datasets");
        var outcome = cli.collect(List.of(), BILLS.resolve("billing-bucket"));

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.json().get("executions")).hasSize(2);
        assertThat(decimal(outcome.json().at("/totals/USD/billed")))
                .isEqualByComparingTo(
                        decimal(golden.at("/billing-bucket cur2-hourly/totals/unblended"))
                                .add(
                                        decimal(
                                                golden.at(
                                                        "/billing-bucket focus-daily/currentExecution/BilledCost"))));
        var sample =
                cli.collect(List.of(), BILLS.resolve("focus-1.0-sample/focus_sample_1.0.csv"))
                        .json();
        golden.at("/focus-1.0-sample/byChargeDay")
                .properties()
                .forEach(
                        day ->
                                assertThat(
                                                decimal(
                                                        sample.at(
                                                                "/byChargeDay/"
                                                                        + day.getKey()
                                                                        + "/USD/billed")))
                                        .as(day.getKey())
                                        .isEqualByComparingTo(
                                                decimal(day.getValue().get("BilledCost"))));
    }

    @Test
    void theSecondTimeNothingIsReadAndTheSameIsSaid() throws IOException {
        var bill = bill("bill.csv", row("2026-05-01", "10.10", "2026-05-03"));
        var first = cli.collect(List.of(), bill);
        var second = cli.collect(List.of(), bill);

        assertThat(outcomes(first)).containsExactly("recorded");
        assertThat(outcomes(second)).containsExactly("unchanged");
        assertThat(second.json().get("totals")).isEqualTo(first.json().get("totals"));
        assertThat(second.json().get("byChargeDay")).isEqualTo(first.json().get("byChargeDay"));
    }

    @Test
    void anOlderDeliveryIsReadButNotRecorded() throws IOException {
        var bill = bill("bill.csv", row("2026-05-01", "10", "2026-05-03"));
        cli.collect(List.of(), bill);
        bill("bill.csv", row("2026-05-01", "99", "2026-05-03"));
        Files.setLastModifiedTime(bill, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        var late = cli.collect(List.of(), bill);

        assertThat(outcomes(late)).containsExactly("superseded");
        assertThat(late.json().at("/totals/USD/billed").asText()).isEqualTo("99");
    }

    @Test
    void aDeliveryWhoseFilesWereMendedIsReadAgain() throws IOException {
        var data = folder.resolve("x/data/billing_period=2026-05");
        var metadata = folder.resolve("x/metadata/billing_period=2026-05");
        Files.createDirectories(data);
        Files.createDirectories(metadata);
        Files.writeString(
                metadata.resolve("x-Manifest.json"),
                "{\"executionId\": \"e\", \"dataFiles\":"
                        + " [\"s3://b/x/data/billing_period=2026-05/x-00001.csv\"]}");
        var part = data.resolve("x-00001.csv");
        Files.writeString(part, HEADER + row("2026-05-01", "10", "2026-05-03"));
        assertThat(outcomes(cli.collect(List.of(), folder.resolve("x"))))
                .containsExactly("recorded");
        assertThat(outcomes(cli.collect(List.of(), folder.resolve("x"))))
                .containsExactly("unchanged");

        Files.writeString(part, HEADER + row("2026-05-01", "11", "2026-05-03"));
        var mended = cli.collect(List.of(), folder.resolve("x"));
        assertThat(outcomes(mended)).containsExactly("recorded");
        assertThat(
                        cli.collect(List.of(), folder.resolve("x"))
                                .json()
                                .at("/totals/USD/billed")
                                .asText())
                .isEqualTo("11");
    }

    @Test
    void unknownIsNullAndNothingIsRoundedOff() throws IOException {
        var bill =
                bill(
                        "bill.csv",
                        row("2026-05-01", "0.0000000000000000000000000000123", "2026-05-03")
                                .replace(",1.5,", ",,"));
        var usd = cli.collect(List.of(), bill).json().at("/totals/USD");

        assertThat(usd.get("billed").asText()).isEqualTo("0.0000000000000000000000000000123");
        assertThat(usd.get("list").isNull()).isTrue();
        assertThat(usd.get("contracted").isNull()).isTrue();
        assertThat(usd.get("rows").isNumber()).isTrue();
    }

    @Test
    void aRefusedExportIsOneLineAndLeavesTheOthers() throws IOException {
        var good = bill("good.csv", row("2026-05-01", "10", "2026-05-03"));
        var bad = bill("bad.csv", row("2026-05-01", "ten", "2026-05-03"));
        var outcome = cli.collect(List.of(), bad, good);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors())
                .singleElement()
                .asString()
                .startsWith("glidepath: bad.csv: row 2: column BilledCost: 'ten' is not a number");
        assertThat(outcomes(outcome)).containsExactly("recorded");
        assertThat(cli.collect(List.of(), good).json().at("/totals/USD/billed").asText())
                .isEqualTo("10");
    }

    @Test
    void twoFilesOfOneNameDoNotReplaceEachOther() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b"));
        var a = bill("a/bill.csv", row("2026-05-01", "10", "2026-05-03"));
        var b = bill("b/bill.csv", row("2026-05-01", "20", "2026-05-03"));
        var outcome = cli.collect(List.of(), a, b);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors())
                .singleElement()
                .asString()
                .contains("b/bill.csv: is called bill as", "rename one");
        assertThat(outcome.json().at("/totals/USD/billed").asText()).isEqualTo("10");
    }

    @Test
    void aPlanCountsOneCurrency() throws IOException {
        var bill =
                bill(
                        "bill.csv",
                        row("2026-05-01", "10", "2026-05-03")
                                + row("2026-05-01", "7", "2026-05-03").replace("USD", "EUR"));
        var plan = PlanPath.shipped().path().toString();

        assertThat(cli.collect(List.of("--plan", plan), bill).errors())
                .singleElement()
                .asString()
                .contains("bill.csv: has charges in EUR, and the plan counts USD");
        var totals = cli.collect(List.of(), bill).json().get("totals");
        assertThat(totals.at("/USD/billed").asText()).isEqualTo("10");
        assertThat(totals.at("/EUR/billed").asText()).isEqualTo("7");
    }

    @Test
    void aPlansNewRulesMoveWhatIsThereAlready() throws IOException {
        var bill = bill("bill.csv", row("2026-05-01", "10", "2026-05-03"));
        assertThat(cli.collect(List.of(), bill).json().get("byCategory").has("Unallocated"))
                .isTrue();
        var plan = PlanPath.shipped().path().toString();
        var moved = cli.collect(List.of("--plan", plan), bill);

        assertThat(outcomes(moved)).containsExactly("recorded");
        assertThat(moved.json().at("/byCategory/Operational/USD/billed").asText()).isEqualTo("10");
    }

    @Test
    void aPathWithoutExportsSaysWhatToName() {
        var outcome = cli.collect(List.of(), folder.resolve("nothing"));
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).singleElement().asString().contains("no such file or folder");
        assertThat(cli.collect(List.of(), folder).errors())
                .singleElement()
                .asString()
                .contains("no manifest of an export below it");
        assertThat(cli.run("collect").exitCode()).isEqualTo(2);
    }

    private static List<String> outcomes(Cli.Outcome outcome) {
        return outcome.json().get("executions").findValuesAsText("outcome");
    }

    private static BigDecimal decimal(JsonNode text) {
        return new BigDecimal(text.asText());
    }

    private static String row(String billingPeriod, String billed, String day) {
        return "%s,1,1.5,USD,%sT00:00:00Z,%sT00:00:00Z,%sT01:00:00Z,Usage,Hubline,Hubline CRM%n"
                .formatted(billed, billingPeriod, day, day);
    }

    private Path bill(String name, String rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + rows);
    }
}
