package dev.glidepath.infra.settings;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings' file as `key: value` lines, each with its place. Values are kept as they are
/// written.
final class Entries {

    private static final int LONGEST = 64 * 1024;
    private static final LoadSettings YAML =
            LoadSettings.builder().setLabel("settings").setCodePointLimit(LONGEST).build();

    private final String file;
    private final List<String> known;
    private final List<String> faults;
    private final Map<String, Setting> found = new LinkedHashMap<>();

    private Entries(String file, List<String> known, List<String> faults) {
        this.file = file;
        this.known = known;
        this.faults = faults;
    }

    /// What is wrong is added to `faults`; what is right is read all the same.
    static Map<String, Setting> read(
            String file, String yaml, List<String> known, List<String> faults) {
        var entries = new Entries(file, known, faults);
        try {
            new Compose(YAML).composeString(yaml).ifPresent(entries::addAll);
        } catch (MarkedYamlEngineException e) {
            entries.fault(e.getProblemMark(), "this is not YAML: " + oneLine(e.getProblem()));
        } catch (YamlEngineException e) {
            entries.fault(
                    Optional.empty(),
                    "this is not YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
        return entries.found;
    }

    private void addAll(Node root) {
        if (root instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else {
            fault(root.getStartMark(), "write one \"key: value\" a line, e.g. export: create");
        }
    }

    private void add(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            fault(tuple.getKeyNode().getStartMark(), "a key must be one text, e.g. export: create");
            return;
        }
        var name = key.getValue();
        if (!known.contains(name)) {
            fault(
                    key.getStartMark(),
                    "unknown key \"" + name + "\": there are " + String.join(", ", known));
        } else if (found.containsKey(name)) {
            fault(key.getStartMark(), "\"" + name + "\" is there twice: remove one");
        } else if (tuple.getValueNode() instanceof ScalarNode value) {
            found.put(name, new Setting(value.getValue().strip(), place(value.getStartMark())));
        } else {
            fault(tuple.getValueNode().getStartMark(), "\"" + name + "\" must be one text");
        }
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
