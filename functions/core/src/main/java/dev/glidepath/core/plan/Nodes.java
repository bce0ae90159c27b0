package dev.glidepath.core.plan;

import dev.glidepath.core.plan.Yaml.Entry;
import dev.glidepath.core.plan.Yaml.Mark;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Takes parts of the tree for what they should be, and reports those that are not.
record Nodes(Faults faults) {

    /// A key and an example of what is right under it.
    record Named(String key, String example) {
        String right() {
            return example.startsWith("a list") ? example : "e.g. " + key + ": " + example;
        }
    }

    void fault(Mark mark, String message) {
        faults.add(mark, message);
    }

    <T> Optional<T> value(Yaml node, Named named, Form<T> form) {
        return text(node, named).flatMap(text -> value(text, form));
    }

    <T> Optional<T> value(Yaml.Text text, Form<T> form) {
        try {
            return Optional.of(form.of(text.value().strip()));
        } catch (Form.Refused refused) {
            fault(text.mark(), refused.reason());
            return Optional.empty();
        }
    }

    private Optional<Yaml.Text> text(Yaml node, Named named) {
        switch (node) {
            case Yaml.Text text when text.value().isBlank() -> {
                int colon = named.key().indexOf(':');
                fault(
                        text.mark(),
                        colon > 0
                                ? spaced(named.key(), colon)
                                : "\"%s\" has no value: write %s"
                                        .formatted(named.key(), named.right()));
            }
            case Yaml.Text text -> {
                return Optional.of(text);
            }
            case Yaml.Refused _ -> {}
            case Yaml.Items items ->
                    fault(
                            items.mark(),
                            "\"%s\" takes one value, not a list: %s"
                                    .formatted(named.key(), named.right()));
            case Yaml.Entries entries ->
                    fault(
                            entries.mark(),
                            "\"%s\" takes one value, not keys: %s"
                                    .formatted(named.key(), named.right()));
        }
        return Optional.empty();
    }

    static String spaced(String joined, int colon) {
        return "no space after the colon: write %s: %s"
                .formatted(joined.substring(0, colon), joined.substring(colon + 1));
    }

    List<Yaml> items(Yaml node, Named named) {
        return switch (node) {
            case Yaml.Items items when items.items().isEmpty() -> {
                fault(
                        node.mark(),
                        "\"%s\" is an empty list: write %s".formatted(named.key(), named.right()));
                yield List.of();
            }
            case Yaml.Items items -> items.items();
            case Yaml.Refused _ -> List.of();
            case Yaml.Text _, Yaml.Entries _ -> {
                fault(
                        node.mark(),
                        "\"%s\" must be a list: write %s".formatted(named.key(), named.right()));
                yield List.of();
            }
        };
    }

    List<Yaml.Text> texts(Yaml node, Named named) {
        var all = node instanceof Yaml.Items ? items(node, named) : List.of(node);
        return all.stream().flatMap(item -> text(item, named).stream()).toList();
    }

    /// The entries without those whose key stood before.
    Optional<List<Entry>> entries(Yaml node, String what, String example) {
        return switch (node) {
            case Yaml.Entries entries -> Optional.of(once(entries.entries()));
            case Yaml.Refused _ -> Optional.empty();
            case Yaml.Text _, Yaml.Items _ -> {
                fault(node.mark(), what + " must be keys with values: " + example);
                yield Optional.empty();
            }
        };
    }

    private List<Entry> once(List<Entry> entries) {
        var first = new HashMap<String, Mark>();
        return entries.stream()
                .filter(
                        entry -> {
                            var key = entry.key();
                            var before = first.putIfAbsent(key.value(), key.mark());
                            if (before != null) {
                                fault(
                                        key.mark(),
                                        "\"%s\" stands here twice, first in line %d: keep one"
                                                .formatted(key.value(), before.line()));
                            }
                            return before == null;
                        })
                .toList();
    }
}
