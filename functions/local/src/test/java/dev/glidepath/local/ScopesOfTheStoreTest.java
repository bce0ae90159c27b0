package dev.glidepath.local;

import static dev.glidepath.local.PartsBill.ACCOUNTS;
import static dev.glidepath.local.PartsBill.WEEK;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.core.plan.Scope;
import dev.glidepath.digest.Edition;
import dev.glidepath.digest.WeeklyDigest;
import dev.glidepath.store.PlanTexts;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.Outbox;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Each recipient is mailed of their own cost, and no name of anybody else's is in it.
class ScopesOfTheStoreTest {

    private static final Instant AS_OF = Instant.parse("2026-05-13T06:00:00Z");
    private static final String PLAN =
            PartsBill.PLAN
                    + """
            recipients:
              - {email: all@example.com, scope: all}
              - {email: one@example.com, scope: {account: "100000000001"}}
              - {email: two@example.com, scope: {account: ["200000000002", "3*"]}, metric: billed}
              - {email: kestrel@example.com, scope: {tag: {team: teamkestrel}}, numbers: "1.234,56"}
              - {email: beta@example.com, scope: Betacat, metric: list, time zone: Europe/Zurich}
              - {email: nobody@example.com, scope: {account: "999999999999"}}
            """;

    @Test
    void nothingOfOthersIsInAMail() {
        for (int seed = 1; seed <= 6; seed++) {
            var lines = PartsBill.cube(new SplittableRandom(seed));
            try (var table = EmbeddedTable.inMemory()) {
                for (var edition : editions(table, lines)) {
                    assertThat(edition.finding()).isInstanceOf(Finding.Sound.class);
                    assertOwnOnly(edition, lines, "seed " + seed);
                }
            }
        }
    }

    /// Also a part whose own charges are all in order: a sum that is wrong somewhere may be wrong
    /// there.
    @Test
    void whatHoldsTheMailOfEverythingHoldsThatOfEveryPartOnce() {
        var lines = PartsBill.cube(new SplittableRandom(1));
        var strange = lines.get(WEEK.monday()).getFirst();
        lines.get(WEEK.monday())
                .add(
                        new CostLine(
                                "Deltacat",
                                new Dimensions(
                                        "USD",
                                        new Dimensions.Service("Cloud", "Strange", null),
                                        new Dimensions.SubAccount(ACCOUNTS.getLast(), null),
                                        "r9",
                                        strange.dimensions().charge(),
                                        Map.of()),
                                strange.amounts(),
                                strange.quantity(),
                                1));
        try (var table = EmbeddedTable.inMemory()) {
            assertThat(editions(table, lines))
                    .hasSize(6)
                    .allSatisfy(
                            edition ->
                                    assertThat(edition.finding())
                                            .isInstanceOfSatisfying(
                                                    Finding.Held.class,
                                                    held ->
                                                            assertThat(held.reasons())
                                                                    .filteredOn(
                                                                            r ->
                                                                                    r.contains(
                                                                                            "(Deltacat)"))
                                                                    .hasSize(1)));
        }
    }

    private static void assertOwnOnly(
            Edition edition, NavigableMap<LocalDate, List<CostLine>> lines, String seed) {
        var to = edition.recipient().email();
        var own = new TreeSet<String>();
        var others = new TreeSet<String>();
        var week = BigDecimal.ZERO;
        var metric = edition.finding().assessment().frame().basis().metric();
        for (var day : lines.entrySet()) {
            for (var line : day.getValue()) {
                boolean shown = isOwn(edition.recipient().scope(), line);
                (shown ? own : others).addAll(names(line));
                if (shown && WEEK.days().contains(day.getKey())) {
                    week = week.add(line.amounts().of(metric));
                }
            }
        }
        others.removeAll(own);
        var letter = edition.rendered().letter();
        var everything = letter.subject() + letter.html() + letter.text();
        assertThat(edition.finding().assessment().bill().counted())
                .as("%s %s", seed, to)
                .isEqualByComparingTo(week);
        assertThat(others).as("%s %s", seed, to).noneMatch(everything::contains);
        new MailParts(edition)
                .texts()
                .forEach(
                        (part, text) ->
                                assertThat(others)
                                        .as("%s %s %s", seed, to, part)
                                        .noneMatch(text::contains));
        if (!(edition.recipient().scope() instanceof Scope.All)) {
            assertThat(everything).doesNotContain("an-export-of-everything", "@example.com");
        }
        if (!own.isEmpty()) {
            assertThat(own).as("the test would see it").anyMatch(everything::contains);
            assertThat(new MailParts(edition).texts())
                    .as("the test would see it")
                    .hasEntrySatisfying(
                            "xl/sharedStrings.xml",
                            text -> assertThat(own).anyMatch(text::contains));
        }
    }

    private static boolean isOwn(Scope scope, CostLine line) {
        return switch (scope) {
            case Scope.All() -> true;
            case Scope.Categories(var names) -> names.contains(line.category());
            case Scope.Charges(var rule) -> rule.matches(line.dimensions());
        };
    }

    private static List<String> names(CostLine line) {
        var d = line.dimensions();
        var owner = "Ownerof" + line.category().replace("cat", "").toLowerCase(Locale.ROOT);
        return Stream.of(
                        d.service().name(),
                        d.subAccount().id(),
                        line.category(),
                        owner,
                        d.labels().get("tag:team"))
                .filter(name -> name != null && !name.isEmpty())
                .toList();
    }

    private List<Edition> editions(
            EmbeddedTable table, NavigableMap<LocalDate, List<CostLine>> lines) {
        var snapshots = new Snapshots(table.client(), EmbeddedTable.NAME);
        var outbox = new Outbox(table.client(), EmbeddedTable.NAME);
        var plans = new PlanTexts(table.client(), EmbeddedTable.NAME);
        var plan = ((PlanFile.Valid) PlanFile.read(PLAN)).plan();
        var digest = new WeeklyDigest(snapshots, outbox, plans, "test");
        PartsBill.record(snapshots, plan, lines, "2026-05-06T05:00:00Z", 5);
        mail(digest, outbox, plan);
        PartsBill.record(snapshots, plan, lines, "2026-05-13T05:00:00Z", 12);
        return digest.editions(plan, WEEK, AS_OF);
    }

    /// Of the week before, so that there is something to restate.
    private static void mail(WeeklyDigest digest, Outbox outbox, Plan plan) {
        var asOf = Instant.parse("2026-05-06T06:00:00Z");
        for (var edition : digest.editions(plan, WEEK.previous(), asOf)) {
            var to = edition.recipient().email();
            outbox.filed(MailKey.of(WEEK.previous(), to), to, edition.made(asOf));
        }
    }
}
