package dev.glidepath.collect;

import dev.glidepath.collect.Collected.Outcome;
import dev.glidepath.collect.charges.ChargeSource;
import dev.glidepath.collect.charges.ChargeSource.Reading;
import dev.glidepath.collect.charges.Charges;
import dev.glidepath.collect.charges.DirectSource;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.core.cost.DailyCost;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Execution.FileRead;
import dev.glidepath.core.plan.Allocation;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Recording;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.TotalledDays;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Collects deliveries into snapshots. A delivery is recorded whole or not at all; one that the
/// store has already is not read again.
public final class Collect {

    private final Snapshots snapshots;
    private final ChargeSource source;
    private final Optional<YearMonth> only;
    private final Limits limits;
    private final boolean again;

    /// @param scratch a folder for temporary files, which must exist
    public Collect(Snapshots snapshots, Path scratch) {
        this(snapshots, scratch, Optional.empty(), Limits.STANDARD);
    }

    public Collect(Snapshots snapshots, ChargeSource source, Limits limits) {
        this(snapshots, source, Optional.empty(), limits, false);
    }

    /// @param only the one billing period that counts of a file that stands alone; empty for all
    public Collect(Snapshots snapshots, Path scratch, Optional<YearMonth> only, Limits limits) {
        this(snapshots, new DirectSource(scratch, limits), only, limits, false);
    }

    private Collect(
            Snapshots snapshots,
            ChargeSource source,
            Optional<YearMonth> only,
            Limits limits,
            boolean again) {
        this.snapshots = snapshots;
        this.source = source;
        this.only = only;
        this.limits = limits;
        this.again = again;
    }

    /// Reads also what is recorded already. What says the same stays as it is; what says something
    /// else becomes the newest version.
    public Collect again() {
        return new Collect(snapshots, source, only, limits, true);
    }

    public Limits limits() {
        return limits;
    }

    /// How charges are put into categories.
    ///
    /// @param currency the only one that may occur; empty without a plan
    public record Rules(Allocation allocation, Optional<String> currency) {
        public static final Rules NONE = new Rules(Allocation.NONE, Optional.empty());

        public static Rules of(Plan plan) {
            return new Rules(plan.allocation(), Optional.of(plan.basis().currency()));
        }
    }

    /// @return one execution for each billing period in the delivery
    /// @throws Refusal when it cannot be read; the store is then as it was
    /// @throws IllegalStateException when it is read elsewhere: then [#begin] it
    public List<Collected> collect(
            Bucket bucket,
            Delivery delivery,
            Rules rules,
            InstantSource clock,
            Consumer<FileRead> progress) {
        return begin(bucket, delivery, rules, clock, progress)
                .orElseThrow(
                        () -> new IllegalStateException(delivery.manifest() + ": is under way"));
    }

    /// Like [#collect].
    ///
    /// @return empty while the delivery is read elsewhere: collecting it again goes on with it
    public Optional<List<Collected>> begin(
            Bucket bucket,
            Delivery delivery,
            Rules rules,
            InstantSource clock,
            Consumer<FileRead> progress) {
        var known = known(bucket, delivery, rules.allocation());
        if (known.isPresent() && !again) {
            return Optional.of(List.of(known.get()));
        }
        return switch (source.read(bucket, delivery, rules.allocation().labels(), progress)) {
            case Reading.Done(var charges) -> Optional.of(record(delivery, charges, rules, clock));
            case Reading.UnderWay() -> Optional.empty();
        };
    }

    /// The billing periods of which something may be read elsewhere.
    public Set<YearMonth> underWay() {
        return source.underWay();
    }

    private List<Collected> record(
            Delivery delivery, Charges charges, Rules rules, InstantSource clock) {
        if (charges.periods().isEmpty()) {
            throw new Refusal(
                    delivery.manifest() + ": has no charges, only a header; name a file that has");
        }
        rules.currency().ifPresent(only -> requireCurrency(delivery, charges, only));
        var collected = new ArrayList<Collected>();
        for (var period : new TreeSet<>(charges.periods().keySet())) {
            if (only.isEmpty() || only.get().equals(period)) {
                collected.add(record(execution(delivery, charges, period), charges, rules, clock));
            }
        }
        return collected;
    }

    private Collected record(
            Execution execution, Charges charges, Rules rules, InstantSource clock) {
        var groups = charges.period(execution.id().billingPeriod()).groups();
        var days = new TotalledDays(DailyCost.byDay(groups, rules.allocation()));
        var version = rules.allocation().version();
        var recording =
                again
                        ? snapshots.recordAgain(execution, version, days, clock)
                        : snapshots.record(execution, version, days, clock);
        var outcome =
                switch (recording) {
                    case Recording.Added(int written, _) -> new Outcome.Recorded(written);
                    case Recording.AlreadyRecorded() -> new Outcome.Unchanged();
                    case Recording.Superseded(var by) -> new Outcome.Superseded(by);
                };
        return new Collected(execution, outcome, days.totals());
    }

    /// The delivery, where the store has it in the same categories already. A file that stands
    /// alone has to be read before it says which billing periods it is of.
    private Optional<Collected> known(Bucket bucket, Delivery delivery, Allocation allocation) {
        return delivery.billingPeriod()
                .flatMap(period -> snapshots.newest(delivery.export(), period))
                .filter(newest -> newest.allocation().equals(allocation.version()))
                .filter(newest -> isOf(newest.execution(), bucket, delivery))
                .map(
                        newest ->
                                new Collected(
                                        newest.execution(),
                                        new Outcome.Unchanged(),
                                        snapshots.days(newest)));
    }

    private static boolean isOf(Execution execution, Bucket bucket, Delivery delivery) {
        var version = delivery.version();
        var id = execution.id();
        return id.executionId().equals(version.executionId())
                && id.delivered().equals(version.delivered())
                && etags(execution).equals(delivery.files().stream().map(bucket::etag).toList());
    }

    private static List<String> etags(Execution execution) {
        return execution.files().stream().map(FileRead::etag).toList();
    }

    private static Execution execution(Delivery delivery, Charges charges, YearMonth period) {
        var version = delivery.version();
        var own = charges.period(period);
        var files =
                delivery.billingPeriod().isPresent()
                        ? charges.files()
                        : charges.files().stream()
                                .map(f -> new FileRead(f.name(), f.etag(), f.bytes(), own.rows()))
                                .toList();
        return new Execution(
                new Execution.Id(
                        delivery.export(), period, version.executionId(), version.delivered()),
                new Execution.Source(charges.format(), delivery.manifest()),
                files,
                own.totals());
    }

    private static void requireCurrency(Delivery delivery, Charges charges, String only) {
        var found = new TreeSet<String>();
        charges.periods().values().forEach(p -> found.addAll(p.totals().keySet()));
        found.remove(only);
        if (!found.isEmpty()) {
            throw new Refusal(
                    "%s: has charges in %s, and the plan counts %s; give them a plan of their own, or export them in %s"
                            .formatted(delivery.manifest(), String.join(", ", found), only, only));
        }
    }
}
