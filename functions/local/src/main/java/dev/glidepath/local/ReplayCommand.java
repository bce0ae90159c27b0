package dev.glidepath.local;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.digest.Receipt;
import dev.glidepath.runtime.SmallFile;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.Standing;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;

@Command(
        name = "replay",
        description =
                "Makes a mail of before again from its receipt, and says whether it is the same,"
                        + " byte for byte. Exit code 1: it is not.")
final class ReplayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RECEIPT",
            description = "A receipt.json. Or name --week and --to: the outbox has their receipt.")
    private @Nullable Path file;

    @Mixin private StoreOrTable store = new StoreOrTable();

    @Option(names = "--week", paramLabel = "YYYY-Www", description = "The week of the mail.")
    private @Nullable String week;

    @Option(names = "--to", paramLabel = "ADDRESS", description = "The recipient of the mail.")
    private @Nullable String to;

    @Option(
            names = "--sender",
            paramLabel = "ADDRESS",
            defaultValue = "${env:GLIDEPATH_SENDER:-" + DigestFolder.SENDER + "}",
            description = "Whom the mail came from. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private String sender;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Also write the mail, into this folder.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        var console = spec.commandLine().getOut();
        try (var open = store.open()) {
            var receipt = Receipt.parse(file == null ? ofOutbox(open) : text(file));
            var again = open.replay().again(receipt);
            console.println(again.edition().rendered().letter().subject());
            if (out != null) {
                var asOf = Instant.parse(receipt.basis().asOf());
                var folder = new DigestFolder(out, sender).write(again.edition(), asOf);
                console.println("  " + folder.resolve("digest.html"));
            }
            if (again.differences().isEmpty()) {
                console.println("  the same: " + receipt.mail().letter());
                return 0;
            }
            again.differences().forEach(difference -> console.println("  differs: " + difference));
            return 1;
        }
    }

    private String ofOutbox(OpenStore open) {
        if (week == null || to == null) {
            throw new ParameterException(
                    spec.commandLine(), "name a receipt, or --week and --to of a mail");
        }
        var which = Week.parse(week);
        var mail = MailKey.of(which, to);
        return open.outbox().mails(which).stream()
                .filter(m -> m.key().equals(mail))
                .map(m -> m.standing(Instant.now()))
                .filter(Standing.Accepted.class::isInstance)
                .map(accepted -> ((Standing.Accepted) accepted).attempt())
                .findFirst()
                .map(attempt -> open.outbox().receipt(which, attempt))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no mail of %s to %s is in this store's outbox"
                                                .formatted(which, to)));
    }

    private static String text(Path file) {
        try {
            return SmallFile.text(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": no such receipt", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
