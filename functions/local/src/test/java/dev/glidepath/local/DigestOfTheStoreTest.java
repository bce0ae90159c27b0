package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.digest.Edition;
import dev.glidepath.digest.WeeklyDigest;
import dev.glidepath.local.generate.Export;
import dev.glidepath.store.PlanTexts;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.store.outbox.Outbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

class DigestOfTheStoreTest {

    @TempDir private Path folder;
    private EmbeddedTable table;
    private Snapshots snapshots;
    private Outbox outbox;
    private WeeklyDigest digest;
    private final Plan plan = PlanPath.shipped().plan();

    @BeforeEach
    void newStore() {
        table = EmbeddedTable.inMemory();
        snapshots = new Snapshots(table.client(), EmbeddedTable.NAME);
        outbox = new Outbox(table.client(), EmbeddedTable.NAME);
        digest =
                new WeeklyDigest(
                        snapshots,
                        outbox,
                        new PlanTexts(table.client(), EmbeddedTable.NAME),
                        "test");
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void aPastDigestIsMadeAgainByteForByteAfterAMonthWasRestated() throws IOException {
        var months = Months.of(folder, 2, Export.CUR2_ORG, Export.SAAS_WORKPLACE);
        var days = months.company().deliveryDays();
        months.deliver(days.subList(0, 22)).forEach(d -> months.collect(snapshots, d));
        var asOf = days.get(21).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var week = digest.newestWeek(plan, asOf);
        var then = digest.editions(plan, week, asOf);

        for (var day : days.subList(22, 26)) {
            months.deliver(List.of(day)).forEach(d -> months.collect(snapshots, d));
        }

        assertThat(letters(digest.editions(plan, week, asOf))).isEqualTo(letters(then));
        var later = asOf.plusSeconds(20L * 24 * 3600);
        assertThat(letters(digest.editions(plan, week, later))).isNotEqualTo(letters(then));
    }

    @Test
    void everyReceiptClosesAndEachRecipientSeesTheirScope() throws IOException {
        var months = Months.of(folder, 2, Export.CUR2_ORG, Export.SAAS_WORKPLACE);
        var days = months.company().deliveryDays();
        months.deliver(days.subList(0, 22)).forEach(d -> months.collect(snapshots, d));
        var asOf = days.get(21).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var editions = digest.editions(plan, digest.newestWeek(plan, asOf), asOf);

        assertThat(editions).hasSameSizeAs(plan.recipients());
        for (var edition : editions) {
            assertThat(edition.finding()).isInstanceOf(Finding.Sound.class);
            assertThat(edition.finding().assessment().checks())
                    .isNotEmpty()
                    .allMatch(check -> check.left().compareTo(check.right()) == 0)
                    .anyMatch(check -> check.left().compareTo(BigDecimal.ZERO) != 0);
            assertThat(edition.finding().assessment().frame().scope())
                    .isEqualTo(edition.recipient().scope().words());
        }
    }

    @Test
    void aWeekThatIsNotSettledIsHeld() throws IOException {
        var months = Months.of(folder, 1, Export.SAAS_WORKPLACE);
        var days = months.company().deliveryDays();
        months.deliver(days.subList(0, 6)).forEach(d -> months.collect(snapshots, d));
        var asOf = days.get(5).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var editions = digest.editions(plan, Week.of(days.get(5)), asOf);

        assertThat(editions.getFirst().finding())
                .isInstanceOfSatisfying(
                        Finding.Held.class,
                        held -> assertThat(held.reasons().getFirst()).contains("settled through"));
        assertThat(editions.getFirst().rendered().letter().subject()).contains("[held]");
    }

    @Test
    void otherRulesThanThePlansHoldIt() throws IOException {
        var months = Months.of(folder, 2, Export.SAAS_WORKPLACE);
        var days = months.company().deliveryDays();
        months.deliver(days.subList(0, 22)).forEach(d -> months.collect(snapshots, d));
        var asOf = days.get(21).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var fewer =
                new Plan(
                        plan.id(),
                        plan.basis(),
                        plan.categories().reversed(),
                        plan.scorecard(),
                        plan.recipients());

        assertThat(digest.editions(fewer, digest.newestWeek(fewer, asOf), asOf))
                .allSatisfy(
                        edition ->
                                assertThat(edition.finding())
                                        .isInstanceOfSatisfying(
                                                Finding.Held.class,
                                                held ->
                                                        assertThat(held.reasons().getLast())
                                                                .contains(
                                                                        "other rules than this"
                                                                                + " plan's",
                                                                        "collect again")));
    }

    @Test
    void aWeekBeforeThePlanIsHeld() throws IOException {
        var months = Months.of(folder, 1, Export.SAAS_WORKPLACE);
        var days = months.company().deliveryDays();
        months.deliver(days.subList(0, 6)).forEach(d -> months.collect(snapshots, d));
        var asOf = days.get(5).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var before = Week.of(Months.START).minus(1);
        var edition = digest.editions(plan, before, asOf).getFirst();

        assertThat(edition.finding())
                .isInstanceOfSatisfying(
                        Finding.Held.class,
                        held ->
                                assertThat(held.reasons().getFirst())
                                        .contains("the plan begins on"));
        assertThat(edition.rendered().letter().text())
                .contains("No day of week 52 is settled and known yet");
    }

    @Test
    void withoutAnythingCollectedThereIsNoDigest() {
        assertThatThrownBy(() -> digest.newestWeek(plan, Instant.parse("2026-05-01T00:00:00Z")))
                .hasMessageContaining("collect first");
    }

    private static List<String> letters(List<Edition> editions) {
        return editions.stream()
                .map(e -> e.rendered().letter().html() + e.rendered().receipt().json())
                .toList();
    }
}
