package dev.glidepath.local;

import dev.glidepath.local.generate.Company;
import dev.glidepath.local.generate.Export;
import dev.glidepath.local.generate.Settings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

@Command(
        name = "generate",
        description =
                "Makes the billing exports of a company, and what is true of them (truth.json). The"
                        + " same options make the same bytes.")
final class GenerateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            defaultValue = "2026-01-01",
            description = "The first charge day. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private LocalDate start;

    @Option(
            names = "--months",
            paramLabel = "N",
            defaultValue = "6",
            description = "How many. Default: ${DEFAULT-VALUE}")
    private int months;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "3000",
            description = "About how many a month of the AWS export. Default: ${DEFAULT-VALUE}")
    private int rows;

    @Option(
            names = "--format",
            paramLabel = "EXPORT",
            split = ",",
            description = "Only these of ${COMPLETION-CANDIDATES}. Default: all but LEGACY_ORG.")
    private List<Export> formats = List.of();

    @Override
    public Integer call() throws IOException {
        var company = Company.of(settings());
        var days = company.deliveryDays();
        int deliveries = 0;
        try (var progress = Progress.onTerminal()) {
            progress.start("generating", days.size());
            for (var day : days) {
                deliveries += company.deliver(day, out).size();
                progress.step(1);
            }
        }
        company.truth().write(out.resolve("truth.json"));
        spec.commandLine()
                .getOut()
                .printf(
                        "%d deliveries in %s, and what is true of them in %s%n",
                        deliveries, out.resolve("billing-bucket"), out.resolve("truth.json"));
        return 0;
    }

    private Settings settings() {
        Set<Export> exports = formats.isEmpty() ? Export.USUAL : EnumSet.copyOf(formats);
        try {
            return new Settings(seed, start, months, rows, exports);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
