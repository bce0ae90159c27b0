package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.Action;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Finds who has to do what, as of the end of a week.
final class ToDos {

    private static final int WEEKS_AHEAD = 4;

    private static final Comparator<ToDo> MOST_AT_STAKE =
            Comparator.comparing((ToDo t) -> t.atStake().orElse(BigDecimal.ZERO))
                    .thenComparing(t -> t.late().size())
                    .reversed()
                    .thenComparing(ToDo::owner);

    private ToDos() {}

    /// @param scope whether only owners of the lines' categories are meant
    static List<ToDo> of(List<Action> actions, Week week, List<Line> lines, boolean scope) {
        var owners =
                actions.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Action::owner, TreeMap::new, Collectors.toList()));
        return owners.entrySet().stream()
                .filter(o -> !scope || lines.stream().anyMatch(l -> l.owner().equals(o.getKey())))
                .map(o -> of(o.getKey(), o.getValue(), week, lines))
                .filter(t -> !(t.late().isEmpty() && t.due().isEmpty() && t.done().isEmpty()))
                .sorted(MOST_AT_STAKE)
                .toList();
    }

    private static ToDo of(String owner, List<Action> actions, Week week, List<Line> lines) {
        var today = week.sunday();
        var horizon = today.plusWeeks(WEEKS_AHEAD);
        Predicate<Action> open = a -> !a.isDone(today);
        return new ToDo(
                owner,
                atStake(owner, lines),
                select(actions, open.and(a -> !a.due().isAfter(today))),
                select(actions, open.and(a -> a.due().isAfter(today) && !a.due().isAfter(horizon))),
                select(actions, a -> doneWithin(a, week)));
    }

    private static boolean doneWithin(Action action, Week week) {
        return action.done()
                && action.doneOn()
                        .filter(on -> !on.isBefore(week.monday()) && !on.isAfter(week.sunday()))
                        .isPresent();
    }

    private static List<Action> select(List<Action> actions, Predicate<Action> which) {
        return actions.stream()
                .filter(which)
                .sorted(Comparator.<Action, LocalDate>comparing(Action::due))
                .toList();
    }

    private static Optional<BigDecimal> atStake(String owner, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.owner().equals(owner))
                .flatMap(
                        line ->
                                line.standing() instanceof Standing.Measured measured
                                        ? Optional.of(measured.gap().max(BigDecimal.ZERO)).stream()
                                        : Optional.<BigDecimal>empty().stream())
                .reduce(BigDecimal::add);
    }
}
