package dev.glidepath.store;

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
            Execution execution, String allocation, TotalledDays days, Optional<Statement> before) {
        var known = before.map(Statement::days).orElseGet(TreeMap::new);
        var said = new TreeMap<LocalDate, Statement.Day>();
        var pending = new Pending();
        int changed = 0;
        for (var each = packed(days, known); each.hasNext(); ) {
            var made = each.next();
            said.put(made.date, made.day);
            changed += pending.add(execution.id(), made) ? 1 : 0;
        }
        Closing.require(execution, days.totals());
        var statement = new Statement(execution, allocation, said);
        var content = Content.of(StatementText.encode(statement));
        pending.add(Revision.place(execution.id(), content.address()), content.compressed());
        pending.flush();
        var added = new Recording.Added(changed, said.size() - changed);
        return new Written(statement, content.address(), added);
    }

    /// @param chunks compressed, of what the one before did not say
    private record Packed(LocalDate date, Statement.Day day, Map<Level, List<byte[]>> chunks) {}

    /// A day's lines are made one day after the other, and no more are written down and packed at
    /// once than there are processors.
    private static Iterator<Packed> packed(
            TotalledDays days, Map<LocalDate, Statement.Day> before) {
        int processors = Runtime.getRuntime().availableProcessors();
        var texts = new Pool<>(LineTexts::new);
        return days.dates().stream()
                .map(days::day)
                .gather(
                        Gatherers.mapConcurrent(
                                processors,
                                day ->
                                        packed(
                                                day,
                                                texts.with(known -> known.encode(day.lines())),
                                                before.get(day.date()))))
                .iterator();
    }

    private static Packed packed(
            TotalledDays.Day day, String detail, Statement.@Nullable Day before) {
        var addresses = new EnumMap<Level, Content.Address>(Level.class);
        var chunks = new EnumMap<Level, List<byte[]>>(Level.class);
        Map.of(Level.TOTALS, Lines.encode(day.totals()), Level.DETAIL, detail)
                .forEach(
                        (level, text) -> {
                            var content = Content.of(text);
                            addresses.put(level, content.address());
                            if (before == null || !before.at(level).equals(content.address())) {
                                chunks.put(level, content.compressed());
                            }
                        });
        var said = new Statement.Day(Statement.sums(day.totals()), addresses);
        return new Packed(day.date(), said, chunks);
    }

    /// Items that wait until they fill a request, so that a month's lines are never held at once.
    private final class Pending {

        private final List<Map<String, AttributeValue>> items = new ArrayList<>();

        /// Whether it says something else than the one before.
        boolean add(Execution.Id id, Packed made) {
            made.chunks.forEach(
                    (level, chunks) -> add(place(id, made.date, made.day, level), chunks));
            return !made.chunks.isEmpty();
        }

        void add(Place place, List<byte[]> chunks) {
            items.addAll(Contents.items(place, chunks));
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
