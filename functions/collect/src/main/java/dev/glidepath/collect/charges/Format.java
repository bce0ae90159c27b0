package dev.glidepath.collect.charges;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How one family of exports says what a charge is.
sealed interface Format permits FocusFormat, CurFormat {

    /// As people call it: `FOCUS 1.2`, `CUR 2.0`, `CUR legacy`.
    String name();

    /// Where it keeps tags and cost categories.
    Labels labels(Columns columns);

    /// SQL for every part of a charge.
    ///
    /// @param labels the tags and cost categories to read, `tag:team`
    /// @throws dev.glidepath.collect.Refusal when a column is missing without which there is no
    ///   charge
    Projection project(Columns columns, Set<String> labels);

    /// The format of a file with these columns; empty when it is none of ours.
    static Optional<Format> detect(Columns columns) {
        return FocusFormat.detect(columns).or(() -> CurFormat.detect(columns));
    }

    /// @param keys SQL by the name of a [Groups] dimension
    /// @param faults what must not be in the file
    record Projection(List<Named> keys, Costs costs, Sql.Numeric quantity, List<Fault> faults) {

        public Projection {
            keys = List.copyOf(keys);
            faults = List.copyOf(faults);
        }
    }

    /// @param ofRow whether it is taken of each row: where other columns say more than the charge
    ///   needs to know. Else rows that have the same in the columns that it names are alike
    record Named(String name, String sql, boolean ofRow) {

        Named(String name, String sql) {
            this(name, sql, false);
        }

        static Named ofRow(String name, String sql) {
            return new Named(name, sql, true);
        }
    }

    /// @param effective terms that add up to EffectiveCost; one or two
    record Costs(
            Sql.Numeric billed,
            List<Sql.Numeric> effective,
            Sql.Numeric list,
            Sql.Numeric contracted) {
        public Costs {
            effective = List.copyOf(effective);
        }
    }

    /// @param condition SQL that is true for a row that cannot be read
    /// @param inGroups SQL on the columns that [FileGroups] groups by that is true for each group
    ///   that has such a row, and perhaps for others; empty where only the row tells
    /// @param column whose value is at fault
    /// @param problem what is wrong and what to do; `%s` stands for the value
    record Fault(String condition, Optional<String> inGroups, Column column, String problem) {

        Fault(String condition, Column column, String problem) {
            this(condition, Optional.empty(), column, problem);
        }

        Fault seenInGroups(String sql) {
            return new Fault(condition, Optional.of(sql), column, problem);
        }
    }
}
