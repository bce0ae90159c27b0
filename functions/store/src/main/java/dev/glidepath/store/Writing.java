package dev.glidepath.store;

import static java.util.Objects.requireNonNull;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.store.Contents.Place;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Gatherers;

/// Writes what an execution says and the one before it did not. Until a revision names it, no
/// reader sees any of it.
final class Writing {

    private final Batches batches;

    Writing(Batches batches) {
        this.batches = batches;
    }

    record Written(Statement statement, Content.Address address, Recording.Added added) {}

    static Place place(Execution.Id id, LocalDate date, Statement.Day day, Level level) {
        return new Place(
                Partitions.day(id.export(), id.billingPeriod(), date),
                level.name().toLowerCase(Locale.ROOT),
                day.at(level));
    }

    Written write(
            Execution execution,
            String allocation,
            NavigableMap<LocalDate, List<CostLine>> days,
            Optional<Statement> before) {
        var known = before.map(Statement::days).orElseGet(TreeMap::new);
        var said = new TreeMap<LocalDate, Statement.Day>();
        var pending = new Pending();
        int changed = 0;
        for (var each = encoded(days); each.hasNext(); ) {
            var made = each.next();
            said.put(made.date, made.day);
            changed += pending.add(execution.id(), made, known.get(made.date)) ? 1 : 0;
        }
        var statement = new Statement(execution, allocation, said);
        var content = Content.of(StatementText.encode(statement));
        pending.add(Revision.place(execution.id(), content.address()), content);
        pending.flush();
        var added = new Recording.Added(changed, days.size() - changed);
        return new Written(statement, content.address(), added);
    }

    private record Encoded(LocalDate date, Statement.Day day, Map<Level, Content> contents) {}

    /// One day after the other, and no more at once than there are processors.
    private static Iterator<Encoded> encoded(NavigableMap<LocalDate, List<CostLine>> days) {
        int processors = Runtime.getRuntime().availableProcessors();
        return days.entrySet().stream()
                .gather(Gatherers.mapConcurrent(processors, Writing::encoded))
                .iterator();
    }

    private static Encoded encoded(Map.Entry<LocalDate, List<CostLine>> day) {
        var contents = contents(day.getValue());
        return new Encoded(day.getKey(), day(day.getValue(), contents), contents);
    }

    private static Map<Level, Content> contents(List<CostLine> lines) {
        return Map.of(
                Level.TOTALS, Content.of(Lines.encode(Lines.totals(lines))),
                Level.DETAIL, Content.of(Lines.encode(lines)));
    }

    private static Statement.Day day(List<CostLine> lines, Map<Level, Content> contents) {
        var addresses = new EnumMap<Level, Content.Address>(Level.class);
        contents.forEach((level, content) -> addresses.put(level, content.address()));
        return new Statement.Day(Statement.sums(lines), addresses);
    }

    /// Items that wait until they fill a request, so that a month's lines are never held at once.
    private final class Pending {

        private final List<Map<String, AttributeValue>> items = new ArrayList<>();

        boolean add(Execution.Id id, Encoded made, Statement.@Nullable Day before) {
            boolean changed = false;
            for (var level : Level.values()) {
                if (before == null || !before.at(level).equals(made.day.at(level))) {
                    add(
                            place(id, made.date, made.day, level),
                            requireNonNull(made.contents.get(level)));
                    changed = true;
                }
            }
            return changed;
        }

        void add(Place place, Content content) {
            items.addAll(Contents.items(place, content));
            if (items.size() >= Batches.WRITES) {
                flush();
            }
        }

        void flush() {
            batches.write(items);
            items.clear();
        }
    }
}
