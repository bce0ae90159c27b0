package dev.glidepath.local;

import dev.glidepath.collect.Collect;
import dev.glidepath.collect.Collected;
import dev.glidepath.collect.Collected.Outcome;
import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.advice.Advice;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.collect.export.FolderBucket;
import dev.glidepath.store.Snapshots;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Exit code 1 where an export was refused; the others are collected all the same.
@Command(
        name = "collect",
        description = "Reads billing exports into the store, as daily cost snapshots.")
final class CollectCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--export",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description =
                    "An export's folder as it lies in its bucket, a bucket's folder with several, a"
                            + " manifest, or a single file.")
    private List<Path> exports = List.of();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Puts charges into this plan's categories; else all are Unallocated.")
    private @Nullable Path plan;

    @Mixin private StoreFolder store = new StoreFolder();

    @Option(
            names = "--period",
            paramLabel = "YYYY-MM",
            description = "Only this billing period; else all that the exports have.")
    private @Nullable YearMonth period;

    @Option(
            names = "--limit",
            paramLabel = "NAME=NUMBER",
            description =
                    "How much of a file is read at most, such as columns=8000; the limits are in"
                            + " docs/limits.md.")
    private List<String> limits = List.of();

    @Option(
            names = "--force",
            description = "Read again what is recorded already; what is the same stays as it is.")
    private boolean force;

    @Option(names = "--json", description = "Print what was collected as JSON.")
    private boolean json;

    private final Map<String, Path> alone = new HashMap<>();

    @Override
    public Integer call() {
        var rules = rules();
        var refused = new ArrayList<Refusal>();
        var collected = new ArrayList<Collected>();
        var advice = new ArrayList<Advice.Read>();
        try (var local = store.open();
                var progress = Progress.onTerminal()) {
            var once =
                    new Collect(
                            local.snapshots(),
                            Path.of(System.getProperty("java.io.tmpdir")),
                            Optional.ofNullable(period),
                            Limits.of(limits));
            var collect = force ? once.again() : once;
            for (var path : exports) {
                collected.addAll(collect(collect, path, rules, refused, progress));
                advice.addAll(advice(path, local.snapshots(), refused));
            }
        }
        if (collected.isEmpty() && advice.isEmpty() && refused.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing is delivered for %s in %s"
                            .formatted(
                                    period == null ? "any month" : period,
                                    exports.stream()
                                            .map(Path::toString)
                                            .collect(Collectors.joining(", "))));
        }
        print(collected, advice);
        refused.forEach(r -> spec.commandLine().getErr().println("glidepath: " + r.getMessage()));
        return refused.isEmpty() ? 0 : 1;
    }

    private List<Collected> collect(
            Collect collect,
            Path path,
            Collect.Rules rules,
            List<Refusal> refused,
            Progress progress) {
        var collected = new ArrayList<Collected>();
        try {
            var export = ExportPath.of(path);
            requireOne(path, export.deliveries());
            for (var delivery : wanted(path, export.deliveries())) {
                progress.start(
                        delivery.export(),
                        delivery.files().stream().mapToLong(Bucket.Item::bytes).sum());
                try {
                    collected.addAll(
                            collect.collect(
                                    export.bucket(),
                                    delivery,
                                    rules,
                                    InstantSource.system(),
                                    file -> progress.step(file.bytes())));
                } catch (Refusal e) {
                    refused.add(e);
                }
            }
        } catch (Refusal e) {
            refused.add(e);
        }
        return collected;
    }

    /// Recommendations have no billing period: they are collected of all days that there are.
    private static List<Advice.Read> advice(Path path, Snapshots snapshots, List<Refusal> refused) {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try {
            return new Advice(
                            new FolderBucket(path.toRealPath()),
                            "",
                            Path.of(System.getProperty("java.io.tmpdir")),
                            snapshots.values())
                    .collect(InstantSource.system());
        } catch (Refusal e) {
            refused.add(e);
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /// A file that stands alone is known by its name: a second one of that name would replace the
    /// first.
    private void requireOne(Path path, List<Delivery> deliveries) {
        for (var delivery : deliveries) {
            var twin =
                    delivery.billingPeriod().isPresent()
                            ? null
                            : alone.putIfAbsent(delivery.export(), path);
            if (twin != null && !twin.toAbsolutePath().equals(path.toAbsolutePath())) {
                throw new Refusal(
                        "%s: is called %s as %s is, and would replace it; rename one"
                                .formatted(path, delivery.export(), twin));
            }
        }
    }

    private List<Delivery> wanted(Path path, List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return List.of();
        }
        var wanted = Deliveries.of(deliveries, Optional.ofNullable(period));
        if (wanted.isEmpty()) {
            var there = deliveries.stream().flatMap(d -> d.billingPeriod().stream()).toList();
            throw new Refusal(
                    "%s: has no billing period %s; it has %s"
                            .formatted(path, period, new TreeSet<>(there)));
        }
        return wanted;
    }

    private Collect.Rules rules() {
        if (plan == null) {
            return Collect.Rules.NONE;
        }
        return Collect.Rules.of(new PlanPath(plan).plan());
    }

    private void print(List<Collected> collected, List<Advice.Read> advice) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new CollectReport(collected, advice).json().toPrettyString());
            return;
        }
        for (var each : advice) {
            out.printf(
                    "%-24s %s  %,d recommendations, %s%n",
                    each.export(),
                    each.day(),
                    each.count(),
                    each.written() == 0 ? "unchanged" : "recorded");
        }
        for (var each : collected) {
            var id = each.execution().id();
            out.printf(
                    "%-24s %s  %-10s %,12d rows  %s%n",
                    id.export(),
                    id.billingPeriod(),
                    each.execution().source().format(),
                    each.execution().rows(),
                    outcome(each.outcome()));
        }
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded(int days) -> "recorded, " + days + " days changed";
            case Outcome.Unchanged() -> "unchanged";
            case Outcome.Superseded(var by) -> "superseded by " + by.executionId();
        };
    }
}
