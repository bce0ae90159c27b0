package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.savings.Saving;
import dev.glidepath.core.savings.Saving.State;
import dev.glidepath.core.savings.Savings;
import dev.glidepath.digest.WeeklyDigest;
import dev.glidepath.local.generate.Delivery;
import dev.glidepath.local.generate.Event;
import dev.glidepath.local.generate.Export;
import dev.glidepath.local.generate.Truth;
import dev.glidepath.store.PlanTexts;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.store.outbox.Outbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the generated company did to save is what the bill is said to show, and no more.
class SavingsOfTheStoreTest {

    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final LocalDate AS_OF = LocalDate.of(2026, 5, 31);
    private static final Set<String> NO_COST = Set.of("Tax", "Credit", "Adjustment");

    /// Each is the only thing that happens to its service in its category.
    private static final Map<String, String> PLANTED =
            Map.of(
                    "Record fewer resource types", "AWS Config",
                    "Fewer Chartlight credits", "Chartlight",
                    "Compress what the CDN serves", "Amazon CloudFront");

    @TempDir private Path folder;

    @Test
    void findsWhatWasPlantedOnItsDayAndWithItsAmount() throws IOException {
        var months = Months.of(folder, 6, Export.CUR2_ORG, Export.SAAS_WORKPLACE);
        var known = known(months);
        var truth = months.company().truth();

        for (var planted : PLANTED.entrySet()) {
            var event = event(truth, planted.getKey());
            var saving = saving(known, event.category(), planted.getValue());
            assertThat(saving.state()).as(planted.getKey()).isEqualTo(State.CONFIRMED);
            assertThat(saving.since()).as(planted.getKey()).isEqualTo(event.from());
            assertThat(perMonth(saving.amount().recent()))
                    .as(planted.getKey())
                    .isCloseTo(
                            event.amount().negate(),
                            within(event.amount().abs().multiply(new BigDecimal("0.06"))));
        }
        assertThat(actual(known)).isEqualTo(cost(truth));
    }

    private static Map<String, BigDecimal> actual(Savings.Known known) {
        var actual = new TreeMap<String, BigDecimal>();
        known.lines()
                .forEach(
                        line ->
                                actual.put(
                                        line.category(),
                                        line.actual().sinceStart().stripTrailingZeros()));
        return actual;
    }

    private Savings.Known known(Months months) throws IOException {
        try (var table = EmbeddedTable.inMemory()) {
            var snapshots = new Snapshots(table.client(), EmbeddedTable.NAME);
            var newest = new TreeMap<String, Delivery>();
            months.deliver(bills(months))
                    .forEach(d -> newest.put(d.export() + d.billingPeriod(), d));
            newest.values().forEach(d -> months.collect(snapshots, d));
            var plan = PlanPath.shipped().plan();
            var edition =
                    new WeeklyDigest(
                                    snapshots,
                                    new Outbox(table.client(), EmbeddedTable.NAME),
                                    new PlanTexts(table.client(), EmbeddedTable.NAME),
                                    "test")
                            .editions(plan, Week.of(AS_OF), LATER)
                            .getFirst();
            return (Savings.Known) edition.finding().assessment().programme().savings();
        }
    }

    /// On the 8th the bill of the month before is final.
    private static List<LocalDate> bills(Months months) {
        return months.company().deliveryDays().stream()
                .filter(day -> day.getDayOfMonth() == 8)
                .toList();
    }

    private static Event event(Truth truth, String name) {
        return truth.events().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    private static Saving saving(Savings.Known known, String category, String service) {
        return known.lines().stream()
                .flatMap(line -> line.savings().stream())
                .filter(s -> s.source().category().equals(category))
                .filter(s -> String.valueOf(s.source().service()).startsWith(service))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no saving of " + service + " in " + known));
    }

    private static Map<String, BigDecimal> cost(Truth truth) {
        var cost = new TreeMap<String, BigDecimal>();
        for (var export : List.of("cur2-org", "saas-workplace")) {
            truth.lines(export).stream()
                    .filter(l -> !NO_COST.contains(l.chargeCategory()))
                    .filter(l -> !l.day().isAfter(AS_OF) && !l.day().isBefore(Months.START))
                    .forEach(l -> cost.merge(l.category(), l.effective(), BigDecimal::add));
        }
        cost.replaceAll((_, amount) -> amount.stripTrailingZeros());
        return cost;
    }

    private static BigDecimal perMonth(BigDecimal recent) {
        return recent.multiply(new BigDecimal("30.4375"))
                .divide(BigDecimal.valueOf(28), 6, RoundingMode.HALF_UP);
    }
}
