package dev.glidepath.store;

import static java.util.Objects.requireNonNull;

import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.RollUp;
import dev.glidepath.store.Contents.Place;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What was known at a time. Which executions there were is asked once and what they say is read
/// once, however many questions follow; what came later is not seen.
public final class Known {

    private final Revisions revisions;
    private final Contents contents;
    private final Instant asOf;
    private final List<Revision> newest;
    private final Map<Place, Statement> statements = new HashMap<>();
    private final Map<String, Lines.Head> heads = new HashMap<>();
    private final RollUp adding = new RollUp(Function.identity());

    Known(Revisions revisions, Contents contents, Instant asOf) {
        this.revisions = revisions;
        this.contents = contents;
        this.asOf = asOf;
        this.newest = revisions.newest().flatMap(now -> revisions.at(now, asOf).stream()).toList();
    }

    /// The newest execution per export and billing period.
    public List<Recorded> executions() {
        return recorded(newest);
    }

    /// The same, and of the billing periods from `first` on those that came before, oldest first.
    public List<Recorded> executionsAndHistory(YearMonth first) {
        return recorded(newest.stream().flatMap(last -> history(last, first)).toList());
    }

    /// The cost of the days of the range per currency, category, service and charge category, all
    /// exports and billing periods added up. Days without any cost are absent.
    public NavigableMap<LocalDate, List<CostLine>> days(ChargeDays range) {
        return lines(range, Level.TOTALS);
    }

    /// The same in all dimensions, a day at a time. So many days are read at once as fit a request,
    /// or one that does not: what is in memory is bounded by that, not by the range.
    public void eachDetail(ChargeDays range, BiConsumer<LocalDate, List<CostLine>> day) {
        each(range, Level.DETAIL, day);
    }

    NavigableMap<LocalDate, List<CostLine>> lines(ChargeDays range, Level level) {
        var lines = new TreeMap<LocalDate, List<CostLine>>();
        each(range, level, lines::put);
        return lines;
    }

    /// What became visible after `then`, of the days in the range.
    ///
    /// @param kept what is kept of a day's lines, which may be very many
    public List<Replacement> replaced(
            ChargeDays range, Known then, UnaryOperator<List<CostLine>> kept) {
        return new Replacing(contents, then, this, kept).within(range).toList();
    }

    List<Revision> newest() {
        return newest;
    }

    /// Of that export and billing period.
    Optional<Revision> newest(Execution.Id id) {
        return newest.stream()
                .filter(r -> r.id().export().equals(id.export()))
                .filter(r -> r.id().billingPeriod().equals(id.billingPeriod()))
                .findFirst();
    }

    Statement statement(Revision revision) {
        return statements(List.of(revision)).getFirst();
    }

    private Stream<Revision> history(Revision last, YearMonth first) {
        var id = last.id();
        return id.billingPeriod().isBefore(first)
                ? Stream.of(last)
                : revisions.history(id.export(), id.billingPeriod(), asOf);
    }

    private void each(ChargeDays range, Level level, BiConsumer<LocalDate, List<CostLine>> day) {
        contents.each(places(range, level), (date, texts) -> day.accept(date, added(texts)));
    }

    private List<CostLine> added(List<String> texts) {
        return adding.of(
                texts.stream().flatMap(text -> Lines.decode(text, heads).stream()).toList());
    }

    private NavigableMap<LocalDate, List<Place>> places(ChargeDays range, Level level) {
        var places = new TreeMap<LocalDate, List<Place>>();
        for (var statement : statements(newest.stream().filter(r -> r.touches(range)).toList())) {
            for (var day : statement.days().subMap(range.start(), range.end()).entrySet()) {
                var id = statement.execution().id();
                places.computeIfAbsent(day.getKey(), _ -> new ArrayList<>())
                        .add(Writing.place(id, day.getKey(), day.getValue(), level));
            }
        }
        return places;
    }

    private List<Recorded> recorded(List<Revision> of) {
        var said = statements(of);
        var recorded = new ArrayList<Recorded>();
        for (int i = 0; i < said.size(); i++) {
            recorded.add(said.get(i).recorded(of.get(i).times().recordedAt()));
        }
        return recorded;
    }

    private List<Statement> statements(Collection<Revision> of) {
        var unread =
                of.stream().map(Revision::place).filter(p -> !statements.containsKey(p)).toList();
        contents.read(unread)
                .forEach((place, text) -> statements.put(place, StatementText.decode(text)));
        return of.stream().map(r -> requireNonNull(statements.get(r.place()))).toList();
    }
}
