package dev.glidepath.core.plan;

import dev.glidepath.core.plan.Yaml.Mark;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.Optional;

/// Reads one YAML document into a tree. Aliases and tags are refused instead of resolved, so that a
/// small file stays small.
final class YamlReader {

    static final int LONGEST = 256 * 1024;
    private static final int DEEPEST = 12;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setLabel("plan").setCodePointLimit(LONGEST).build();

    private final Faults faults;
    private final Iterator<Event> events;

    private YamlReader(String text, Faults faults) {
        this.faults = faults;
        this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    /// Empty when there is no tree to look at; `faults` says why.
    static Optional<Yaml> read(String text, Faults faults) {
        var stripped = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (stripped.length() > LONGEST) {
            faults.add(Mark.START, "the file is longer than 256 KiB: a plan is a few pages");
            return Optional.empty();
        }
        try {
            return new YamlReader(stripped, faults).document();
        } catch (TooDeep e) {
            faults.add(
                    e.mark,
                    "nested more than " + DEEPEST + " levels deep: a plan needs at most six");
        } catch (YamlEngineException e) {
            SyntaxFaults.add(stripped, e, faults);
        }
        return Optional.empty();
    }

    private Optional<Yaml> document() {
        events.next();
        if (events.next().getEventId() == ID.StreamEnd) {
            faults.add(Mark.START, "the file is empty: start with \"name: Our reduction plan\"");
            return Optional.empty();
        }
        var root = node(events.next(), 0);
        events.next();
        if (events.next() instanceof DocumentStartEvent second) {
            faults.add(
                    mark(second),
                    "a second document starts here: keep one plan per file and remove the \"---\"");
        }
        return Optional.of(root);
    }

    private Yaml node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new TooDeep(mark(event));
        }
        return switch (event) {
            case AliasEvent alias -> {
                faults.add(
                        mark(alias),
                        "\"*"
                                + alias.getAlias()
                                + "\" is a YAML alias, which a plan does not have: write the value"
                                + " out, and quote a pattern, e.g. \"AmazonEC2*\"");
                yield new Yaml.Refused(mark(alias));
            }
            case ScalarEvent scalar -> {
                plain(scalar, scalar.getTag());
                yield new Yaml.Text(mark(scalar), scalar.getValue());
            }
            case MappingStartEvent start -> {
                plain(start, start.getTag());
                yield entries(start, depth);
            }
            case CollectionStartEvent start -> {
                plain(start, start.getTag());
                yield items(start, depth);
            }
            default -> throw new IllegalStateException("unexpected YAML event " + event);
        };
    }

    private Yaml items(Event start, int depth) {
        var items = new ArrayList<Yaml>();
        for (var next = events.next(); next.getEventId() != ID.SequenceEnd; next = events.next()) {
            items.add(node(next, depth + 1));
        }
        return new Yaml.Items(mark(start), items);
    }

    private Yaml entries(Event start, int depth) {
        var entries = new ArrayList<Yaml.Entry>();
        for (var next = events.next(); next.getEventId() != ID.MappingEnd; next = events.next()) {
            var key = node(next, depth + 1);
            var value = node(events.next(), depth + 1);
            switch (key) {
                case Yaml.Text text -> entries.add(new Yaml.Entry(text, placed(value, text)));
                case Yaml.Refused _ -> {}
                case Yaml.Items _, Yaml.Entries _ ->
                        faults.add(key.mark(), "a key must be one text, e.g. baseline: 50K");
            }
        }
        return new Yaml.Entries(mark(start), entries);
    }

    /// An empty value has no place of its own: its key stands for it.
    private static Yaml placed(Yaml value, Yaml.Text key) {
        return value instanceof Yaml.Text(_, String text) && text.isEmpty()
                ? new Yaml.Text(key.mark(), "")
                : value;
    }

    private void plain(NodeEvent event, Optional<String> tag) {
        event.getAnchor()
                .ifPresent(
                        anchor ->
                                faults.add(
                                        mark(event),
                                        "\"&"
                                                + anchor
                                                + "\" is a YAML anchor, which a plan does not have:"
                                                + " remove it, and quote a text that starts with"
                                                + " &"));
        tag.ifPresent(
                name ->
                        faults.add(
                                mark(event),
                                "\""
                                        + name.replace("tag:yaml.org,2002:", "!!")
                                        + "\" is a YAML tag, which a plan does not have: remove it,"
                                        + " and quote a text that starts with !"));
    }

    static Mark mark(Event event) {
        return event.getStartMark()
                .map(m -> new Mark(m.getLine() + 1, m.getColumn() + 1))
                .orElse(Mark.START);
    }

    private static final class TooDeep extends RuntimeException {
        private final transient Mark mark;

        TooDeep(Mark mark) {
            super(null, null, false, false);
            this.mark = mark;
        }
    }
}
