package dev.glidepath.local;

import dev.glidepath.collect.Collect;
import dev.glidepath.collect.Collected;
import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.local.host.FunctionZip;
import dev.glidepath.store.Pause;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// A month that is collected already costs a look: stopped and run again, it goes on where it was.
@Command(
        name = "backfill",
        description =
                "Collects the months from one to another, the newest first: of exports on this"
                        + " machine, or with --account by the deployed function. Stopped and run"
                        + " again, it goes on.")
final class BackfillCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "YYYY-MM", description = "First.")
    @SuppressWarnings("NullAway.Init")
    private YearMonth from;

    @Option(names = "--to", required = true, paramLabel = "YYYY-MM", description = "Last.")
    @SuppressWarnings("NullAway.Init")
    private YearMonth to;

    @Option(
            names = "--export",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Without --account: as collect has it.")
    private List<Path> exports = List.of();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description =
                    "Without --account: puts charges into this plan's categories; else all are"
                            + " Unallocated.")
    private @Nullable Path plan;

    @Option(
            names = "--force",
            description = "Read again what is recorded already; what is the same stays as it is.")
    private boolean force;

    @Option(
            names = "--pause",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "Wait between two months, for others to have their turn.")
    private int pause;

    @Mixin private StoreFolder store = new StoreFolder();
    @Mixin private AccountChoice account = new AccountChoice();

    @Option(names = "--json", description = "Print a line of JSON for each month.")
    private boolean json;

    @Override
    public Integer call() {
        if (pause < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--pause %d: write 0 seconds or more".formatted(pause));
        }
        if (from.isAfter(to)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--from %s --to %s: write the earlier month first".formatted(from, to));
        }
        if (account.chosen()) {
            try (var collect = Invoked.of(account.stack().function(FunctionZip.COLLECT))) {
                return each(month -> asked(collect, month));
            }
        }
        if (exports.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "name exports with --export, or --account");
        }
        try (var local = store.open();
                var progress = Progress.onTerminal()) {
            var deliveries = deliveries();
            return each(month -> collected(local, deliveries, month, progress));
        }
    }

    /// What became of a month, in words or counts.
    private interface Month {
        Map<String, Object> collect(YearMonth month);
    }

    /// A month that fails does not keep the others from being collected.
    private int each(Month collecting) {
        var out = spec.commandLine().getOut();
        int failed = 0;
        for (var month = to; !month.isBefore(from); month = month.minusMonths(1)) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("month", month.toString());
            try {
                fields.putAll(collecting.collect(month));
            } catch (Refusal | IllegalStateException e) {
                failed++;
                fields.put("error", String.valueOf(e.getMessage()));
                spec.commandLine().getErr().println("glidepath: " + month + ": " + e.getMessage());
            }
            if (json) {
                out.println(Printed.json(fields));
            } else if (!fields.containsKey("error")) {
                out.println(month + "  " + words(fields));
            }
            out.flush();
            pauseBefore(month);
        }
        return failed == 0 ? 0 : 1;
    }

    private static String words(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .filter(e -> !e.getKey().equals("month"))
                .map(
                        e ->
                                e.getKey().equals("nothing")
                                        ? e.getValue()
                                        : e.getKey() + " " + e.getValue())
                .map(Object::toString)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private void pauseBefore(YearMonth month) {
        if (pause > 0 && !month.equals(from)) {
            Pause.sleep(Duration.ofSeconds(pause));
        }
    }

    private Map<String, Object> asked(Invoked collect, YearMonth month) {
        var detail = new HashMap<String, String>();
        detail.put("from", month.toString());
        detail.put("to", month.toString());
        if (force) {
            detail.put("force", "yes");
        }
        var counts = new LinkedHashMap<String, Object>();
        collect.ask("Collect Periods", detail)
                .properties()
                .forEach(
                        e ->
                                counts.put(
                                        e.getKey(),
                                        e.getValue().isNumber()
                                                ? e.getValue().longValue()
                                                : e.getValue().asText()));
        return counts;
    }

    private Map<Path, ExportPath> deliveries() {
        var all = new LinkedHashMap<Path, ExportPath>();
        exports.forEach(path -> all.put(path, ExportPath.of(path)));
        return all;
    }

    private Map<String, Object> collected(
            OpenStore local, Map<Path, ExportPath> all, YearMonth month, Progress progress) {
        var once =
                new Collect(
                        local.snapshots(),
                        Path.of(System.getProperty("java.io.tmpdir")),
                        Optional.of(month),
                        Limits.STANDARD);
        var collect = force ? once.again() : once;
        var collected = new ArrayList<Collected>();
        for (var export : all.values()) {
            for (var delivery : export.deliveries()) {
                if (delivery.billingPeriod().map(month::equals).orElse(true)) {
                    progress.start(delivery.export() + " " + month, bytes(delivery));
                    collected.addAll(
                            collect.collect(
                                    export.bucket(),
                                    delivery,
                                    rules(),
                                    InstantSource.system(),
                                    file -> progress.step(file.bytes())));
                }
            }
        }
        return counts(collected);
    }

    private static Map<String, Object> counts(List<Collected> collected) {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("recorded", count(collected, Collected.Outcome.Recorded.class));
        counts.put("unchanged", count(collected, Collected.Outcome.Unchanged.class));
        counts.put("superseded", count(collected, Collected.Outcome.Superseded.class));
        return counts;
    }

    private static long count(List<Collected> collected, Class<?> outcome) {
        return collected.stream().filter(c -> outcome.isInstance(c.outcome())).count();
    }

    private static long bytes(Delivery delivery) {
        return delivery.files().stream().mapToLong(f -> f.bytes()).sum();
    }

    private Collect.Rules rules() {
        return plan == null ? Collect.Rules.NONE : Collect.Rules.of(new PlanPath(plan).plan());
    }
}
