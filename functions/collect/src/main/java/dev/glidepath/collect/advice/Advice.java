package dev.glidepath.collect.advice;

import dev.glidepath.collect.export.Bucket;
import dev.glidepath.core.lever.Recommended;
import dev.glidepath.store.DailyValues;
import dev.glidepath.store.DailyValues.Kind;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Collects AWS's recommendations into the store, by the day that they are of. An export of them is
/// found below the same folder as the billing exports; without one, nothing is done.
public final class Advice {

    private final Bucket bucket;
    private final String folder;
    private final Path scratch;
    private final DailyValues values;

    /// @param folder with a `/` at its end, or empty for the whole bucket
    /// @param scratch a folder for temporary files, which must exist
    public Advice(Bucket bucket, String folder, Path scratch, DailyValues values) {
        this.bucket = bucket;
        this.folder = folder;
        this.scratch = scratch;
        this.values = values;
    }

    /// Whether there are any.
    public static boolean isBelow(Bucket bucket, String folder) {
        return !AdviceDelivery.below(bucket, folder).isEmpty();
    }

    /// @param count of the recommendations that are read
    /// @param written numbers that are new to the store
    public record Read(String export, LocalDate day, long count, int written) {}

    /// The newest day.
    ///
    /// @throws dev.glidepath.collect.Refusal when it cannot be read; the store is then as it was
    public List<Read> newest(InstantSource clock) {
        var all = AdviceDelivery.below(bucket, folder);
        return all.isEmpty() ? List.of() : List.of(collect(all.getLast(), clock));
    }

    /// All days that there are, oldest first.
    ///
    /// @throws dev.glidepath.collect.Refusal when one cannot be read
    public List<Read> collect(InstantSource clock) {
        return AdviceDelivery.below(bucket, folder).stream()
                .map(delivery -> collect(delivery, clock))
                .toList();
    }

    private Read collect(AdviceDelivery delivery, InstantSource clock) {
        var groups = new AdviceReader(bucket, scratch).read(delivery);
        var day = delivery.day();
        var known = values.known(Kind.RECOMMENDED, day, day, Instant.MAX).keySet();
        var series = new TreeMap<String, NavigableMap<LocalDate, BigDecimal>>();
        new Recommended(day, groups)
                .series(known)
                .forEach((name, number) -> series.put(name, new TreeMap<>(Map.of(day, number))));
        return new Read(
                delivery.export(),
                day,
                groups.stream().mapToLong(Recommended.Group::count).sum(),
                values.record(Kind.RECOMMENDED, series, clock));
    }
}
