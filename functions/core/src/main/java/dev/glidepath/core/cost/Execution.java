package dev.glidepath.core.cost;

import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One delivery of one billing period of one export, as it was read.
///
/// @param totals per currency, over all charge days
public record Execution(Id id, Source source, List<FileRead> files, Map<String, Totals> totals) {

    public Execution {
        files = List.copyOf(files);
        totals = Map.copyOf(totals);
    }

    public long rows() {
        return files.stream().mapToLong(FileRead::rows).sum();
    }

    /// Which billing period's contribution this is, and how new. A later `delivered` is newer; at
    /// the same instant the greater `executionId` is, so that any order of collecting ends the
    /// same.
    ///
    /// @param delivered when the export was delivered: from its path, else the manifest's or the
    ///   file's last modification
    public record Id(String export, YearMonth billingPeriod, String executionId, Instant delivered)
            implements Comparable<Id> {

        @Override
        public int compareTo(Id other) {
            int byTime = delivered.compareTo(other.delivered);
            return byTime != 0 ? byTime : executionId.compareTo(other.executionId);
        }
    }

    /// @param format as detected: `CUR 2.0`, `FOCUS 1.2`, `CUR legacy`
    /// @param manifest where the manifest lies, or the file that was read without one
    public record Source(String format, String manifest) {}

    /// @param etag what pinned the file's content while it was read
    public record FileRead(String name, String etag, long bytes, long rows) {}

    /// @param absent per metric, how many rows have no such figure
    public record Totals(long rows, Amounts amounts, Map<Metric, Long> absent) {
        public Totals {
            absent = Map.copyOf(absent);
        }

        public Totals plus(Totals other) {
            var sum = new EnumMap<Metric, Long>(Metric.class);
            sum.putAll(absent);
            other.absent.forEach((metric, count) -> sum.merge(metric, count, Long::sum));
            return new Totals(rows + other.rows, amounts.plus(other.amounts), sum);
        }
    }
}
