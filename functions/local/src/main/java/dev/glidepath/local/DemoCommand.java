package dev.glidepath.local;

import dev.glidepath.collect.Collect;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.digest.Edition;
import dev.glidepath.digest.WeeklyDigest;
import dev.glidepath.local.generate.Company;
import dev.glidepath.local.generate.Delivery;
import dev.glidepath.local.generate.Export;
import dev.glidepath.local.generate.Settings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A company's months in a minute: each delivery is collected on the day on which it came, and each
/// digest knows only what was known when its week had settled.
@Command(
        name = "demo",
        description =
                "Makes a company's bills, collects 16 weeks of them, and writes the last four"
                        + " weekly digests.")
final class DemoCommand implements Runnable {

    private static final int WEEKS = 16;
    private static final int DIGESTS = 4;

    /// The AWS organisation as CUR 2.0; its FOCUS export bills the same charges again.
    private static final Settings COMPANY =
            new Settings(
                    42,
                    LocalDate.of(2026, 1, 1),
                    4,
                    3_000,
                    EnumSet.of(Export.CUR2_ORG, Export.SAAS_WORKPLACE, Export.SAAS_HELPDESK));

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "glidepath-demo",
            description = "A folder that is empty or does not exist. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public void run() {
        requireEmpty();
        var plan = PlanPath.shipped().plan();
        try (var local = StoreFolder.open(out.resolve("store"));
                var progress = Progress.onTerminal()) {
            var digest = local.digest();
            var settled = collect(local, plan, digest, progress);
            print(write(plan, digest, local, settled));
        }
    }

    /// @return per week, when it had settled
    private Map<Week, Instant> collect(
            OpenStore local, Plan plan, WeeklyDigest digest, Progress progress) {
        var company = Company.of(COMPANY);
        var rules = Collect.Rules.of(plan);
        var collect = new Collect(local.snapshots(), Path.of(System.getProperty("java.io.tmpdir")));
        var settled = new TreeMap<Week, Instant>();
        var end = Week.of(COMPANY.start()).minus(-WEEKS).monday();
        var days = company.deliveryDays();
        progress.start("collecting", days.size());
        for (var day : days) {
            for (var delivery : deliver(company, day)) {
                var export = ExportPath.of(delivery.manifest());
                collect.collect(
                        export.bucket(),
                        export.deliveries().getFirst(),
                        rules,
                        delivery::delivered,
                        _ -> {});
            }
            var now = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            settled.putIfAbsent(digest.newestWeek(plan, now), now);
            progress.step(1);
        }
        return settled.headMap(Week.of(end), false);
    }

    private List<Delivery> deliver(Company company, LocalDate day) {
        try {
            return company.deliver(day, out);
        } catch (IOException e) {
            throw new UncheckedIOException(out + ": cannot write bills: " + e.getMessage(), e);
        }
    }

    private Edition write(
            Plan plan, WeeklyDigest digest, OpenStore local, Map<Week, Instant> settled) {
        var filing =
                new Filing(
                        local,
                        new DigestFolder(out.resolve("digests"), DigestFolder.SENDER),
                        PlanPath.shipped());
        var last = Optional.<Edition>empty();
        for (var week : settled.entrySet().stream().skip(settled.size() - DIGESTS).toList()) {
            var editions = digest.editions(plan, week.getKey(), week.getValue());
            editions.forEach(edition -> filing.file(edition, week.getValue()));
            last = Optional.of(editions.getFirst());
        }
        return last.orElseThrow();
    }

    private void print(Edition edition) {
        var console = spec.commandLine().getOut();
        console.println(edition.rendered().headline());
        console.println();
        console.println(out.resolve("digests"));
    }

    private void requireEmpty() {
        if (!Files.exists(out)) {
            return;
        }
        try (var entries = Files.list(out)) {
            if (entries.findAny().isPresent()) {
                throw new IllegalArgumentException(
                        out + ": is not empty; delete it, or name another folder with --out");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(out + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
