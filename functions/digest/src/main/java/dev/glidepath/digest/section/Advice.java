package dev.glidepath.digest.section;

import static java.util.stream.Collectors.groupingBy;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.lever.Recommended;
import dev.glidepath.core.lever.Recommended.Group;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What AWS recommends, by kind of action.
final class Advice {

    private static final Set<String> EASY = Set.of("VeryLow", "Low");

    /// The others are too small to be told.
    private static final int MOST = 10;

    private Advice() {}

    /// Empty where no recommendations are read.
    static Optional<LeverSection> of(Assessment assessment, Figures figures) {
        var currency = assessment.frame().basis().currency();
        return assessment.hints().recommended().map(advice -> section(advice, currency, figures));
    }

    private static LeverSection section(Recommended advice, String currency, Figures figures) {
        var actions =
                advice.groups().stream()
                        .filter(g -> g.currency().equals(currency))
                        .collect(groupingBy(Group::action));
        var dearest =
                actions.entrySet().stream()
                        .sorted(
                                Comparator.comparing(
                                                (Map.Entry<String, List<Group>> a) ->
                                                        saving(a.getValue()))
                                        .reversed()
                                        .thenComparing(Map.Entry::getKey))
                        .toList();
        var shown = dearest.subList(0, Math.min(MOST, dearest.size()));
        return new LeverSection(
                "Recommended by AWS, per month",
                shown.stream().map(a -> row(a.getKey(), a.getValue(), figures)).toList(),
                notes(advice, currency, dearest.size() - shown.size()));
    }

    private static LeverSection.Row row(String action, List<Group> groups, Figures figures) {
        long count = groups.stream().mapToLong(Group::count).sum();
        var easy = groups.stream().filter(g -> EASY.contains(g.effort())).toList();
        return new LeverSection.Row(
                words(action),
                "%d %s; %s of it with little effort, as AWS says"
                        .formatted(
                                count,
                                count == 1 ? "recommendation" : "recommendations",
                                figures.money(saving(easy))),
                figures.money(saving(groups)));
    }

    private static List<String> notes(Recommended advice, String currency, int more) {
        var notes = new ArrayList<String>();
        boolean any = advice.groups().stream().anyMatch(g -> g.currency().equals(currency));
        notes.add(
                any
                        ? "Identified by AWS Cost Optimization Hub, as of %s: what AWS estimates a month to cost less after discounts. They overlap with each other, with the levers and with initiatives: they are not added up, and none is a verified saving."
                                .formatted(Days.day(advice.day()))
                        : "AWS Cost Optimization Hub recommended nothing in %s as of %s."
                                .formatted(currency, Days.day(advice.day())));
        if (more > 0) {
            notes.add("%d more kinds of action are smaller.".formatted(more));
        }
        long others =
                advice.groups().stream()
                        .filter(g -> !g.currency().equals(currency))
                        .mapToLong(Group::count)
                        .sum();
        if (others > 0) {
            notes.add("%d in another currency than %s are left out.".formatted(others, currency));
        }
        return notes;
    }

    private static BigDecimal saving(List<Group> groups) {
        return groups.stream().map(Group::saving).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// `PurchaseSavingsPlans` → `Purchase savings plans`.
    private static String words(String action) {
        var words =
                Names.clean(action, "Other")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
