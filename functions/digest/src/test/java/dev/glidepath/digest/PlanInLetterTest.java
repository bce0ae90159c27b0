package dev.glidepath.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Assess;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.plan.Amendment;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanChange;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a mail says of the plan itself.
class PlanInLetterTest {

    @Test
    void whatChangedInThePlanStandsBesideItsReason() {
        List<PlanChange> changes =
                List.of(
                        new PlanChange.Amount(
                                "Support",
                                "6M (2026-07-01)",
                                Optional.of(BigDecimal.valueOf(25_000)),
                                Optional.of(BigDecimal.valueOf(24_000))),
                        new PlanChange.Stated("", "the tolerance"),
                        new PlanChange.Count("recipients", 2, 3),
                        new PlanChange.Reason(
                                new Amendment(LocalDate.of(2026, 5, 4), "<b>Moved</b> early")));

        for (var said : told(changes)) {
            assertThat(said)
                    .contains(
                            "Support, 6M (2026-07-01): $24,000 instead of $25,000.",
                            "Changed: the tolerance.",
                            "Changed: recipients, 3 instead of 2.",
                            "Why, 2026-05-04: <b>Moved</b> early",
                            "the targets are set in billed cost",
                            "Not received: the mail of 2026-W18 to b@example.com bounced.");
        }
    }

    @Test
    void twelveChangesAreToldAndTheOthersCounted() {
        var changes = IntStream.rangeClosed(1, 15).mapToObj(PlanInLetterTest::stated).toList();
        for (var said : told(changes)) {
            assertThat(said).contains("Changed: point 12. And 3 more.").doesNotContain("point 13");
        }
        for (var said : told(changes.subList(0, 12))) {
            assertThat(said).contains("Changed: point 12.").doesNotContain(" more.");
        }
    }

    /// Of three weeks there is nothing that a saving would be held against.
    @Test
    void whatAnInitiativeHasBroughtIsNotZeroWhereItIsNotKnown() {
        var text = Cases.write(Programmes.ofThreeWeeks()).letter().text();
        assertThat(text).containsPattern("Fewer tools +\\$12,500 +– +–");
    }

    private static PlanChange stated(int number) {
        return new PlanChange.Stated("", "point " + number);
    }

    /// As text and as HTML shows it.
    private static List<String> told(List<PlanChange> changes) {
        var letterhead =
                new Letterhead(
                        new Plan.Recipient("a@example.com", List.of()),
                        Optional.empty(),
                        List.of(new Unread(Company.WEEK.previous(), "b@example.com", "bounced")),
                        new PlanNews(Metric.BILLED, changes, false));
        var company = Cases.usual();
        var finding = Assess.week(company.plan(), Company.WEEK, List.of(), company.ledger());
        var letter = DigestWriter.write(finding, company.provenance().to(letterhead)).letter();
        return List.of(
                letter.text().replaceAll("\\s+", " "), Jsoup.parse(letter.html()).body().text());
    }
}
