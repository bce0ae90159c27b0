package dev.glidepath.core.plan;

import dev.glidepath.core.plan.Yaml.Entry;
import dev.glidepath.core.plan.Yaml.Mark;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One section of the file, opened: its known keys and their values. Opening it reports the keys
/// that are unknown, missing or there twice.
final class Fields {

    private final Section section;
    private final Mark mark;
    private final boolean blank;
    private final Map<String, Entry> entries;
    private final Nodes nodes;

    private Fields(
            Section section, Mark mark, boolean blank, Map<String, Entry> entries, Nodes nodes) {
        this.blank = blank;
        this.section = section;
        this.mark = mark;
        this.entries = entries;
        this.nodes = nodes;
    }

    static Optional<Fields> open(Yaml node, Section section, Nodes nodes) {
        var example = section.keys().getFirst();
        return nodes.entries(
                        node, section.words(), "e.g. " + example.name() + ": " + example.example())
                .map(all -> open(node.mark(), all, section, nodes));
    }

    private static Fields open(Mark mark, List<Entry> all, Section section, Nodes nodes) {
        var known = new LinkedHashMap<String, Entry>();
        var misspelt = new HashSet<String>();
        for (var entry : all) {
            var name = entry.key().value();
            if (section.key(name).isPresent()) {
                known.put(name, entry);
            } else {
                nodes.fault(
                        entry.key().mark(),
                        "unknown key \""
                                + name
                                + "\" in "
                                + section.words()
                                + Suggestion.among(name, section.names()));
                Suggestion.near(name, section.names()).ifPresent(misspelt::add);
            }
        }
        section.keys().stream()
                .filter(Section.Key::required)
                .filter(key -> !known.containsKey(key.name()) && !misspelt.contains(key.name()))
                .forEach(key -> nodes.fault(mark, missing(section, key)));
        return new Fields(section, mark, all.isEmpty(), known, nodes);
    }

    private static String missing(Section section, Section.Key key) {
        return "\"%s\" is missing in %s: add %s: %s"
                .formatted(key.name(), section.words(), key.name(), key.example());
    }

    /// Where the section begins.
    Mark mark() {
        return mark;
    }

    /// Where a value stands; the section's beginning when it is absent.
    Mark mark(String key) {
        return at(key).map(Yaml::mark).orElse(mark);
    }

    /// Where a key stands.
    Mark keyMark(String key) {
        var entry = entries.get(key);
        return entry == null ? mark : entry.key().mark();
    }

    /// Whether nothing at all is written in it.
    boolean isEmpty() {
        return blank;
    }

    boolean has(String key) {
        return at(key).isPresent();
    }

    Optional<Yaml> at(String key) {
        if (section.key(key).isEmpty()) {
            throw new IllegalArgumentException(section + " has no key " + key);
        }
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    <T> Optional<T> read(String key, Form<T> form) {
        return at(key).flatMap(node -> nodes.value(node, named(key), form));
    }

    Optional<Fields> fields(String key, Section inner) {
        return at(key).flatMap(node -> open(node, inner, nodes));
    }

    /// The sections of a list.
    List<Fields> list(String key, Section each) {
        return items(key).stream().flatMap(item -> open(item, each, nodes).stream()).toList();
    }

    List<Yaml> items(String key) {
        return at(key).map(node -> nodes.items(node, named(key))).orElse(List.of());
    }

    /// The entries under a key whose names are free, such as days or tags; at least one.
    List<Entry> entries(String key) {
        var found = at(key).flatMap(node -> nodes.entries(node, quoted(key), named(key).right()));
        if (found.isPresent() && found.get().isEmpty()) {
            nodes.fault(mark(key), quoted(key) + " is empty: write " + named(key).right());
        }
        return found.orElse(List.of());
    }

    /// One text, or a list of them.
    List<Yaml.Text> texts(String key) {
        return at(key).map(node -> nodes.texts(node, named(key))).orElse(List.of());
    }

    private Nodes.Named named(String key) {
        return new Nodes.Named(key, example(key));
    }

    private static String quoted(String key) {
        return "\"" + key + "\"";
    }

    private String example(String key) {
        return section.key(key).map(Section.Key::example).orElse("");
    }
}
