package dev.glidepath.store;

import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.store.Contents.Place;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Finds what became different between two times, and reads no day that did not.
///
/// @param kept what is kept of a day's lines
record Replacing(Contents contents, Known then, Known now, UnaryOperator<List<CostLine>> kept) {

    Stream<Replacement> within(ChargeDays range) {
        return now.newest().stream()
                .filter(r -> r.touches(range))
                .flatMap(after -> replacement(after, range).stream());
    }

    private Optional<Replacement> replacement(Revision after, ChargeDays range) {
        var before = then.newest(after.id());
        if (before.filter(after::equals).isPresent()) {
            return Optional.empty();
        }
        var said = now.statement(after);
        var saidBefore = before.map(then::statement);
        var days = days(said, range);
        var daysBefore = saidBefore.map(s -> days(s, range)).orElseGet(TreeMap::new);
        return Optional.of(
                new Replacement(
                        saidBefore.map(s -> s.recorded(before.orElseThrow().times().recordedAt())),
                        said.recorded(after.times().recordedAt()),
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

    /// A few days at a time: a month may have come anew.
    private NavigableMap<LocalDate, List<CostLine>> lines(NavigableMap<LocalDate, Place> places) {
        var each = new TreeMap<LocalDate, List<Place>>();
        places.forEach((date, place) -> each.put(date, List.of(place)));
        var heads = new HashMap<String, Lines.Head>();
        var lines = new TreeMap<LocalDate, List<CostLine>>();
        contents.each(
                each,
                (date, texts) ->
                        lines.put(date, kept.apply(Lines.decode(texts.getFirst(), heads))));
        return lines;
    }
}
