package dev.glidepath.core.plan;

import dev.glidepath.core.plan.PlanFile.Note;
import dev.glidepath.core.plan.TextTable.Column;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says a plan back as tables of plain text, so that who wrote it sees what was understood.
public final class PlanReport {

    private final Plan plan;
    private final LocalDate today;
    private final List<String> lines = new ArrayList<>();

    private PlanReport(Plan plan, LocalDate today) {
        this.plan = plan;
        this.today = today;
    }

    /// Lines of at most 110 columns.
    ///
    /// @param today the day for which the allowed amounts are computed
    public static List<String> lines(Plan plan, List<Note> notes, LocalDate today) {
        var report = new PlanReport(plan, today);
        report.basis();
        report.categories();
        report.rules();
        report.lines.addAll(MeasureTables.lines(plan, today));
        report.initiatives();
        report.actions();
        report.recipients();
        report.notes(notes);
        return List.copyOf(report.lines);
    }

    private void basis() {
        var basis = plan.basis();
        paragraph(basis.name() + ", plan " + plan.id());
        paragraph(
                "%s, %s cost, from %s, on track within %s of the glide path"
                        .formatted(
                                basis.currency(),
                                basis.metric().name().toLowerCase(Locale.ROOT),
                                basis.start(),
                                percent(basis.tolerance())));
        paragraph("Counted: " + charges(true) + ". Beside the targets: " + charges(false) + ".");
    }

    private String charges(boolean counted) {
        var names =
                Section.CHARGE_CATEGORIES.names().stream()
                        .map(PlanReader::chargeCategory)
                        .filter(name -> plan.basis().counts(name) == counted)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private void categories() {
        var days = plan.total().milestones();
        var columns = new ArrayList<Column>();
        columns.add(Column.text("Category", 28));
        columns.add(Column.number("Baseline"));
        days.forEach(m -> columns.add(Column.number(m.label())));
        columns.add(Column.number("Reduction"));
        columns.add(Column.number("Allowed " + today));
        var table = new TextTable(columns);
        plan.categories().forEach(c -> table.row(row(c.name(), c.target(), days)));
        table.row(row("Total", plan.total(), days));
        heading(plan.basis().currency() + " per month");
        lines.addAll(table.lines());
    }

    private List<String> row(String name, GlidePath path, List<GlidePath.Milestone> days) {
        var cells = new ArrayList<String>();
        cells.add(name);
        cells.add(Shown.money(path.baseline().amount()));
        days.forEach(m -> cells.add(Shown.money(path.allowedOn(m.date()))));
        var change = CostChecks.change(path.baseline().amount(), path.last().amount());
        cells.add(Shown.percent(change.negate(), 1));
        cells.add(Shown.money(path.allowedOn(today)));
        return cells;
    }

    private void rules() {
        var table =
                new TextTable(
                        Column.text("Category", 28),
                        Column.text("Owner", 30),
                        Column.text("First match wins", 48));
        for (var category : plan.categories()) {
            table.row(
                    category.name(),
                    category.owner(),
                    category.rules().stream().map(Rule::toText).collect(Collectors.joining("; ")));
        }
        table.row("Unallocated", "", "everything else");
        heading("What belongs where");
        lines.addAll(table.lines());
        plan.nonProduction()
                .ifPresent(
                        it ->
                                paragraph(
                                        "Non-production: %s; needed %d hours a weekday."
                                                .formatted(
                                                        it.rules().stream()
                                                                .map(Rule::toText)
                                                                .collect(Collectors.joining("; ")),
                                                        it.weekdayHours())));
    }

    private void initiatives() {
        if (plan.scorecard().initiatives().isEmpty()) {
            return;
        }
        var table =
                new TextTable(
                        Column.text("Initiative", 30),
                        Column.text("Priority", 8),
                        Column.number("Investment"),
                        Column.number("Saving"),
                        Column.number("Months"),
                        Column.number("ROI"),
                        Column.text("Moves", 28));
        for (var i : plan.scorecard().initiatives()) {
            table.row(
                    Stream.concat(
                                    Stream.of(i.name(), i.priority()),
                                    Stream.concat(
                                            figures(i.figures(), Integer.toString(i.months())),
                                            Stream.of(String.join(", ", i.moves()))))
                            .toList());
        }
        var total = InitiativeChecks.total(plan);
        table.row(
                Stream.concat(
                                Stream.of("Total", ""),
                                Stream.concat(figures(total, ""), Stream.of("")))
                        .toList());
        heading("Initiatives, " + plan.basis().currency() + "; ROI is saving over investment");
        lines.addAll(table.lines());
    }

    private static Stream<String> figures(Initiative.Figures figures, String months) {
        var roi = figures.saving().divide(figures.investment(), MathContext.DECIMAL64);
        return Stream.of(
                Shown.money(figures.investment()),
                Shown.money(figures.saving()),
                months,
                percent(roi.setScale(3, RoundingMode.HALF_UP)));
    }

    private void actions() {
        if (plan.scorecard().actions().isEmpty()) {
            return;
        }
        var table =
                new TextTable(
                        Column.text("Due", 10),
                        Column.text("", 7),
                        Column.text("Action", 38),
                        Column.text("Owner", 27),
                        Column.text("List", 20));
        plan.scorecard().actions().stream()
                .sorted(Comparator.comparing(Action::due))
                .forEach(
                        a ->
                                table.row(
                                        a.due().toString(),
                                        state(a),
                                        a.text(),
                                        a.owner(),
                                        a.phase()));
        heading("Actions");
        lines.addAll(table.lines());
    }

    private String state(Action action) {
        if (action.isDone(today)) {
            return "done";
        }
        return action.due().isBefore(today) ? "overdue" : "";
    }

    private void recipients() {
        var table = new TextTable(Column.text("Recipient", 50), Column.text("Scope", 58));
        for (var recipient : plan.recipients()) {
            var scope = recipient.scope().words();
            table.row(
                    recipient.email(),
                    (scope.isEmpty() ? "all" : String.join(", ", scope)) + wishes(recipient));
        }
        heading("Recipients");
        lines.addAll(table.lines());
    }

    /// What is not as it is for everybody.
    private static String wishes(Plan.Recipient recipient) {
        var wishes = recipient.preferences();
        var words = new StringBuilder();
        wishes.metric()
                .ifPresent(m -> words.append("; ").append(m.name().toLowerCase(Locale.ROOT)));
        if (wishes.numbers() != Preferences.DEFAULT.numbers()) {
            words.append("; ").append(wishes.numbers().example());
        }
        if (!wishes.zone().equals(Preferences.DEFAULT.zone())) {
            words.append("; ").append(wishes.zone());
        }
        return words.toString();
    }

    private void notes(List<Note> notes) {
        if (notes.isEmpty()) {
            return;
        }
        heading("Notes: where the plan contradicts itself");
        var table = new TextTable(Column.text("Line", 10), Column.text("Note", 98));
        notes.forEach(n -> table.row(n.line() + ":" + n.column(), n.message()));
        lines.addAll(table.lines());
    }

    private void heading(String text) {
        lines.add("");
        paragraph(text);
    }

    private void paragraph(String text) {
        lines.addAll(TextTable.wrap(text, TextTable.WIDEST));
    }

    private static String percent(BigDecimal share) {
        return Shown.percent(share.movePointRight(2), 2);
    }
}
