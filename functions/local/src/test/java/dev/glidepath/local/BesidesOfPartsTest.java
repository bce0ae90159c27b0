package dev.glidepath.local;

import static dev.glidepath.local.PartsBill.ACCOUNTS;
import static dev.glidepath.local.PartsBill.WEEK;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.lever.Recommended;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.digest.Edition;
import dev.glidepath.digest.WeeklyDigest;
import dev.glidepath.store.DailyValues;
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
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Of what is known beside the bill, a recipient of a part is told what concerns it.
class BesidesOfPartsTest {

    private static final Instant LAST_MAIL = Instant.parse("2026-05-06T06:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-05-13T06:00:00Z");

    /// What is recommended to each account.
    private static final List<String> ACTIONS =
            List.of("Mothball", "Hibernate", "Decommission", "Retire");

    private static final String PLAN =
            PartsBill.PLAN
                    + """
            recipients:
              - {email: all@example.com, scope: all}
              - {email: one@example.com, scope: {account: "100000000001"}}
              - {email: two@example.com, scope: {account: ["200000000002", "3*"]}}
              - {email: kestrel@example.com, scope: {tag: {team: teamkestrel}}}
              - {email: beta@example.com, scope: Betacat}
            """;

    @Test
    void recommendationsAreThoseOfTheOwnAccounts() {
        var shown =
                letters(PLAN).entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        mail ->
                                                ACTIONS.stream()
                                                        .filter(mail.getValue()::contains)
                                                        .toList()));
        assertThat(shown)
                .containsEntry("all@example.com", ACTIONS)
                .containsEntry("one@example.com", List.of("Mothball"))
                .containsEntry("two@example.com", List.of("Hibernate", "Decommission"))
                .containsEntry("kestrel@example.com", List.of())
                .containsEntry("beta@example.com", List.of());
    }

    @Test
    void aChangeOfThePlanIsToldToThoseWhomItConcerns() {
        var before =
                PLAN.replace(
                        "Gammacat, owner: Ownerofgamma, baseline: 9K",
                        "Gammacat, owner: Ownerofgamma, baseline: 8888");
        var letters = letters(before);
        assertThat(letters.get("all@example.com")).contains("8,888");
        letters.remove("all@example.com");
        assertThat(letters.values()).hasSize(4).noneMatch(letter -> letter.contains("8,888"));
    }

    /// What each is mailed, after a mail a week before under another plan.
    private static Map<String, String> letters(String before) {
        try (var table = EmbeddedTable.inMemory()) {
            var snapshots = new Snapshots(table.client(), EmbeddedTable.NAME);
            var outbox = new Outbox(table.client(), EmbeddedTable.NAME);
            var plans = new PlanTexts(table.client(), EmbeddedTable.NAME);
            var digest = new WeeklyDigest(snapshots, outbox, plans, "test");
            var lines = PartsBill.cube(new SplittableRandom(1));
            PartsBill.record(snapshots, plan(before), lines, "2026-05-06T05:00:00Z", 5);
            plans.keep(plan(before).id(), before);
            for (var edition : digest.editions(plan(before), WEEK.previous(), LAST_MAIL)) {
                var to = edition.recipient().email();
                outbox.filed(MailKey.of(WEEK.previous(), to), to, edition.made(LAST_MAIL));
            }
            PartsBill.record(snapshots, plan(PLAN), lines, "2026-05-13T05:00:00Z", 12);
            recommend(snapshots, WEEK.sunday());
            return digest.editions(plan(PLAN), WEEK, AS_OF).stream()
                    .collect(
                            Collectors.toMap(
                                    edition -> edition.recipient().email(),
                                    BesidesOfPartsTest::letter));
        }
    }

    private static String letter(Edition edition) {
        var letter = edition.rendered().letter();
        return letter.html() + letter.text();
    }

    private static void recommend(Snapshots snapshots, LocalDate day) {
        var groups =
                IntStream.range(0, ACTIONS.size())
                        .mapToObj(
                                i ->
                                        new Recommended.Group(
                                                ACCOUNTS.get(i),
                                                ACTIONS.get(i),
                                                "Low",
                                                "USD",
                                                1,
                                                BigDecimal.valueOf(100)))
                        .toList();
        var series = new TreeMap<String, NavigableMap<LocalDate, BigDecimal>>();
        new Recommended(day, groups)
                .series(List.of())
                .forEach((name, number) -> series.put(name, new TreeMap<>(Map.of(day, number))));
        snapshots
                .values()
                .record(
                        DailyValues.Kind.RECOMMENDED,
                        series,
                        () -> Instant.parse("2026-05-12T05:00:00Z"));
    }

    private static Plan plan(String text) {
        return ((PlanFile.Valid) PlanFile.read(text)).plan();
    }
}
