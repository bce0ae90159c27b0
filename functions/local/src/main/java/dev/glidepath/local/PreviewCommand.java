package dev.glidepath.local;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.digest.Edition;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// Nothing is sent and nothing noted: a preview can be made at any time.
@Command(
        name = "preview",
        description =
                "Writes the mails that would be sent now: the same bytes but for date and message"
                        + " id. Nothing is sent.")
final class PreviewCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin private PlanChoice choice = new PlanChoice();
    @Mixin private StoreOrTable store = new StoreOrTable();

    @Option(
            names = "--week",
            paramLabel = "YYYY-Www",
            description = "An ISO week, 2026-W47. Default: the newest that is settled.")
    private @Nullable String week;

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            description = "Only the mail to this recipient of the plan. Default: to all.")
    private @Nullable String to;

    @Option(
            names = "--sender",
            paramLabel = "ADDRESS",
            defaultValue = "${env:GLIDEPATH_SENDER:-" + DigestFolder.SENDER + "}",
            description = "Whom the mail comes from. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private String sender;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "preview",
            description = "Where the mails go. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() {
        var plan = choice.file().plan();
        var asOf = choice.asOf();
        var outcomes = new Outcomes(spec.commandLine().getOut());
        try (var open = store.open()) {
            var digest = open.digest();
            var which = week == null ? digest.newestWeek(plan, asOf) : Week.parse(week);
            for (var edition : asked(digest.editions(plan, which, asOf))) {
                outcomes.print(edition, new DigestFolder(out, sender).write(edition, asOf));
            }
        }
        return outcomes.exitCode();
    }

    private List<Edition> asked(List<Edition> editions) {
        var asked =
                editions.stream()
                        .filter(e -> to == null || to.equalsIgnoreCase(e.recipient().email()))
                        .toList();
        if (asked.isEmpty()) {
            throw new IllegalArgumentException(
                    "--to %s: no recipient of the plan; glidepath plan check lists them"
                            .formatted(to));
        }
        return asked;
    }
}
