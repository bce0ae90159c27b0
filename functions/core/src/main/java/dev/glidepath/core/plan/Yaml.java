package dev.glidepath.core.plan;

import java.util.Comparator;
import java.util.List;

/// A YAML text as a tree that keeps where everything stands. Scalars are kept as they are written:
/// `000123456789` stays text, and so does `2026-01-01`.
sealed interface Yaml {

    Mark mark();

    /// Line and column, both from 1.
    record Mark(int line, int column) implements Comparable<Mark> {
        static final Mark START = new Mark(1, 1);

        @Override
        public int compareTo(Mark other) {
            return Comparator.comparingInt(Mark::line)
                    .thenComparingInt(Mark::column)
                    .compare(this, other);
        }
    }

    record Text(Mark mark, String value) implements Yaml {}

    record Items(Mark mark, List<Yaml> items) implements Yaml {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Entries(Mark mark, List<Entry> entries) implements Yaml {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    record Entry(Text key, Yaml value) {}

    /// Something whose fault is reported already, such as an alias: nobody complains again.
    record Refused(Mark mark) implements Yaml {}
}
