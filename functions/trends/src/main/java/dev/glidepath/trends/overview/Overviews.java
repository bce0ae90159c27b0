package dev.glidepath.trends.overview;

import dev.glidepath.core.assess.Assess;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.assess.Ledger;
import dev.glidepath.core.assess.Provisional;
import dev.glidepath.core.assess.Provisioning;
import dev.glidepath.core.assess.Provisioning.Part;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.evidence.Evidence;
import dev.glidepath.trends.Trends;
import dev.glidepath.trends.overview.Overview.Choices;
import dev.glidepath.trends.overview.Overview.Reliance;
import dev.glidepath.trends.series.Question;
import dev.glidepath.trends.series.Range;
import dev.glidepath.trends.series.Scope;
import dev.glidepath.trends.series.Summing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Loads overviews. The days of the trend and those that the week is assessed from are read once.
public final class Overviews {

    private final Snapshots snapshots;
    private final Plan plan;

    public Overviews(Snapshots snapshots, Plan plan) {
        this.snapshots = snapshots;
        this.plan = plan;
    }

    /// @param asOf what the store knew at this time, and nothing later, is looked at
    /// @throws IllegalArgumentException as [Trends#trend]
    public Overview overview(Question question, Instant asOf) {
        var evidence = Evidence.asOf(snapshots, plan.basis(), asOf);
        var range = Range.of(question, evidence.settled().through());
        var week = newest(earlier(evidence.settled().through(), range.through()));
        var ledger =
                evidence.ledger(together(range, week))
                        .with(
                                evidence.series()
                                        .measured(before(week), plan.scorecard().meterings()))
                        .with(evidence.series().estimates(week));
        var own = Trends.own(evidence, ledger, range, question.scope());
        var trend = new Summing(plan, own, range, question.scope()).trend(asOf);
        return new Overview(
                plan,
                trend,
                provisional(question, own),
                week(week, question.scope(), ledger),
                reliance(question, range, evidence, ledger, asOf),
                () ->
                        new Choices(
                                services(ledger, range),
                                evidence.accounts(
                                        earlier(range.through(), ledger.settled().through()))));
    }

    private Optional<Provisional> provisional(Question question, Ledger ledger) {
        var last = question.through();
        return Provisioning.of(plan, ledger, part(question.scope()))
                .filter(p -> last.isEmpty() || !last.get().isBefore(p.from()));
    }

    private Part part(Scope scope) {
        return switch (scope) {
            case Scope.All() -> Part.ALL;
            case Scope.OneCategory(var name) -> new Part(List.of(name), Optional.empty());
            case Scope.Owner(var name) ->
                    new Part(names(c -> c.owner().equals(name)), Optional.empty());
            case Scope.Service _, Scope.Account _ -> new Part(List.of(), Optional.of(scope::takes));
        };
    }

    private List<String> names(Predicate<Category> taken) {
        return plan.categories().stream().filter(taken).map(Category::name).toList();
    }

    /// Whose last day is settled.
    private static Week newest(LocalDate through) {
        var week = Week.of(through);
        return week.sunday().isAfter(through) ? week.previous() : week;
    }

    private static ChargeDays together(Range range, Week week) {
        var assessed = before(week);
        var end = range.days().end();
        return new ChargeDays(
                earlier(assessed.start(), range.days().start()),
                assessed.end().isAfter(end) ? assessed.end() : end);
    }

    /// With the week itself.
    private static ChargeDays before(Week week) {
        return new ChargeDays(week.minus(Ledger.WEEKS_BEFORE).monday(), week.sunday().plusDays(1));
    }

    private Optional<Finding> week(Week week, Scope scope, Ledger ledger) {
        return switch (scope) {
            case Scope.All _ -> Optional.of(Assess.week(plan, week, List.of(), ledger));
            case Scope.OneCategory(var name) -> week(week, c -> c.name().equals(name), ledger);
            case Scope.Owner(var name) -> week(week, c -> c.owner().equals(name), ledger);
            case Scope.Service _, Scope.Account _ -> Optional.empty();
        };
    }

    private Optional<Finding> week(Week week, Predicate<Category> taken, Ledger ledger) {
        var names = names(taken);
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Assess.week(plan, week, names, ledger));
    }

    private static Reliance reliance(
            Question question, Range range, Evidence evidence, Ledger ledger, Instant asOf) {
        var today = asOf.atZone(ZoneOffset.UTC).toLocalDate();
        var end = range.days().end();
        var days =
                new ChargeDays(
                        range.days().start(),
                        question.through().isEmpty() && today.isAfter(end) ? today : end);
        return new Reliance(days, ledger.coverage(), ledger.settled(), delivered(evidence, days));
    }

    private static Map<String, Instant> delivered(Evidence evidence, ChargeDays days) {
        var newest = new HashMap<String, Instant>();
        evidence.executions(days)
                .forEach(
                        e ->
                                newest.merge(
                                        e.id().export(),
                                        e.id().delivered(),
                                        (a, b) -> a.isAfter(b) ? a : b));
        return newest;
    }

    private static List<String> services(Ledger ledger, Range range) {
        var names = new TreeSet<String>();
        ledger.days().subMap(range.days().start(), range.days().end()).values().stream()
                .flatMap(List<CostLine>::stream)
                .map(l -> l.dimensions().service().name())
                .filter(Objects::nonNull)
                .forEach(names::add);
        return List.copyOf(names);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
