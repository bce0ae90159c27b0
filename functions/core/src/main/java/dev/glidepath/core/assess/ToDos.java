package dev.glidepath.core.assess;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.glidepath.core.assess.Agenda.LastWeek;
import dev.glidepath.core.assess.Agenda.Phase;
import dev.glidepath.core.assess.Agenda.ToDo;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.Action;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds who has to do what, as of the end of a week.
record ToDos(List<Action> actions, Week week) {

    private static final int WEEKS_AHEAD = 4;

    private static final Comparator<ToDo> MOST_AT_STAKE =
            Comparator.comparing((ToDo t) -> t.atStake().orElse(BigDecimal.ZERO))
                    .thenComparingInt(t -> t.late().size())
                    .reversed()
                    .thenComparing(ToDo::owner);

    /// @param scoped whether only the actions of the lines' owners are meant
    static Agenda of(List<Action> actions, Week week, List<Line> lines, boolean scoped) {
        var meant =
                actions.stream()
                        .filter(a -> !scoped || lines.stream().anyMatch(l -> owns(a.owner(), l)))
                        .toList();
        var todos = new ToDos(meant, week);
        return new Agenda(todos.phases(), todos.owners(lines), todos.lastWeek());
    }

    private List<Phase> phases() {
        return actions.stream()
                .collect(groupingBy(Action::phase, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(phase -> phase(phase.getKey(), phase.getValue()))
                .toList();
    }

    private Phase phase(String name, List<Action> own) {
        var late = own.stream().filter(this::isLate).count();
        var done = own.stream().filter(a -> a.isDone(week.sunday())).count();
        return new Phase(
                name,
                own.stream().map(Action::due).max(Comparator.naturalOrder()).orElseThrow(),
                Math.toIntExact(done),
                Math.toIntExact(late),
                Math.toIntExact(own.size() - done - late));
    }

    private LastWeek lastWeek() {
        var before = week.previous().sunday();
        var then =
                actions.stream()
                        .filter(a -> !a.isDone(before) && !a.due().isAfter(week.sunday()))
                        .toList();
        var done = then.stream().filter(a -> a.isDone(week.sunday())).count();
        return new LastWeek(then.size(), Math.toIntExact(done));
    }

    private List<ToDo> owners(List<Line> lines) {
        return actions.stream()
                .collect(groupingBy(Action::owner, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(owner -> owner(owner.getKey(), owner.getValue(), lines))
                .filter(todo -> !todo.isEmpty())
                .sorted(MOST_AT_STAKE)
                .toList();
    }

    private ToDo owner(String owner, List<Action> own, List<Line> lines) {
        return new ToDo(
                owner,
                atStake(owner, lines),
                select(own, this::isLate),
                select(own, this::isDueSoon),
                select(own, a -> a.isDone(week.sunday()) && !a.isDone(week.previous().sunday())));
    }

    private boolean isLate(Action action) {
        return !action.isDone(week.sunday()) && !action.due().isAfter(week.sunday());
    }

    private boolean isDueSoon(Action action) {
        var today = week.sunday();
        return !action.isDone(today)
                && action.due().isAfter(today)
                && !action.due().isAfter(today.plusWeeks(WEEKS_AHEAD));
    }

    private static List<Action> select(List<Action> actions, Predicate<Action> which) {
        return actions.stream().filter(which).sorted(Comparator.comparing(Action::due)).toList();
    }

    private static Optional<BigDecimal> atStake(String owner, List<Line> lines) {
        return lines.stream()
                .filter(line -> owns(owner, line))
                .flatMap(ToDos::gap)
                .reduce(BigDecimal::add);
    }

    private static Stream<BigDecimal> gap(Line line) {
        return line.standing() instanceof Standing.Measured measured
                ? Stream.of(measured.gap().max(BigDecimal.ZERO))
                : Stream.empty();
    }

    private static boolean owns(String owner, Line line) {
        return !owner.isEmpty() && line.owner().equals(owner);
    }
}
