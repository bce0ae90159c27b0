package dev.glidepath.collect.charges;

import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.core.cost.Execution.FileRead;

import java.time.YearMonth;
import java.util.Set;
import java.util.function.Consumer;

/// Sums a delivery's charges: here and now, or elsewhere and later.
public interface ChargeSource {

    /// @param labels the tags and cost categories to read: `tag:team`, `cost_category:product`
    /// @param progress told of each file that has been read
    /// @throws dev.glidepath.collect.Refusal when a file cannot be read whole and exactly
    Reading read(Bucket bucket, Delivery delivery, Set<String> labels, Consumer<FileRead> progress);

    /// The billing periods of which something may be under way.
    Set<YearMonth> underWay();

    /// What became of it.
    sealed interface Reading {

        record Done(Charges charges) implements Reading {}

        /// Summed elsewhere; asking again tells.
        record UnderWay() implements Reading {}
    }
}
