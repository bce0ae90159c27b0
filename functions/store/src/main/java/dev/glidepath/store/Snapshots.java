package dev.glidepath.store;

import static java.util.Objects.requireNonNull;

import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.DayLines;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.store.Contents.Place;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// What is known about each charge day, as of any time. An execution becomes visible as a whole or
/// not at all, and nothing that was visible is ever changed: a later execution of the billing
/// period takes its place from then on.
public final class Snapshots {

    private static final int TRIES = 8;

    private final Revisions revisions;
    private final Contents contents;
    private final Writing writing;
    private final Pause pause;
    private final DailyValues values;

    public Snapshots(DynamoDbClient dynamo, String table) {
        this(dynamo, table, Pause::sleep);
    }

    Snapshots(DynamoDbClient dynamo, String table, Pause pause) {
        var batches = new Batches(dynamo, table, pause);
        this.revisions = new Revisions(dynamo, table);
        this.contents = new Contents(batches);
        this.writing = new Writing(batches);
        this.pause = pause;
        this.values = new DailyValues(dynamo, table, pause);
    }

    /// What stands beside the snapshots in the same table.
    public DailyValues values() {
        return values;
    }

    public Optional<Recorded> newest(String export, YearMonth billingPeriod) {
        return revisions.newest(export, billingPeriod).map(r -> recorded(List.of(r)).getFirst());
    }

    /// Records an execution unless it or a newer one is there. The clock is asked right before it
    /// becomes visible, which may be minutes after the writing began: a reader as of a time in
    /// between must not see it later.
    ///
    /// @param allocation the version of the rules that put the lines into categories
    /// @param days all charge days of the execution
    /// @throws IllegalArgumentException if the days do not sum to the execution's totals; nothing
    ///   of them is then visible
    public Recording record(
            Execution execution, String allocation, TotalledDays days, InstantSource clock) {
        return record(execution, allocation, days, clock, false);
    }

    /// The same of lines that are all there.
    public Recording record(
            Execution execution,
            String allocation,
            NavigableMap<LocalDate, List<CostLine>> days,
            InstantSource clock) {
        return record(execution, allocation, new TotalledDays(DayLines.of(days)), clock);
    }

    /// The same of an execution that may be there: where it says something else than what was
    /// recorded of it, that is its newest version from now on.
    public Recording recordAgain(
            Execution execution, String allocation, TotalledDays days, InstantSource clock) {
        return record(execution, allocation, days, clock, true);
    }

    /// The same of lines that are all there.
    public Recording recordAgain(
            Execution execution,
            String allocation,
            NavigableMap<LocalDate, List<CostLine>> days,
            InstantSource clock) {
        return recordAgain(execution, allocation, new TotalledDays(DayLines.of(days)), clock);
    }

    private Recording record(
            Execution execution,
            String allocation,
            TotalledDays days,
            InstantSource clock,
            boolean again) {
        var id = execution.id();
        for (int tried = 1; tried <= TRIES; tried++) {
            var seen = revisions.newest(id.export(), id.billingPeriod());
            var refusal = seen.flatMap(s -> refusal(s, execution, allocation));
            if (refusal.isPresent() && !(again && isThere(refusal.get()))) {
                return refusal.get();
            }
            var written = writing.write(execution, allocation, days, seen.map(this::statement));
            if (seen.filter(s -> s.statement().equals(written.address())).isPresent()) {
                return new Recording.AlreadyRecorded();
            }
            var next = Revision.of(written.statement(), written.address(), seen, clock.instant());
            if (revisions.append(seen, next)) {
                return written.added();
            }
            pause.before(tried);
        }
        throw new IllegalStateException(
                "export %s, billing period %s: others kept recording at the same time; run it again"
                        .formatted(id.export(), id.billingPeriod()));
    }

    private static boolean isThere(Recording refusal) {
        return refusal instanceof Recording.AlreadyRecorded;
    }

    /// What was known at that time.
    public Known asOf(Instant time) {
        return new Known(revisions, contents, time);
    }

    /// The newest execution per export and billing period at that time.
    public List<Recorded> executions(Instant asOf) {
        return asOf(asOf).executions();
    }

    /// All executions up to that time, oldest first.
    public List<Recorded> history(String export, YearMonth billingPeriod, Instant asOf) {
        return recorded(revisions.history(export, billingPeriod, asOf).toList());
    }

    /// As [Known#days].
    public NavigableMap<LocalDate, List<CostLine>> days(
            LocalDate from, LocalDate end, Instant asOf) {
        return asOf(asOf).days(new ChargeDays(from, end));
    }

    /// What one execution says of each of its days, per currency, category, service and charge
    /// category.
    public NavigableMap<LocalDate, List<CostLine>> days(Recorded recorded) {
        var id = recorded.execution().id();
        var places = new TreeMap<LocalDate, Place>();
        revisions
                .newest(id.export(), id.billingPeriod())
                .flatMap(newest -> revisions.at(newest, recorded.recordedAt()))
                .map(this::statement)
                .ifPresent(
                        statement ->
                                statement
                                        .days()
                                        .forEach(
                                                (date, day) ->
                                                        places.put(
                                                                date,
                                                                Writing.place(
                                                                        id,
                                                                        date,
                                                                        day,
                                                                        Level.TOTALS))));
        var texts = contents.read(places.values());
        var lines = new TreeMap<LocalDate, List<CostLine>>();
        places.forEach(
                (date, place) -> lines.put(date, Lines.decode(requireNonNull(texts.get(place)))));
        return lines;
    }

    /// Lines in all dimensions as [#days] gives them.
    public static NavigableMap<LocalDate, List<CostLine>> totals(
            NavigableMap<LocalDate, List<CostLine>> days) {
        var totals = new TreeMap<LocalDate, List<CostLine>>();
        days.forEach((date, lines) -> totals.put(date, Lines.totals(lines)));
        return totals;
    }

    /// The same in all dimensions.
    public NavigableMap<LocalDate, List<CostLine>> detail(
            LocalDate from, LocalDate end, Instant asOf) {
        return asOf(asOf).lines(new ChargeDays(from, end), Level.DETAIL);
    }

    /// What became visible after `then` and up to `now`, of the days in the range.
    public List<Replacement> replaced(ChargeDays range, Instant then, Instant now) {
        return asOf(now).replaced(range, asOf(then), UnaryOperator.identity());
    }

    /// An execution whose files changed under its id, such as a copy that was mended, is recorded
    /// again.
    private Optional<Recording> refusal(Revision newest, Execution execution, String allocation) {
        int order = execution.id().compareTo(newest.id());
        if (order < 0) {
            return Optional.of(new Recording.Superseded(newest.id()));
        }
        boolean same =
                order == 0
                        && allocation.equals(newest.allocation())
                        && execution.files().equals(statement(newest).execution().files());
        return same ? Optional.of(new Recording.AlreadyRecorded()) : Optional.empty();
    }

    private Statement statement(Revision revision) {
        return statements(List.of(revision)).getFirst();
    }

    private List<Statement> statements(List<Revision> revisions) {
        var texts = contents.read(revisions.stream().map(Revision::place).toList());
        return revisions.stream()
                .map(r -> StatementText.decode(requireNonNull(texts.get(r.place()))))
                .toList();
    }

    private List<Recorded> recorded(List<Revision> revisions) {
        var statements = statements(revisions);
        var recorded = new ArrayList<Recorded>();
        for (int i = 0; i < revisions.size(); i++) {
            recorded.add(statements.get(i).recorded(revisions.get(i).times().recordedAt()));
        }
        return recorded;
    }
}
