package dev.glidepath.collect.export;

import dev.glidepath.collect.export.Bucket.Item;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/// The manifests of one billing period of one export, none of which has been read.
///
/// @param manifests at least one
public record Partition(Id id, List<Found> manifests) {

    public Partition {
        manifests = List.copyOf(manifests);
    }

    /// @param month the billing period
    public record Id(String export, YearMonth month) implements Comparable<Id> {

        @Override
        public int compareTo(Id other) {
            int byName = export.compareTo(other.export);
            return byName != 0 ? byName : month.compareTo(other.month);
        }

        @Override
        public String toString() {
            return export + " of " + month;
        }
    }

    record Found(Layout layout, Item item) {

        Id id() {
            return new Id(layout.export(), layout.month());
        }

        /// As its path says, else when it was modified last.
        Instant written() {
            return Layout.delivered(item.key()).orElse(item.modified());
        }
    }
}
