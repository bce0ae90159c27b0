package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.local.generate.Delivery;
import dev.glidepath.local.generate.Export;
import dev.glidepath.local.generate.Truth;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// The generated company knows its own truth; the product is held to it.
class TruthOfTheStoreTest {

    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir private Path folder;

    @Test
    void everyDaysCategoriesAreTheTruthInEachFormat() throws IOException {
        for (var export : List.of(Export.CUR2_ORG, Export.FOCUS_ORG, Export.SAAS_WORKPLACE)) {
            var months = Months.of(folder, 2, export);
            var deliveries = months.deliver(months.company().deliveryDays());
            try (var table = EmbeddedTable.inMemory()) {
                var snapshots = new Snapshots(table.client(), EmbeddedTable.NAME);
                newest(deliveries).forEach(d -> months.collect(snapshots, d));
                assertThat(sums(snapshots, LATER))
                        .as(export.name())
                        .isEqualTo(sums(months.company().truth().lines(export.title())));
            }
        }
    }

    @Test
    void anyOrderOfDeliveriesEndsTheSameAndThePastStaysAsItWas() throws IOException {
        var months = Months.of(folder, 1, Export.CUR2_ORG);
        var random = new Random(5);
        try (var inOrder = EmbeddedTable.inMemory();
                var shuffled = EmbeddedTable.inMemory()) {
            var first = new Snapshots(inOrder.client(), EmbeddedTable.NAME);
            var deliveries = new ArrayList<Delivery>();
            var then = new TreeMap<Instant, Map<String, BigDecimal>>();
            for (var day : months.company().deliveryDays().subList(0, 10)) {
                for (var delivery : months.deliver(List.of(day))) {
                    months.collect(first, delivery);
                    deliveries.add(own(delivery));
                    then.put(delivery.delivered(), sums(first, LATER));
                }
            }
            then.forEach((at, sums) -> assertThat(sums(first, at)).isEqualTo(sums));

            Collections.shuffle(deliveries, random);
            var second = new Snapshots(shuffled.client(), EmbeddedTable.NAME);
            deliveries.forEach(d -> months.collect(second, d));
            deliveries.subList(0, 5).forEach(d -> months.collect(second, d));
            assertThat(sums(second, LATER)).isEqualTo(sums(first, LATER));
        }
    }

    /// A later delivery of a billing period writes over the manifest beside the executions.
    private static List<Delivery> newest(List<Delivery> deliveries) {
        var newest = new TreeMap<String, Delivery>();
        deliveries.forEach(d -> newest.put(d.billingPeriod().toString(), d));
        return List.copyOf(newest.values());
    }

    /// The manifest of its own execution, which stays.
    private static Delivery own(Delivery delivery) throws IOException {
        try (var below = java.nio.file.Files.walk(delivery.manifest().getParent(), 2)) {
            var manifest =
                    below.filter(p -> p.toString().contains(delivery.executionId()))
                            .filter(p -> p.toString().endsWith("-Manifest.json"))
                            .findFirst()
                            .orElseThrow();
            return new Delivery(
                    delivery.export(),
                    delivery.billingPeriod(),
                    delivery.executionId(),
                    delivery.delivered(),
                    manifest);
        }
    }

    private static Map<String, BigDecimal> sums(Snapshots snapshots, Instant asOf) {
        var sums = new TreeMap<String, BigDecimal>();
        snapshots
                .days(Months.START.minusYears(1), Months.START.plusYears(1), asOf)
                .forEach((day, lines) -> lines.forEach(line -> add(sums, day, line)));
        return normalised(sums);
    }

    private static void add(Map<String, BigDecimal> sums, LocalDate day, CostLine line) {
        var kind = kind(line.dimensions().charge().category());
        sums.merge(
                day + line.category() + kind + "billed", line.amounts().billed(), BigDecimal::add);
        sums.merge(
                day + line.category() + kind + "effective",
                line.amounts().effective(),
                BigDecimal::add);
    }

    private static Map<String, BigDecimal> sums(List<Truth.Line> truth) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var line : truth) {
            var kind = kind(line.chargeCategory());
            sums.merge(
                    line.day() + line.category() + kind + "billed", line.billed(), BigDecimal::add);
            sums.merge(
                    line.day() + line.category() + kind + "effective",
                    line.effective(),
                    BigDecimal::add);
        }
        return normalised(sums);
    }

    /// Formats call the other kinds differently: what is a purchase in one is usage in the other.
    private static String kind(String chargeCategory) {
        return Set.of("Tax", "Credit").contains(chargeCategory) ? chargeCategory : "Charge";
    }

    private static Map<String, BigDecimal> normalised(Map<String, BigDecimal> sums) {
        var normalised = new TreeMap<String, BigDecimal>();
        sums.forEach(
                (key, amount) -> {
                    if (amount.signum() != 0) {
                        normalised.put(key, amount.stripTrailingZeros());
                    }
                });
        return normalised;
    }
}
