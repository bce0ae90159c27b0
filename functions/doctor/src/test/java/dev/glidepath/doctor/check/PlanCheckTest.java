package dev.glidepath.doctor.check;

import static dev.glidepath.doctor.Severity.PROBLEM;
import static dev.glidepath.doctor.Severity.WARNING;
import static dev.glidepath.doctor.check.SmallPlan.PLAN;
import static dev.glidepath.doctor.check.SmallPlan.plan;

import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.Plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;

class PlanCheckTest {

    @Test
    void allIsFine() {
        seen(PLAN, "2026-05-12").isAllFine();
    }

    @Test
    void aPlanForNobodyIsAProblem() {
        seen(with(plan(PLAN).categories(), List.of()))
                .isOnly("recipients", PROBLEM, "names no recipient", "add recipients:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cfo@example.com", "cfo@mail.example.org", "cfo@Example.net"})
    void anAddressOfTheExampleIsAProblem(String address) {
        seen(PLAN.replace("cfo@acme.com", address), "2026-05-12")
                .isOnly("recipients", PROBLEM, address, "put your addresses");
    }

    @Test
    void aPlanIsFineFromItsStartToItsLastMilestone() {
        seen(PLAN, "2025-12-31").isOnly("time", WARNING, "starts on 2026-01-01", "correct start:");
        seen(PLAN, "2026-01-01").isAllFine();
        seen(PLAN, "2027-01-01").isAllFine();
        seen(PLAN, "2027-01-02")
                .isOnly("time", WARNING, "last milestone, 2027-01-01, is over", "add milestones");
    }

    @Test
    void aCategoryThatNoRuleFillsIsAWarning() {
        var web = plan(PLAN).categories().getFirst();
        var without = new Category(web.name(), web.owner(), web.target(), List.of());
        seen(with(List.of(without), plan(PLAN).recipients()))
                .isOnly("rules", WARNING, "into Web", "add match:");
    }

    @Test
    void oneContradictionIsAWarning() {
        Seen.by(new PlanCheck(plan(PLAN), List.of("plan.yaml:3:1: odd"), day("2026-05-12")))
                .isOnly("notes", WARNING, "in 1 places, the first: plan.yaml:3:1: odd", "check");
    }

    private static Plan with(List<Category> categories, List<Plan.Recipient> recipients) {
        var plan = plan(PLAN);
        return new Plan(plan.id(), plan.basis(), categories, plan.scorecard(), recipients);
    }

    private static Seen seen(Plan plan) {
        return Seen.by(new PlanCheck(plan, List.of(), day("2026-05-12")));
    }

    private static Seen seen(String plan, String today) {
        return Seen.by(new PlanCheck(plan(plan), List.of(), day(today)));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
