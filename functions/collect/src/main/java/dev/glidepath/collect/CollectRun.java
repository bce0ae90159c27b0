package dev.glidepath.collect;

import dev.glidepath.collect.CollectRequest.Begun;
import dev.glidepath.collect.CollectRequest.Landed;
import dev.glidepath.collect.CollectRequest.OpenPeriods;
import dev.glidepath.collect.CollectRequest.Periods;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.BucketPrefix;
import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.ManifestKey;
import dev.glidepath.collect.export.Partition;
import dev.glidepath.runtime.Health;

import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// One run of the function: which deliveries are meant, and each of them into the store. One that
/// is refused does not keep the others from being collected.
public final class CollectRun {

    private final Source source;
    private final Collect collect;
    private final Collect.Rules rules;
    private final Health health;
    private final InstantSource clock;
    private final List<Daily> daily;

    /// Where the exports lie.
    ///
    /// @param place as the settings name it
    public record Source(Bucket bucket, BucketPrefix place) {

        Deliveries deliveries(Limits limits) {
            return new Deliveries(bucket, limits);
        }

        /// The newest billing periods first: a run that ends early has done what matters most.
        List<Partition> partitions(Predicate<YearMonth> months) {
            return new Deliveries(bucket)
                    .partitions(place.prefix(), months).stream()
                            .sorted(
                                    Comparator.comparing((Partition p) -> p.id().month())
                                            .reversed())
                            .toList();
        }
    }

    /// Something else that a day brings besides deliveries; refused by itself alone.
    @FunctionalInterface
    public interface Daily {

        /// @return how many numbers were written
        /// @throws Refusal for what could not be read
        int collect(InstantSource clock);
    }

    public CollectRun(
            Source source,
            Collect collect,
            Collect.Rules rules,
            Health health,
            InstantSource clock) {
        this(source, collect, rules, health, clock, List.of());
    }

    public CollectRun(
            Source source,
            Collect collect,
            Collect.Rules rules,
            Health health,
            InstantSource clock,
            List<Daily> daily) {
        this.daily = List.copyOf(daily);
        this.source = source;
        this.collect = collect;
        this.rules = rules;
        this.health = health;
        this.clock = clock;
    }

    /// @throws Refusal with all that was refused, after the others have been collected
    public RunReport run(CollectRequest request) {
        return switch (request) {
            case OpenPeriods(var month) -> periods(new Periods(month.minusMonths(1), month), daily);
            case Periods periods -> (periods.again() ? again() : this).periods(periods, List.of());
            case Landed landed -> landed(landed);
            case Begun() -> begun(collect.underWay());
        };
    }

    private CollectRun again() {
        return new CollectRun(source, collect.again(), rules, health, clock, daily);
    }

    private RunReport periods(Periods periods, List<Daily> besides) {
        return collect(
                besides,
                periods::has,
                _ -> true,
                () ->
                        new RunReport.NothingToDo(
                                "nothing is delivered below %s for %s to %s"
                                        .formatted(source.place(), periods.from(), periods.to())));
    }

    private RunReport begun(Set<YearMonth> months) {
        return months.isEmpty()
                ? new RunReport.NothingToDo("no query is under way")
                : collect(
                        List.of(),
                        months::contains,
                        _ -> true,
                        () ->
                                new RunReport.NothingToDo(
                                        "what was asked for is not there any more"));
    }

    private RunReport landed(Landed landed) {
        requireOurs(landed);
        return ManifestKey.of(landed.key())
                .map(
                        manifest ->
                                collect(
                                        List.of(),
                                        manifest::mayBeOf,
                                        manifest::isOf,
                                        () -> missing(landed)))
                .orElseGet(
                        () -> new RunReport.NothingToDo(landed.key() + " is no export's manifest"));
    }

    private void requireOurs(Landed landed) {
        var place = source.place();
        if (!landed.bucket().equals(place.bucket())
                || !place.has(ManifestKey.readings(landed.key()))) {
            throw new Refusal(
                    "s3://%s/%s: is not below %s, where the exports are; correct the rule that sends its events"
                            .formatted(landed.bucket(), landed.key(), place));
        }
    }

    private static RunReport missing(Landed landed) {
        throw new Refusal(
                "s3://%s/%s: the manifest is not there any more; wait for the next delivery"
                        .formatted(landed.bucket(), landed.key()));
    }

    private RunReport collect(
            List<Daily> besides,
            Predicate<YearMonth> months,
            Predicate<Partition> wanted,
            Supplier<RunReport> withoutAny) {
        var tally = new Tally();
        tally.attempt(
                () ->
                        source.partitions(months).stream()
                                .filter(wanted)
                                .forEach(
                                        partition ->
                                                tally.attempt(() -> collect(partition, tally))));
        try {
            besides.forEach(one -> tally.attempt(() -> tally.addValues(one.collect(clock))));
        } finally {
            health.report(tally.health());
        }
        return tally.isEmpty() ? withoutAny.get() : tally.report();
    }

    private void collect(Partition partition, Tally tally) {
        var delivery = source.deliveries(collect.limits()).newest(partition);
        if (delivery.isUnderWay(clock.instant())) {
            tally.addUnderWay();
            return;
        }
        collect.begin(source.bucket(), delivery, rules, clock, _ -> {})
                .ifPresentOrElse(
                        all -> all.forEach(collected -> tally.add(collected.outcome())),
                        tally::addUnderWay);
    }
}
