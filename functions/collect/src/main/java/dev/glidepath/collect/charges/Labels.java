package dev.glidepath.collect.charges;

import dev.glidepath.collect.charges.Format.Fault;
import dev.glidepath.collect.charges.Format.Named;
import dev.glidepath.core.cost.Dimensions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds tags and cost categories where a format keeps them: in a map, in a JSON text, or in a
/// column of their own (`resourceTags/user:Team`, `costCategory/Product`).
///
/// @param tags maps that hold tags, the first that has the key decides
record Labels(Columns columns, List<String> tags, List<String> costCategories) {

    List<Named> keys(Set<String> labels) {
        var keys = new ArrayList<Named>();
        for (var label : labels) {
            var sql = label.equals(Dimensions.OWN) ? own() : sql(label);
            keys.add(Named.ofRow(Groups.label(keys.size()), sql));
        }
        return keys;
    }

    /// JSON is read only where a rule asks for a label, and only then has it to be JSON.
    List<Fault> faults(Set<String> labels) {
        return Stream.concat(unreadable(labels), overlong(labels)).toList();
    }

    private Stream<Fault> unreadable(Set<String> labels) {
        if (labels.stream().allMatch(Dimensions.OWN::equals)) {
            return Stream.of();
        }
        var read =
                Stream.concat(tags.stream(), costCategories.stream())
                        .flatMap(name -> columns.find(name).stream())
                        .toList();
        return Stream.concat(
                read.stream().map(Faults::oversizedJson).flatMap(Optional::stream),
                read.stream()
                        .filter(column -> column.type() == Column.Type.TEXT)
                        .map(Faults::unreadableJson));
    }

    private Stream<Fault> overlong(Set<String> labels) {
        return labels.stream()
                .filter(label -> !label.equals(Dimensions.OWN) && mayHave(label))
                .map(label -> Faults.longText(label, sql(label)));
    }

    /// Whether there is a column that may have it.
    boolean mayHave(String label) {
        boolean tag = label.startsWith("tag:");
        return own(tag, label.substring(label.indexOf(':') + 1)).isPresent()
                || (tag ? tags : costCategories).stream().anyMatch(columns::has);
    }

    /// Of the tag, no other value is looked at.
    private String own() {
        return "CASE WHEN %s = 'glidepath' THEN 'glidepath' END".formatted(sql("tag:app"));
    }

    private String sql(String label) {
        boolean tag = label.startsWith("tag:");
        var key = label.substring(label.indexOf(':') + 1);
        var values = new ArrayList<String>();
        own(tag, key).ifPresent(column -> values.add(Sql.text(column)));
        for (var map : tag ? tags : costCategories) {
            columns.find(map).ifPresent(column -> values.add(Sql.entry(column, spellings(key))));
        }
        return Sql.firstOf(values);
    }

    private Optional<Column> own(boolean tag, String key) {
        var exact =
                tag
                        ? List.of("resourceTags/user:" + key, "resourceTags/" + key)
                        : List.of("costCategory/" + key);
        return columns.all().stream()
                .filter(c -> exact.contains(c.name()))
                .findFirst()
                .or(
                        () ->
                                columns.find(exact.toArray(String[]::new))
                                        .filter(c -> isAscii(key) && isAscii(c.name())));
    }

    /// Spelled loosely, two names in another script are the same.
    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 128);
    }

    /// AWS writes the tag `CostCenter` as `CostCenter`, `user:CostCenter` or `user_cost_center`.
    private static List<String> spellings(String key) {
        var snake = snake(key);
        return List.copyOf(
                new LinkedHashSet<>(
                        List.of(key, "user:" + key, "user_" + snake, snake, "resourceTag/" + key)));
    }

    private static String snake(String key) {
        return key.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toLowerCase(Locale.ROOT);
    }
}
