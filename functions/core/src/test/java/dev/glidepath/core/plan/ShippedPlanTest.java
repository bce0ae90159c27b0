package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The shipped plan holds what the framework document states: no figure more, none less.
class ShippedPlanTest {

    private static final String VALUE = "- \\*\\*(.+?)\\*\\*: (.+)";
    private static final String TARGETED = "- \\*\\*(.+?)\\*\\*: (.+) \\(target: (.+)\\)";
    private static final ValueForm FORM = new ValueForm("USD");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final List<String> DEPARTMENT_KPIS =
            List.of("Efficiency", "Quality", "Cost", "Productivity", "Satisfaction");

    private final Plan plan = Root.shipped().plan();

    @Test
    void hasTheOperationalKpis() {
        var rows = FrameworkDocument.orSkip().rows("### **Current Operational Performance**");
        for (var row : rows) {
            var measure = measure("Operational Performance", row.getFirst());
            assertStates(measure, row.get(1), row.subList(2, 4));
            assertThat(measure.benchmark()).contains(number(row.get(4)));
        }
        assertGroup("Operational Performance", rows.size());
    }

    @Test
    void hasTheKpisOfEveryDepartment() {
        for (var row : FrameworkDocument.orSkip().rows("### **Operational KPIs by Department**")) {
            for (int i = 0; i < DEPARTMENT_KPIS.size(); i++) {
                var measure = measure(row.getFirst(), DEPARTMENT_KPIS.get(i));
                assertStates(measure, row.get(i + 1), List.of());
                assertThat(measure.target()).isEmpty();
                assertThat(measure.benchmark()).isEmpty();
            }
            assertGroup(row.getFirst(), DEPARTMENT_KPIS.size());
        }
    }

    @Test
    void hasTheMetricsOfTheProcesses() {
        var document = FrameworkDocument.orSkip();
        for (var process :
                List.of("Customer Onboarding", "Customer Support", "Product Development")) {
            var list =
                    document.after("#### **" + process + " Process**")
                            .bullets("**Process Metrics:**", TARGETED);
            for (var bullet : list) {
                var measure = measure(process, bullet.group(1));
                assertStates(measure, bullet.group(2), List.of());
                assertThat(measure.target())
                        .contains(new Measure.Target(number(bullet.group(3)), false));
            }
            assertGroup(process, list.size());
        }
    }

    @Test
    void hasTheScalingMetrics() {
        var rows = FrameworkDocument.orSkip().rows("### **Scaling Metrics**");
        for (var row : rows) {
            assertStates(measure("Scaling", row.getFirst()), row.get(1), row.subList(2, 5));
        }
        assertGroup("Scaling", rows.size());
    }

    @Test
    void hasTheGoalsAndTheMetricsOfTheProgrammes() {
        var document = FrameworkDocument.orSkip();
        var lists =
                Map.of(
                        "Operational Goals", "#### **Operational Goals**",
                        "Quality", "#### **Quality Metrics**",
                        "Continuous Improvement", "#### **Improvement Metrics**");
        lists.forEach(
                (group, heading) -> {
                    var bullets = document.bullets(heading, VALUE);
                    for (var bullet : bullets) {
                        var written = bullet.group(2);
                        var value = written.replaceAll("^[^\\d>]*(>?[\\d.]+(?:%|x|/10)).*", "$1");
                        var measure = measure(group, bullet.group(1));
                        assertThat(measure.stated()).isEmpty();
                        assertThat(measure.milestones()).isEmpty();
                        assertThat(measure.target())
                                .contains(
                                        new Measure.Target(
                                                number(value.replace(">", "")),
                                                value.startsWith(">")));
                    }
                    assertGroup(group, bullets.size());
                });
    }

    @Test
    void hasTheCostsAndComputesTheirTotal() {
        var rows = FrameworkDocument.orSkip().rows("### **Cost Optimization Metrics**");
        for (var row : rows) {
            var path =
                    row.getFirst().equals("TOTAL")
                            ? plan.total()
                            : category(row.getFirst().replace(" Costs", "")).target();
            assertThat(path.allowedOn(START)).isEqualByComparingTo(monthly(row.get(1)));
            assertThat(path.allowedOn(START.plusMonths(6)))
                    .isEqualByComparingTo(monthly(row.get(2)));
            assertThat(path.allowedOn(START.plusMonths(12)))
                    .isEqualByComparingTo(monthly(row.get(3)));
        }
        assertThat(plan.categories()).hasSize(rows.size() - 1);
    }

    @Test
    void hasTheInvestmentsAndTheirReturns() {
        var document = FrameworkDocument.orSkip();
        var investments = document.rows("### **Investment Allocation**");
        var returns = document.rows("### **ROI Analysis**");
        for (int i = 0; i < investments.size() - 1; i++) {
            var row = investments.get(i);
            var initiative = plan.scorecard().initiatives().get(i);
            assertThat(initiative.name())
                    .isEqualTo(row.getFirst())
                    .isEqualTo(returns.get(i).getFirst());
            assertThat(initiative.priority()).isEqualTo(row.get(4));
            assertThat(initiative.months() + " months").isEqualTo(returns.get(i).get(2));
            var figures = initiative.figures();
            assertThat(figures.investment()).isEqualByComparingTo(number(row.get(1)));
            assertThat(figures.saving()).isEqualByComparingTo(number(returns.get(i).get(1)));
            assertThat(figures.roi().movePointRight(2)).isEqualByComparingTo(number(row.get(3)));
        }
        assertThat(plan.scorecard().initiatives()).hasSize(investments.size() - 1);
    }

    @Test
    void statesTheDocumentsOwnTotals() {
        var document = FrameworkDocument.orSkip();
        var yaml = Root.text(Root.SHIPPED);
        var stated = yaml.substring(yaml.indexOf("\nstated:"), yaml.indexOf("\nmeasures:"));
        for (var table :
                List.of(
                        "### **Cost Optimization Metrics**",
                        "### **Investment Allocation**",
                        "### **ROI Analysis**")) {
            for (var cell : document.rows(table).getLast().subList(1, 4)) {
                assertThat(stated).contains(cell.replace(" months", ""));
            }
        }
    }

    @Test
    void hasEveryCheckboxAsADatedAction() {
        var document = FrameworkDocument.orSkip();
        var expected = new ArrayList<String>();
        var due = Optional.<LocalDate>empty();
        for (var line : document.lines().toList()) {
            if (line.startsWith("###")) {
                due = due(line);
            } else if (line.startsWith("- [ ] ")) {
                expected.add(due.orElseThrow() + " " + line.substring(6).replace("*", ""));
            }
        }

        assertThat(expected).hasSize(36);
        assertThat(plan.scorecard().actions())
                .allSatisfy(a -> assertThat(a.owner()).contains("@example.com"))
                .extracting(a -> a.due() + " " + a.text())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void findsWhereTheDocumentContradictsItself() {
        assertThat(Root.shipped().notes())
                .extracting(PlanFile.Note::message)
                .anyMatch(n -> n.contains("225%") && n.contains("233.3%"))
                .anyMatch(
                        n -> n.startsWith("Cost Optimization is 30%") && n.contains("-39% at 12M"))
                .anyMatch(n -> n.startsWith("Customer Satisfaction is above 9.0/10"))
                .anyMatch(n -> n.startsWith("Analytics & Reporting") && n.contains("6 months"))
                .anyMatch(n -> n.contains("85% by 2026-04-01") && n.contains("2026-07-01"))
                .anyMatch(n -> n.contains("expect to save 7.7M") && n.contains("2.4M"))
                .noneMatch(n -> n.contains("reduction of"))
                .noneMatch(n -> n.contains("states a total"));
    }

    @Test
    void notesPointAtWhatTheyAreAbout() {
        var lines = Root.text(Root.SHIPPED).lines().toList();
        assertThat(Root.shipped().notes())
                .filteredOn(note -> note.message().contains("states a return of 225%"))
                .singleElement()
                .satisfies(
                        note ->
                                assertThat(lines.get(note.line() - 1).substring(note.column() - 1))
                                        .isEqualTo("225%"));
    }

    private static Optional<LocalDate> due(String heading) {
        if (heading.contains("0-3 months")) {
            return Optional.of(START.plusMonths(3));
        }
        if (heading.contains("3-6 months")) {
            return Optional.of(START.plusMonths(6));
        }
        if (heading.contains("6-12 months") || heading.contains("Next 12 Months")) {
            return Optional.of(START.plusMonths(12));
        }
        if (heading.contains("Next 30 Days")) {
            return Optional.of(START.plusDays(30));
        }
        return heading.contains("Next 90 Days")
                ? Optional.of(START.plusDays(90))
                : Optional.empty();
    }

    private static void assertStates(Measure measure, String current, List<String> targets) {
        assertThat(measure.stated()).containsExactly(new Measure.Stated(START, number(current)));
        assertThat(measure.milestones())
                .extracting(GlidePath.Milestone::amount)
                .containsExactlyElementsOf(targets.stream().map(ShippedPlanTest::number).toList());
        for (int i = 0; i < targets.size(); i++) {
            assertThat(measure.milestones().get(i).date())
                    .isEqualTo(START.plusMonths(new int[] {6, 12, 24}[i]));
        }
    }

    private void assertGroup(String group, int size) {
        assertThat(plan.scorecard().measures())
                .filteredOn(m -> m.group().equals(group))
                .hasSize(size);
    }

    private Measure measure(String group, String name) {
        return MeasureChecks.find(plan, group + " / " + name)
                .orElseThrow(() -> new AssertionError("no " + group + " / " + name));
    }

    private Category category(String name) {
        return plan.categories().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    private static BigDecimal number(String written) {
        return FORM.of(written).number();
    }

    private static BigDecimal monthly(String written) {
        return new AmountForm("USD", true).of(written);
    }
}
