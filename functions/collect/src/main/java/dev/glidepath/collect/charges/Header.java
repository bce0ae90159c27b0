package dev.glidepath.collect.charges;

import dev.glidepath.core.cost.Dimensions;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the names of an export's columns tell of it, before a row is read.
///
/// @param format as people call it; empty where it is none of ours
/// @param without those of the labels that no column can have
public record Header(Optional<String> format, List<String> without) {

    public Header {
        without = List.copyOf(without);
    }

    /// @param where for messages
    /// @param labels the tags and cost categories to look for, `tag:team`
    /// @throws dev.glidepath.collect.Refusal when a column is missing without which there is no
    ///   charge
    public static Header of(String where, List<String> names, Set<String> labels) {
        var columns =
                new Columns(
                        where,
                        names.stream()
                                .map(n -> new Column(n, Column.quoted(n), "VARCHAR"))
                                .toList());
        var format = Format.detect(columns);
        format.ifPresent(f -> f.project(columns, labels));
        return new Header(
                format.map(Format::name),
                format.map(f -> without(f.labels(columns), labels)).orElse(List.of()));
    }

    private static List<String> without(Labels labels, Set<String> wanted) {
        return wanted.stream()
                .filter(label -> !label.equals(Dimensions.OWN))
                .filter(label -> !labels.mayHave(label))
                .sorted()
                .toList();
    }
}
