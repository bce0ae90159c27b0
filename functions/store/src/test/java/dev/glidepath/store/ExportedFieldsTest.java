package dev.glidepath.store;

import static dev.glidepath.store.Sample.FIRST;
import static dev.glidepath.store.Sample.id;
import static dev.glidepath.store.Sample.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Each field that is exported is what its name says.
class ExportedFieldsTest {

    @Test
    void eachCostIsItsOwnAndExactAndAnUnknownOneIsNone() {
        var line =
                new CostLine(
                        "Infrastructure",
                        line("S3", "001", "1").dimensions(),
                        new Amounts(
                                new BigDecimal("1.5"),
                                new BigDecimal("0.0000000000000000001"),
                                new BigDecimal("3"),
                                null),
                        null,
                        4);

        assertThat(LineFields.of(List.of(line)).getFirst())
                .containsEntry("BilledCost", "1.5")
                .containsEntry("EffectiveCost", "0.0000000000000000001")
                .containsEntry("ListCost", "3")
                .containsEntry("ContractedCost", null)
                .containsEntry("PricingQuantity", null)
                .containsEntry("Rows", 4L)
                .containsEntry("Category", "Infrastructure")
                .containsEntry("Labels", Map.of("tag:team", "a:1\n"));
    }

    @Test
    void aStatementSaysItsRulesAndFiles() {
        var execution =
                Sample.of(id("aws", 1), Map.of(FIRST, List.of(line("S3", "001", "1")))).execution();

        assertThat(StatementFields.of(new Statement(execution, "plan-1", new TreeMap<>())))
                .containsEntry("allocation", "plan-1")
                .containsEntry("executionId", "execution-1")
                .containsEntry(
                        "files",
                        List.of(
                                Map.of(
                                        "name",
                                        "execution-1.parquet",
                                        "etag",
                                        "etag",
                                        "bytes",
                                        1234L,
                                        "rows",
                                        7L)));
    }

    @Test
    void aNumberIsWrittenAsItIsKept() {
        var item =
                Map.of(
                        "pk", AttributeValue.fromS("newest"),
                        "sk", AttributeValue.fromS("aws#2026-05"),
                        "revision", AttributeValue.fromN("12345678901234567890"));

        assertThat(ItemRecord.fields(item)).containsEntry("revision", "12345678901234567890");
    }
}
