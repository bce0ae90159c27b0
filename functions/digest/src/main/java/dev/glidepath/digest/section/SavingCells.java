package dev.glidepath.digest.section;

import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.money.Split;
import dev.glidepath.core.savings.Saving;
import dev.glidepath.core.savings.Saving.State;
import dev.glidepath.core.savings.Savings;
import dev.glidepath.core.savings.Sums;
import dev.glidepath.digest.section.SavingsSection.Cause;
import dev.glidepath.digest.section.SavingsSection.Row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The figures of savings as they are shown: each column adds up.
final class SavingCells {

    private static final int MOST = 5;
    private static final List<Function<Sums, BigDecimal>> COLUMNS =
            List.of(Sums::sinceStart, Sums::yearToDate, Sums::thisMonth);

    private record Named(String name, Sums sums) {}

    private SavingCells() {}

    static List<Row> rows(Savings.Known known, Figures figures) {
        var whole =
                List.of(
                        new Named("Confirmed", of(known, State.CONFIRMED)),
                        new Named("Seen, not for 30 days yet", of(known, State.SEEN)),
                        new Named("Reversed, counts no more", of(known, State.REVERSED)),
                        new Named(
                                "Growth, and what is no saving",
                                Sums.NONE.minus(sum(known, Savings.Line::growth))));
        var columns = COLUMNS.stream().map(c -> figures.column(amounts(whole, c))).toList();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < whole.size(); i++) {
            if (i == 0 || i == 3 || shows(columns, i)) {
                rows.add(row(whole.get(i).name(), columns, i, figures, false));
            }
            if (i == 0 && shows(columns, 0)) {
                rows.addAll(parts(kinds(known), columns, figures));
                rows.addAll(parts(categories(known), columns, figures));
            }
        }
        rows.add(
                new Row(
                        "Cost below the reference",
                        columns.stream()
                                .map(c -> c.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                                .map(figures::money)
                                .toList(),
                        false,
                        true));
        return rows;
    }

    private static List<Named> kinds(Savings.Known known) {
        return List.of(
                new Named("rate", confirmed(known, Saving.Parts::rate)),
                new Named("usage", confirmed(known, Saving.Parts::usage)),
                new Named("rate or usage, not told apart", confirmed(known, Saving.Parts::untold)));
    }

    /// The largest, and the others in one.
    private static List<Named> categories(Savings.Known known) {
        var all =
                known.lines().stream()
                        .map(l -> new Named(Names.clean(l.category()), l.of(State.CONFIRMED)))
                        .sorted(Comparator.comparing((Named n) -> n.sums().sinceStart()).reversed())
                        .toList();
        if (all.size() <= MOST) {
            return all;
        }
        var shown = new ArrayList<>(all.subList(0, MOST - 1));
        var rest = all.subList(MOST - 1, all.size()).stream().map(Named::sums);
        shown.add(new Named("other categories", rest.reduce(Sums.NONE, Sums::plus)));
        return shown;
    }

    /// Rounded such that they add up to the first row.
    private static List<Row> parts(
            List<Named> parts, List<List<BigDecimal>> whole, Figures figures) {
        var columns =
                IntStream.range(0, COLUMNS.size())
                        .mapToObj(
                                c ->
                                        Split.rounded(
                                                amounts(parts, COLUMNS.get(c)),
                                                whole.get(c).getFirst()))
                        .toList();
        return IntStream.range(0, parts.size())
                .filter(i -> shows(columns, i))
                .mapToObj(i -> row(parts.get(i).name(), columns, i, figures, true))
                .toList();
    }

    /// The largest that hold, then the last that were reversed; steps of one service together.
    static List<Cause> causes(Savings.Known known, Figures figures) {
        var alike = new LinkedHashMap<List<Object>, Saving>();
        known.lines().stream()
                .flatMap(line -> line.savings().stream())
                .forEach(
                        s -> alike.merge(List.of(s.source(), s.state()), s, SavingCells::together));
        return alike.values().stream()
                .sorted(
                        Comparator.comparing((Saving s) -> s.state() == State.REVERSED)
                                .thenComparing(s -> s.amount().sinceStart().abs().negate())
                                .thenComparing(s -> s.source().toString()))
                .limit(MOST)
                .map(s -> cause(s, figures))
                .toList();
    }

    private static Saving together(Saving one, Saving other) {
        var first = one.since().isBefore(other.since()) ? one : other;
        return new Saving(
                first.source(),
                first.state(),
                first.since(),
                Stream.of(one, other)
                        .flatMap(s -> s.backSince().stream())
                        .max(LocalDate::compareTo),
                one.amount().plus(other.amount()),
                new Saving.Parts(
                        one.parts().rate().plus(other.parts().rate()),
                        one.parts().usage().plus(other.parts().usage()),
                        one.parts().untold().plus(other.parts().untold()),
                        first.parts().largest()));
    }

    private static Cause cause(Saving saving, Figures figures) {
        var source = saving.source();
        var name = Names.clean(source.service(), Names.clean(source.provider(), "no service"));
        var kind =
                saving.parts()
                        .largest()
                        .map(item -> ", mostly " + Names.clean(item, "an item without name"))
                        .orElse("");
        var back = saving.backSince().map(d -> ", back since " + Days.day(d)).orElse("");
        return new Cause(
                name + (source.usage() ? "" : " (fees)"),
                figures.money(saving.amount().sinceStart()),
                "%s · %s since %s%s%s"
                        .formatted(
                                Names.clean(source.category()),
                                state(saving.state()),
                                Days.day(saving.since()),
                                back,
                                kind));
    }

    private static String state(State state) {
        return switch (state) {
            case CONFIRMED -> "confirmed, lower";
            case SEEN -> "seen, lower";
            case REVERSED -> "reversed, was lower";
        };
    }

    private static Sums of(Savings.Known known, State state) {
        return sum(known, line -> line.of(state));
    }

    private static Sums confirmed(Savings.Known known, Function<Saving.Parts, Sums> part) {
        return known.lines().stream()
                .flatMap(line -> line.savings().stream())
                .filter(s -> s.state() == State.CONFIRMED)
                .map(s -> part.apply(s.parts()))
                .reduce(Sums.NONE, Sums::plus);
    }

    private static Sums sum(Savings.Known known, Function<Savings.Line, Sums> of) {
        return known.lines().stream().map(of).reduce(Sums.NONE, Sums::plus);
    }

    private static List<BigDecimal> amounts(List<Named> rows, Function<Sums, BigDecimal> column) {
        return rows.stream().map(row -> column.apply(row.sums())).toList();
    }

    private static boolean shows(List<List<BigDecimal>> columns, int row) {
        return columns.stream().anyMatch(c -> c.get(row).signum() != 0);
    }

    private static Row row(
            String name, List<List<BigDecimal>> columns, int row, Figures figures, boolean isPart) {
        return new Row(
                name, columns.stream().map(c -> figures.money(c.get(row))).toList(), isPart, false);
    }
}
