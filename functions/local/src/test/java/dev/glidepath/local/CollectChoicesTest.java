package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class CollectChoicesTest {

    private static final String HEADER =
            "BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,"
                    + "ChargePeriodEnd,ChargeCategory\n";

    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path bill;

    @BeforeEach
    void aBillOfTwoMonths() throws IOException {
        bill = folder.resolve("bill.csv");
        Files.writeString(bill, HEADER + row("1", "2026-05") + row("10", "2026-06"));
    }

    @Test
    void aDeliveryNamedTwiceCountsOnce() throws IOException {
        assertThat(collect("--export", bill.toString(), bill.toString())).isZero();
        assertThat(billed()).isEqualTo("11");
    }

    @Test
    void aFileThatStandsAloneHasPeriodsToo() throws IOException {
        assertThat(collect("--export", bill.toString(), "--period", "2026-06")).isZero();
        assertThat(billed()).isEqualTo("10");
    }

    @Test
    void aFolderMayBeALink() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link"), export());
        assertThat(collect("--export", link.toString())).isZero();
        assertThat(billed()).isEqualTo("11");
    }

    @Test
    void saysWhichPeriodsAFolderHas() throws IOException {
        assertThat(collect("--export", export().toString(), "--period", "2025-01")).isEqualTo(1);
        assertThat(err.toString()).contains("has no billing period 2025-01; it has [2026-05]");
    }

    @Test
    void aFileWithOnlyAHeaderIsSaid() throws IOException {
        Files.writeString(bill, HEADER);
        assertThat(collect("--export", bill.toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "glidepath: bill.csv: has no charges, only a header; name a file that has");
    }

    @Test
    void wrongUseIsNotTakenForAPath() {
        assertThat(collect("--export", bill.toString(), "--colour")).isEqualTo(2);
        assertThat(collect("--export", bill.toString(), "--period", "May")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Unknown option: '--colour'")
                .contains("\"May\" is not a month: write it as 2026-01")
                .doesNotContain("java.");
    }

    private Path export() throws IOException {
        var export = folder.resolve("bucket");
        var data = export.resolve("data/BILLING_PERIOD=2026-05");
        var metadata = export.resolve("metadata/BILLING_PERIOD=2026-05");
        Files.createDirectories(data);
        Files.createDirectories(metadata);
        Files.copy(bill, data.resolve("e-00001.csv"));
        Files.writeString(
                metadata.resolve("e-Manifest.json"),
                """
                {"executionId": "1", "dataFiles": ["s3://b/e/data/BILLING_PERIOD=2026-05/e-00001.csv"]}
                """);
        return export;
    }

    private static String row(String billed, String month) {
        return "%s,1,USD,%s-01,%s-03,%s-04,Usage\n".formatted(billed, month, month, month);
    }

    private int collect(String... arguments) {
        var all = new ArrayList<>(List.of("collect", "--json"));
        all.addAll(List.of("--store", folder.resolve("store").toString()));
        all.addAll(List.of(arguments));
        return Glidepath.commandLine(
                        List.of(CollectCommand.class),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private String billed() throws IOException {
        JsonNode json = new ObjectMapper().readTree(out.toString());
        return json.at("/totals/USD/billed").asText();
    }
}
