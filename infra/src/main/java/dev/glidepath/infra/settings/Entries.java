package dev.glidepath.infra.settings;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The settings' file as `key: value` lines, each with its place. Values are kept as they are
/// written.
final class Entries {

    private static final int LONGEST = 64 * 1024;
    private static final int DEEPEST = 4;
    private static final LoadSettings YAML =
            LoadSettings.builder().setLabel("settings").setCodePointLimit(LONGEST).build();

    private final String file;
    private final List<String> faults;
    private final Set<Key> seen = EnumSet.noneOf(Key.class);
    private final Map<Key, List<Setting>> found = new EnumMap<>(Key.class);

    private Entries(String file, List<String> faults) {
        this.file = file;
        this.faults = faults;
    }

    /// What is wrong is added to `faults`; what is right is read all the same.
    ///
    /// @return empty for what is no list of settings at all
    static Optional<Map<Key, List<Setting>>> read(String file, String yaml, List<String> faults) {
        var entries = new Entries(file, faults);
        try {
            var deep = tooDeep(yaml);
            if (deep.isPresent()) {
                entries.fault(deep, "nested too deep: write one \"key: value\" a line");
                return Optional.empty();
            }
            var root = new Compose(YAML).composeString(yaml);
            return root.isEmpty() || entries.addAll(root.get())
                    ? Optional.of(entries.found)
                    : Optional.empty();
        } catch (MarkedYamlEngineException e) {
            entries.fault(e.getProblemMark(), "this is not YAML: " + oneLine(e.getProblem()));
        } catch (YamlEngineException e) {
            entries.fault(
                    Optional.empty(),
                    "this is not YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /// Where the first node begins that the composer, which recurs, must not be given.
    private static Optional<Mark> tooDeep(String yaml) {
        int depth = 0;
        for (var event : new Parse(YAML).parseString(yaml)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                return event.getStartMark();
            }
        }
        return Optional.empty();
    }

    private boolean addAll(Node root) {
        if (root instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
            return true;
        }
        fault(root.getStartMark(), "write one \"key: value\" a line, e.g. export: create");
        return false;
    }

    private void add(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
            fault(tuple.getKeyNode().getStartMark(), "a key must be one text, e.g. export: create");
            return;
        }
        var key = Key.of(name.getValue());
        if (key.isEmpty()) {
            fault(
                    name.getStartMark(),
                    "unknown key \"" + name.getValue() + "\": there are " + Key.all());
        } else if (!seen.add(key.get())) {
            fault(name.getStartMark(), "\"" + key.get() + "\" is there twice: remove one");
        } else {
            add(key.get(), tuple.getValueNode());
        }
    }

    private void add(Key key, Node value) {
        var nodes =
                key.hasMany() && value instanceof SequenceNode sequence
                        ? sequence.getValue()
                        : List.of(value);
        var settings = new ArrayList<Setting>();
        for (var node : nodes) {
            if (node instanceof ScalarNode text) {
                settings.add(new Setting(text.getValue().strip(), place(node.getStartMark())));
            } else {
                fault(node.getStartMark(), "\"" + key + "\" must be " + wanted(key));
            }
        }
        found.put(key, settings);
    }

    private static String wanted(Key key) {
        return switch (key) {
            case RECIPIENT_DOMAINS -> "a list of texts, e.g. [example.com, example.org]";
            case LIMITS -> "a list of texts, e.g. [columns=8000, unpacked=100GB]";
            default -> "one text";
        };
    }

    private void fault(Optional<Mark> mark, String message) {
        faults.add(place(mark) + ": " + message);
    }

    private String place(Optional<Mark> mark) {
        return mark.map(m -> file + ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                .orElse(file);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
