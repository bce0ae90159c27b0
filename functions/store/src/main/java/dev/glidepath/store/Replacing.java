package dev.glidepath.store;

import static java.util.Objects.requireNonNull;

import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.store.Contents.Place;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Finds what became different between two times, and reads no day that did not.
final class Replacing {

    private final Revisions revisions;
    private final Contents contents;

    Replacing(Revisions revisions, Contents contents) {
        this.revisions = revisions;
        this.contents = contents;
    }

    Stream<Replacement> between(ChargeDays range, Instant then, Instant now) {
        return revisions
                .newest()
                .filter(r -> r.touches(range))
                .flatMap(newest -> replacement(newest, range, then, now).stream());
    }

    private Optional<Replacement> replacement(
            Revision newest, ChargeDays range, Instant then, Instant now) {
        var after = revisions.at(newest, now);
        var before = revisions.at(newest, then);
        if (after.isEmpty() || after.equals(before)) {
            return Optional.empty();
        }
        var said = statement(after.get());
        var saidBefore = before.map(this::statement);
        var days = days(said, range);
        var daysBefore = saidBefore.map(s -> days(s, range)).orElseGet(TreeMap::new);
        return Optional.of(
                new Replacement(
                        saidBefore.map(s -> s.recorded(before.orElseThrow().times().recordedAt())),
                        said.recorded(after.get().times().recordedAt()),
                        lines(without(daysBefore, days)),
                        lines(without(days, daysBefore))));
    }

    private static NavigableMap<LocalDate, Place> days(Statement statement, ChargeDays range) {
        var places = new TreeMap<LocalDate, Place>();
        statement
                .days()
                .subMap(range.start(), range.end())
                .forEach(
                        (date, day) ->
                                places.put(
                                        date,
                                        Writing.place(
                                                statement.execution().id(),
                                                date,
                                                day,
                                                Level.DETAIL)));
        return places;
    }

    /// Equal content lies at the same place.
    private static NavigableMap<LocalDate, Place> without(
            NavigableMap<LocalDate, Place> days, NavigableMap<LocalDate, Place> others) {
        var own = new TreeMap<>(days);
        own.entrySet().removeIf(day -> day.getValue().equals(others.get(day.getKey())));
        return own;
    }

    private NavigableMap<LocalDate, List<CostLine>> lines(NavigableMap<LocalDate, Place> places) {
        var texts = contents.read(places.values());
        var lines = new TreeMap<LocalDate, List<CostLine>>();
        places.forEach(
                (date, place) -> lines.put(date, Lines.decode(requireNonNull(texts.get(place)))));
        return lines;
    }

    private Statement statement(Revision revision) {
        var place = revision.place();
        return StatementText.decode(requireNonNull(contents.read(List.of(place)).get(place)));
    }
}
