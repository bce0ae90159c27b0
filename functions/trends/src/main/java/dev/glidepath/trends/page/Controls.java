package dev.glidepath.trends.page;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.plan.Category;
import dev.glidepath.trends.ask.Query;
import dev.glidepath.trends.overview.Overview;
import dev.glidepath.trends.overview.Overview.Choices;
import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Scope;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What else the page can be asked, and where the same is for programs.
///
/// @param texts the question that this page answers, as an address has it
public record Controls(
        Map<String, String> texts,
        List<Group> scopes,
        List<Option> grains,
        List<Link> ranges,
        String json,
        String csv,
        String measures) {

    public record Group(String name, List<Option> options) {}

    public record Option(String value, String name, boolean isChosen) {}

    public record Link(String name, String address, boolean isHere) {}

    static Controls of(Overview overview, Map<String, String> texts) {
        var query = texts.isEmpty() ? "" : "?" + Query.of(texts);
        return new Controls(
                texts,
                scopes(overview),
                grains(overview),
                ranges(overview, texts),
                "trends.json" + query,
                "trends.csv" + query,
                "measures.csv" + query);
    }

    public String text(String key) {
        return texts.getOrDefault(key, "");
    }

    /// Where a scope is shown in the same range.
    public String address(String scope) {
        return address(texts, Map.of("scope", scope));
    }

    private static List<Group> scopes(Overview overview) {
        var plan = overview.plan();
        var choices = overview.choices().get();
        var chosen = overview.trend().frame().scope();
        var categories =
                Stream.concat(
                        plan.categories().stream().map(Category::name),
                        Stream.of(CostLine.UNALLOCATED));
        var owners =
                plan.categories().stream()
                        .map(Category::owner)
                        .filter(o -> !o.isEmpty())
                        .distinct();
        return Stream.of(
                        group("Everything", Stream.of(option(new Scope.All(), "All", chosen))),
                        group(
                                "Category",
                                categories.map(n -> option(new Scope.OneCategory(n), n, chosen))),
                        group("Owner", owners.map(n -> option(new Scope.Owner(n), n, chosen))),
                        group(
                                "Service",
                                Stream.concat(
                                                choices.services().stream(),
                                                chosen instanceof Scope.Service(var name)
                                                        ? Stream.of(name)
                                                        : Stream.empty())
                                        .distinct()
                                        .map(n -> option(new Scope.Service(n), n, chosen))),
                        group("Account", accounts(choices, chosen)))
                .filter(group -> !group.options().isEmpty())
                .toList();
    }

    private static Stream<Option> accounts(Choices choices, Scope chosen) {
        var names = new LinkedHashMap<String, String>();
        choices.accounts()
                .forEach(
                        account -> {
                            var id = account.id() == null ? "" : account.id();
                            var name = Names.clean(account.name(), "");
                            names.put(id, name.isEmpty() ? id : id + " " + name);
                        });
        if (chosen instanceof Scope.Account(var id)) {
            names.putIfAbsent(id, id);
        }
        return names.entrySet().stream()
                .map(e -> option(new Scope.Account(e.getKey()), e.getValue(), chosen));
    }

    private static Group group(String name, Stream<Option> options) {
        return new Group(name, options.toList());
    }

    private static Option option(Scope scope, String name, Scope chosen) {
        return new Option(scope.text(), Names.clean(name, "(no name)"), scope.equals(chosen));
    }

    private static List<Option> grains(Overview overview) {
        var chosen = overview.trend().frame().range().grain();
        return Arrays.stream(Grain.values())
                .map(grain -> new Option(word(grain), word(grain), grain == chosen))
                .toList();
    }

    private static List<Link> ranges(Overview overview, Map<String, String> texts) {
        var through = overview.trend().frame().range().through();
        return List.of(
                range("4 weeks", through.minusWeeks(3), Grain.DAY, overview, texts),
                range("16 weeks", through.minusWeeks(15), Grain.WEEK, overview, texts),
                range("6 months", through.minusMonths(6), Grain.WEEK, overview, texts),
                range("1 year", through.minusMonths(11), Grain.MONTH, overview, texts),
                range("Since the start", since(overview, through), Grain.MONTH, overview, texts));
    }

    private static LocalDate since(Overview overview, LocalDate through) {
        var start = overview.plan().basis().start();
        return start.isBefore(through) ? start : through;
    }

    private static Link range(
            String name, LocalDate day, Grain grain, Overview overview, Map<String, String> texts) {
        var from = grain == Grain.DAY ? Grain.WEEK.around(day).start() : grain.around(day).start();
        var shown = overview.trend().frame().range();
        return new Link(
                name,
                address(texts, Map.of("from", from.toString(), "grain", word(grain))),
                shown.days().start().equals(from) && shown.grain() == grain);
    }

    private static String address(Map<String, String> texts, Map<String, String> changed) {
        var all = new LinkedHashMap<>(texts);
        all.putAll(new TreeMap<>(changed));
        return "?" + Query.of(all);
    }

    private static String word(Grain grain) {
        return grain.name().toLowerCase(Locale.ROOT);
    }
}
