package dev.glidepath.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Assess;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.plan.Amendment;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.GlidePath.Milestone;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanChange;
import dev.glidepath.core.plan.Rule;
import dev.glidepath.core.plan.Rule.Attribute;
import dev.glidepath.core.plan.Rule.Condition;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// What a mail says of the plan itself, and what its dates and rules make of a mail.
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

    /// The next milestone's forecast is not that of one before it.
    @Test
    void aMilestoneThatIsPassedHasNoForecast() {
        var passed = new Milestone("2M", Company.START.plusMonths(2), new BigDecimal("49000"));
        var plan =
                changed(
                        Cases.halfAYear().plan(),
                        c -> {
                            var milestones = new ArrayList<>(List.of(passed));
                            milestones.addAll(c.target().milestones());
                            return new Category(
                                    c.name(),
                                    c.owner(),
                                    new GlidePath(c.target().baseline(), milestones),
                                    c.rules());
                        });

        var page = Jsoup.parse(written(plan, Cases.halfAYear(), List.of()).html());

        assertThat(page.select("tr:has(> th[scope=row]:matchesOwn(^2M))"))
                .singleElement()
                .satisfies(row -> assertThat(row.child(2).text()).isEqualTo(Figures.NONE));
    }

    @Test
    void aPartsMailHasThePartsEstimatedDaysAndNoOthers() {
        var company =
                Cases.usual()
                        .estimated("111122223333/AmazonConnect", "120")
                        .estimated("111122223333/AmazonEC2", "5100");
        var connect = List.of(new Condition(Attribute.SERVICE, List.of("AmazonConnect")));
        var plan =
                changed(
                        company.plan(),
                        c ->
                                c.name().equals("Support")
                                        ? new Category(
                                                c.name(),
                                                c.owner(),
                                                c.target(),
                                                List.of(new Rule(connect)))
                                        : c);

        var text = written(plan, company, List.of("Support")).text();

        assertThat(text).containsPattern("Support +\\$240").doesNotContain("10,200");
    }

    private static Plan changed(Plan plan, UnaryOperator<Category> change) {
        return new Plan(
                plan.id(),
                plan.basis(),
                plan.categories().stream().map(change).toList(),
                plan.scorecard(),
                plan.recipients());
    }

    private static Letter written(Plan plan, Company company, List<String> scope) {
        var finding = Assess.week(plan, Company.WEEK, scope, company.ledger());
        return DigestWriter.write(finding, company.provenance()).letter();
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
