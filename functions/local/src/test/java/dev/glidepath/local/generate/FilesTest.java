package dev.glidepath.local.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.Execution;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

class FilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-20", "2026-04-08"})
    void isWhatTheFilesSay(String day, @TempDir Path out) throws IOException, SQLException {
        var company = Company.of(TruthTest.SIX_MONTHS);
        var deliveries = company.deliver(LocalDate.parse(day), out);
        var truth = company.truth(LocalDate.parse(day));

        for (var delivery : deliveries) {
            var bill = bill(truth, delivery);
            switch (delivery.export()) {
                case "cur2-org" -> assertCur(delivery, out, bill);
                case "legacy-org" -> assertLegacy(delivery, out, bill);
                case "focus-org" -> assertFocus(delivery, out, bill);
                default -> assertCsv(delivery, out, bill);
            }
        }
    }

    @Test
    void saysTheSameOfEveryChargePeriodInCurAndInFocus(@TempDir Path out)
            throws IOException, SQLException {
        var deliveries = Company.of(TruthTest.SIX_MONTHS).deliver(LocalDate.of(2026, 4, 16), out);
        var cur = files(deliveries, "cur2-org", out);
        var focus = files(deliveries, "focus-org", out);
        assertThat(
                        Read.rows(
                                perPeriod(
                                        "line_item_usage_start_date",
                                        "line_item_usage_end_date",
                                        "line_item_unblended_cost",
                                        Read.AMORTIZED,
                                        cur)))
                .hasSizeGreaterThan(16)
                .isEqualTo(
                        Read.rows(
                                perPeriod(
                                        "ChargePeriodStart",
                                        "ChargePeriodEnd",
                                        "BilledCost",
                                        "EffectiveCost",
                                        focus)));
    }

    private static String files(List<Delivery> deliveries, String export, Path out)
            throws IOException {
        var delivery =
                deliveries.stream()
                        .filter(d -> d.export().equals(export))
                        .findFirst()
                        .orElseThrow();
        return Read.parquet(Read.files(delivery, out));
    }

    private static String perPeriod(
            String start, String end, String billed, String effective, String from) {
        return """
        SELECT %1$s, %2$s, sum(CAST(CAST(%3$s AS VARCHAR) AS DECIMAL(38, 12))),
          round(sum(CAST(CAST(%4$s AS VARCHAR) AS DECIMAL(38, 12))), 9)
        FROM %5$s GROUP BY 1, 2 ORDER BY 1, 2"""
                .formatted(start, end, billed, effective, from);
    }

    @Test
    void writesTheMannersOfRealSellers(@TempDir Path out) throws IOException {
        var deliveries = Company.of(TruthTest.SIX_MONTHS).deliver(LocalDate.of(2026, 1, 10), out);
        for (var delivery : deliveries) {
            if (delivery.export().equals("saas-helpdesk")) {
                var file = Read.files(delivery, out).getFirst();
                assertThat(Read.text(file))
                        .startsWith("\uFEFF")
                        .containsPattern(",\\d\\.\\d+E-\\d,");
            }
            if (delivery.export().equals("saas-workplace")) {
                var file = Read.files(delivery, out).getFirst();
                assertThat(Read.text(file)).contains(",NULL,").contains("\"USD\"");
            }
        }
    }

    private static void assertCur(Delivery delivery, Path out, Truth.Bill bill)
            throws IOException, SQLException {
        var from = Read.parquet(Read.files(delivery, out));
        var rows =
                Read.rows(
                        """
                        SELECT CAST(line_item_unblended_cost AS VARCHAR),
                          CASE WHEN line_item_line_item_type = 'SavingsPlanRecurringFee'
                            THEN CAST(CAST(CAST(savings_plan_total_commitment_to_date AS VARCHAR)
                                AS DECIMAL(38, 12))
                              - CAST(CAST(savings_plan_used_commitment AS VARCHAR)
                                AS DECIMAL(38, 12)) AS VARCHAR)
                            ELSE CAST(%s AS VARCHAR) END,
                          CASE WHEN line_item_line_item_type = 'SavingsPlanNegation' THEN '0'
                            ELSE CAST(pricing_public_on_demand_cost AS VARCHAR) END
                        FROM %s"""
                                .formatted(Read.AMORTIZED, from));
        assertThat(rows).hasSize((int) bill.rows());
        assertSum(rows, 0, Read.known(bill.totals().billed()));
        assertSum(rows, 1, Read.known(bill.totals().effective()));
        assertSum(rows, 2, Read.known(bill.totals().list()));
    }

    private static void assertFocus(Delivery delivery, Path out, Truth.Bill bill)
            throws IOException, SQLException {
        var rows =
                Read.rows(
                        "SELECT BilledCost, EffectiveCost, ListCost, ContractedCost FROM "
                                + Read.parquet(Read.files(delivery, out)));
        assertThat(rows).hasSize((int) bill.rows());
        assertSum(rows, 0, Read.known(bill.totals().billed()));
        assertSum(rows, 1, Read.known(bill.totals().effective()));
        assertSum(rows, 2, Read.known(bill.totals().list()));
        assertSum(rows, 3, Read.known(bill.totals().contracted()));
    }

    private static void assertCsv(Delivery delivery, Path out, Truth.Bill bill) throws IOException {
        var rows = Read.csv(Read.files(delivery, out));
        assertThat(rows).hasSize((int) bill.rows());
        assertThat(Read.sum(rows, "BilledCost"))
                .isEqualByComparingTo(Read.known(bill.totals().billed()));
        assertThat(Read.sum(rows, "EffectiveCost"))
                .isEqualByComparingTo(Read.known(bill.totals().effective()));
        assertThat(Read.sum(rows, "ListCost"))
                .isEqualByComparingTo(Read.known(bill.totals().list()));
        boolean old = delivery.export().equals("saas-workplace");
        assertThat(rows.getFirst().getHeader().contains("ProviderName")).isEqualTo(old);
        assertThat(rows.getFirst().getHeader().contains("ServiceProviderName")).isNotEqualTo(old);
    }

    private static void assertLegacy(Delivery delivery, Path out, Truth.Bill bill)
            throws IOException {
        var bucket = out.resolve("billing-bucket");
        var keys = Read.manifest(delivery).get("reportKeys");
        var files = keys.valueStream().map(key -> bucket.resolve(key.asText())).toList();
        var rows = Read.csv(files);
        assertThat(rows).hasSize((int) bill.rows());
        assertThat(Read.sum(rows, "lineItem/UnblendedCost"))
                .isEqualByComparingTo(Read.known(bill.totals().billed()));
        assertThat(rows.stream().map(row -> row.getField("resourceTags/user:team")))
                .contains("platform", "data", "growth", "");
    }

    private static Truth.Bill bill(Truth truth, Delivery delivery) {
        var id =
                new Execution.Id(
                        delivery.export(),
                        delivery.billingPeriod(),
                        delivery.executionId(),
                        delivery.delivered());
        return truth.bills().stream().filter(b -> b.id().equals(id)).findFirst().orElseThrow();
    }

    private static void assertSum(List<List<String>> rows, int column, BigDecimal expected) {
        assertThat(Read.sum(rows, column)).isEqualByComparingTo(expected);
    }
}
