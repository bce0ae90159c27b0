package dev.glidepath.core.plan;

import dev.glidepath.core.plan.PlanFile.Note;
import dev.glidepath.core.plan.Yaml.Entry;
import dev.glidepath.core.plan.Yaml.Mark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the sections of a file share while it is being read.
///
/// @param currency empty while it is faulty
/// @param claims what the file states although it can be computed, for the notes
record Draft(Nodes nodes, String currency, Optional<LocalDate> start, List<Claim> claims) {

    Draft(Nodes nodes, String currency, Optional<LocalDate> start) {
        this(nodes, currency, start, new ArrayList<>());
    }

    /// Something stated at a place, to be compared with what follows from the rest of the plan.
    record Claim(Mark mark, Check check) {}

    /// Says how the plan contradicts itself; empty when it does not.
    interface Check {
        Optional<String> of(Plan plan);
    }

    /// A value that the file gives for a day.
    record Dated<T>(Mark mark, DateForm.Due due, T value) {}

    AmountForm monthly() {
        return new AmountForm(currency, true);
    }

    AmountForm amount() {
        return new AmountForm(currency, false);
    }

    DateForm day() {
        return new DateForm(start);
    }

    void claim(Mark mark, Check check) {
        claims.add(new Claim(mark, check));
    }

    List<Note> notes(Plan plan) {
        return claims.stream()
                .flatMap(c -> c.check().of(plan).stream().map(text -> note(c.mark(), text)))
                .sorted(Comparator.comparingInt(Note::line).thenComparingInt(Note::column))
                .toList();
    }

    private static Note note(Mark mark, String text) {
        return new Note(mark.line(), mark.column(), text);
    }

    /// Values by day, in the order of the days and all after the start.
    <T> List<Dated<T>> dated(List<Entry> entries, Form<T> form) {
        return dated(entries, form, start);
    }

    /// Values by day, in the order of the days.
    ///
    /// @param after all are after it; empty for any day
    <T> List<Dated<T>> dated(List<Entry> entries, Form<T> form, Optional<LocalDate> after) {
        var all = new ArrayList<Dated<T>>();
        for (var entry : entries) {
            var due = nodes.value(entry.key(), day());
            if (due.isEmpty()
                    && entry.value() instanceof Yaml.Text(_, String text)
                    && text.isEmpty()) {
                continue;
            }
            var named = new Nodes.Named(entry.key().value(), "a value");
            var value = nodes.value(entry.value(), named, form);
            if (due.isPresent() && value.isPresent()) {
                checkOrder(entry.key().mark(), due.get(), all, after);
                all.add(new Dated<>(entry.value().mark(), due.get(), value.get()));
            }
        }
        return all;
    }

    private <T> void checkOrder(
            Mark mark, DateForm.Due due, List<Dated<T>> before, Optional<LocalDate> after) {
        if (after.isPresent() && !due.date().isAfter(after.get())) {
            nodes.fault(
                    mark,
                    "\"%s\" is not after the plan's start %s: write a later day, e.g. 6M"
                            .formatted(due.label(), after.get()));
        } else if (start.isPresent()
                && !before.isEmpty()
                && !due.date().isAfter(before.getLast().due().date())) {
            var last = before.getLast().due();
            nodes.fault(
                    mark,
                    "\"%s\" (%s) is not after \"%s\" (%s): put them in the order of their days"
                            .formatted(due.label(), due.date(), last.label(), last.date()));
        }
    }

    /// Reports names that are taken, however their letters are cased.
    final class Names {
        private final String what;
        private final Map<String, Integer> lines = new HashMap<>();

        Names(String what) {
            this.what = what;
        }

        void add(Mark mark, String name) {
            var line = lines.putIfAbsent(name.toLowerCase(Locale.ROOT), mark.line());
            if (line != null) {
                nodes.fault(
                        mark,
                        "a second %s \"%s\" (the first is in line %d): rename or remove one"
                                .formatted(what, name, line));
            }
        }
    }

    /// Reports a name that nothing has.
    void checkKnown(Yaml.Text written, String what, List<String> known) {
        if (!known.contains(written.value().strip())) {
            nodes.fault(
                    written.mark(),
                    "unknown %s \"%s\"%s"
                            .formatted(
                                    what,
                                    written.value(),
                                    Suggestion.among(written.value(), known)));
        }
    }
}
