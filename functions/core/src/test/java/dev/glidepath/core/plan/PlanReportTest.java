package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;

class PlanReportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    /// `-Dgolden.rewrite` writes the report anew and fails, so that the difference is read.
    @Test
    void saysTheShippedPlanBack() throws IOException {
        var golden = Root.PLANS.resolve("golden/operational-excellence.txt");
        var said = String.join("\n", shipped(TODAY)) + "\n";
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(golden, said);
        }

        assertThat(System.getProperty("golden.rewrite")).isNull();
        assertThat(said).isEqualTo(Root.text(golden));
    }

    @Test
    void allowedAmountsFollowTheDay() {
        assertThat(shipped(LocalDate.of(2026, 1, 1)))
                .anyMatch(line -> line.matches("Total .* 200,000"));
        assertThat(shipped(LocalDate.of(2026, 7, 1)))
                .anyMatch(line -> line.matches("Total .* 160,000"));
        assertThat(shipped(LocalDate.of(2030, 1, 1)))
                .anyMatch(line -> line.matches("Total .* 122,000"));
    }

    @Test
    void doneActionsAreNotOverdue() {
        var yaml = Root.text(Root.SHIPPED).replace("due: 30D", "due: 30D\n      done: yes");
        var valid = Root.valid(yaml);

        assertThat(PlanReport.lines(valid.plan(), valid.notes(), TODAY))
                .anyMatch(line -> line.startsWith("2026-01-31  done"))
                .noneMatch(line -> line.contains("overdue"));
    }

    @Test
    void wideContentIsBrokenAndNotLost() {
        var yaml =
                Root.text(Root.SHIPPED)
                        .replace("6M: $40K/month", "1M: 49999.99, 2M: 48K, 3M: 47K, 6M: $40K/month")
                        .replace("baseline: $100K/month", "baseline: 123456789012.34")
                        .replace("{6M: \"5,000\"", "{1M: 1500, 2M: 2000, 3M: 2500, 6M: \"5,000\"")
                        .replace("platform@example.com", "x".repeat(60) + "@example.com");
        var valid = Root.valid(yaml);
        var lines = PlanReport.lines(valid.plan(), valid.notes(), TODAY);

        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
        assertThat(String.join("", lines).replaceAll("\\s", "")).contains("49,999.99");
    }

    @Test
    void whatAPlanDoesNotHaveHasNoTable() {
        assertThat(small("", ""))
                .contains(
                        "Counted: Usage, Purchase, Tax, Credit, Adjustment. Beside the targets: none.")
                .anyMatch(line -> line.matches("finance@example.com +all"))
                .noneMatch(line -> line.matches("(Initiatives|Actions|Notes|Non-production).*"));
    }

    @Test
    void saysWhatIsOtherForARecipientAndWhatIsNonProduction() {
        assertThat(
                        small(
                                ", metric: billed, numbers: \"1.234,56\", time zone: Europe/Zurich",
                                "non-production: {match: [{region: eu}], weekday hours: 10}\n"))
                .anyMatch(l -> l.endsWith(" all; billed; 1.234,56; Europe/Zurich"))
                .anyMatch(l -> l.matches("Non-production: .*eu.*; needed 10 hours a weekday\\."));
    }

    @Test
    void anActionIsOverdueAfterTheDayOnWhichItIsDue() {
        var action =
                "actions: {First: [{action: Tag it, owner: a@example.com, due: 2026-03-%s}]}\n";
        assertThat(small("", action.formatted(15))).anyMatch(l -> l.matches("2026-03-15 +Tag.*"));
        assertThat(small("", action.formatted(14)))
                .anyMatch(line -> line.matches("2026-03-14 +overdue +Tag.*"));
    }

    private static List<String> small(String wishes, String more) {
        var yaml =
                """
                name: Small
                currency: USD
                start: 2026-01-31
                charge categories: {usage: counted, purchase: counted, tax: counted, credit: counted, adjustment: counted}
                categories:
                  - {name: Search, owner: a@example.com, baseline: 10K, milestones: {6M: 9K}, match: [{region: eu}]}
                recipients: [{email: finance@example.com, scope: all%s}]
                %s"""
                        .formatted(wishes, more);
        var valid = Root.valid(yaml);
        return PlanReport.lines(valid.plan(), valid.notes(), TODAY);
    }

    private static List<String> shipped(LocalDate today) {
        var valid = Root.shipped();
        return PlanReport.lines(valid.plan(), valid.notes(), today);
    }
}
