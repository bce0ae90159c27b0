package dev.glidepath.collect.charges;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.core.cost.Execution.FileRead;
import dev.glidepath.runtime.Early;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Set;
import java.util.function.Consumer;

/// Reads deliveries here, with the embedded engine.
///
/// @param scratch a folder for temporary files, which must exist
public record DirectSource(Path scratch, Limits limits) implements ChargeSource {

    /// Loads the engine, which takes a while, on another thread. What goes wrong is said by the
    /// read that needs it.
    public static void warmUp() {
        Early.start(LockedDuckDb::load);
    }

    @Override
    public Reading read(
            Bucket bucket, Delivery delivery, Set<String> labels, Consumer<FileRead> progress) {
        return new Reading.Done(
                new ChargeReader(bucket, scratch, limits).read(delivery, labels, progress));
    }

    @Override
    public Set<YearMonth> underWay() {
        return Set.of();
    }
}
