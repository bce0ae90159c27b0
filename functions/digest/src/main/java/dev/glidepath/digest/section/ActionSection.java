package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Agenda;
import dev.glidepath.core.assess.Agenda.ToDo;
import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.TargetAmounts;
import dev.glidepath.core.plan.Action;
import dev.glidepath.digest.figures.Plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Who has to do what, with what is at stake.
public record ActionSection(String title, List<Row> rows, List<String> notes) implements Section {

    private static final int MOST_OWNERS = 4;
    private static final int MOST_ACTIONS = 3;

    public record Row(String owner, String atStake, List<String> actions) {}

    /// Empty for a plan, or a scope, without actions.
    static Optional<ActionSection> of(Assessment assessment, Figures figures) {
        var agenda = assessment.programme().agenda();
        if (agenda.phases().isEmpty()) {
            return Optional.empty();
        }
        var shown = agenda.owners().stream().limit(MOST_OWNERS).toList();
        return Optional.of(
                new ActionSection(
                        "Actions",
                        shown.stream()
                                .map(todo -> row(todo, assessment.targets(), figures))
                                .toList(),
                        notes(agenda)));
    }

    private static Row row(ToDo todo, Assessment.Targets targets, Figures figures) {
        var lines =
                Stream.of(
                                lines("done", todo.done()),
                                lines("late", todo.late()),
                                lines("due", todo.due()))
                        .flatMap(List::stream)
                        .toList();
        var actions = new ArrayList<>(lines.stream().limit(MOST_ACTIONS).toList());
        if (lines.size() > MOST_ACTIONS) {
            actions.add("and %s more".formatted(lines.size() - MOST_ACTIONS));
        }
        return new Row(
                Names.clean(todo.owner(), "no owner"),
                atStake(todo, targets, figures)
                        .filter(gap -> figures.round(gap).signum() > 0)
                        .map(gap -> figures.money(gap) + " a month at stake")
                        .orElse(""),
                actions);
    }

    /// As the gaps of the target table say it, where it shows all of the owner's lines.
    private static Optional<BigDecimal> atStake(
            ToDo todo, Assessment.Targets targets, Figures figures) {
        if (targets.shown().size() < targets.lines().size()) {
            return todo.atStake();
        }
        var amounts = TargetAmounts.ofLines(targets, figures);
        return IntStream.range(0, targets.lines().size())
                .filter(i -> targets.lines().get(i).owner().equals(todo.owner()))
                .mapToObj(i -> amounts.get(i).gap().orElse(BigDecimal.ZERO).max(BigDecimal.ZERO))
                .reduce(BigDecimal::add)
                .filter(_ -> todo.atStake().isPresent());
    }

    private static List<String> lines(String state, List<Action> actions) {
        return actions.stream()
                .map(
                        a ->
                                "%s (%s %s)"
                                        .formatted(
                                                Names.clean(a.text()),
                                                state.equals("late") ? "late since" : state,
                                                Days.withoutYear(
                                                        state.equals("done")
                                                                ? a.doneOn().orElse(a.due())
                                                                : a.due())))
                .toList();
    }

    private static List<String> notes(Agenda agenda) {
        var notes = new ArrayList<String>();
        var last = agenda.lastWeek();
        if (last.all() > 0) {
            notes.add(
                    "Of the %s that were late or due a week ago, %s done by a date that the plan states and %s open."
                            .formatted(
                                    last.all(),
                                    last.done() == 1 ? "1 is" : last.done() + " are",
                                    last.all() - last.done() == 1
                                            ? "1 is"
                                            : last.all() - last.done() + " are"));
        }
        notes.add(
                agenda.phases().stream()
                        .map(ActionSection::phase)
                        .collect(Collectors.joining("; ", "By phase: ", ".")));
        if (agenda.owners().size() > MOST_OWNERS) {
            notes.add(
                    "%s more owners have something to do."
                            .formatted(agenda.owners().size() - MOST_OWNERS));
        }
        return notes;
    }

    private static String phase(Agenda.Phase phase) {
        var states =
                Stream.of(
                                count(phase.done(), "done"),
                                count(phase.late(), "late"),
                                count(phase.open(), "to come"))
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(", "));
        return "%s (%s) %s"
                .formatted(Names.clean(phase.name()), Days.withoutYear(phase.due()), states);
    }

    private static String count(int number, String state) {
        return number == 0 ? "" : number + " " + state;
    }

    @Override
    public String text() {
        var text = new StringBuilder(Plain.heading(title));
        for (var row : rows) {
            text.append(row.owner());
            text.append(row.atStake().isEmpty() ? "" : ", " + row.atStake()).append('\n');
            row.actions().forEach(a -> text.append("- ").append(Plain.wrapped(a)));
        }
        return text.append(rows.isEmpty() ? "" : "\n").append(Plain.notes(notes)).toString();
    }
}
