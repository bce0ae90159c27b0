package dev.glidepath.collect.charges;

import dev.glidepath.core.cost.ChargeGroup;
import dev.glidepath.core.cost.Execution.FileRead;
import dev.glidepath.core.cost.Execution.Totals;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a delivery's files say, summed.
///
/// @param format as detected
/// @param files in the manifest's order
/// @param periods by billing period: the delivery's, or each row's where there is no manifest
public record Charges(String format, List<FileRead> files, Map<YearMonth, Period> periods) {

    public Charges {
        files = List.copyOf(files);
        periods = Map.copyOf(periods);
    }

    /// What was read of a billing period.
    ///
    /// @throws IllegalArgumentException when there is none of it
    public Period period(YearMonth month) {
        return Optional.ofNullable(periods.get(month))
                .orElseThrow(() -> new IllegalArgumentException("no charges of " + month));
    }

    /// @param groups which are made of columns as they are asked for
    /// @param totals per currency
    public record Period(List<ChargeGroup> groups, Map<String, Totals> totals) {
        public Period {
            groups = Collections.unmodifiableList(groups);
            totals = Map.copyOf(totals);
        }

        public long rows() {
            return totals.values().stream().mapToLong(Totals::rows).sum();
        }
    }
}
