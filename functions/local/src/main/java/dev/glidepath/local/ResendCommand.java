package dev.glidepath.local;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.local.host.FunctionZip;
import dev.glidepath.store.outbox.Mail;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// The week's mail stays delivered once: a copy is another mail, with a number and a reason.
@Command(
        name = "resend",
        description =
                "Sends one recipient a copy of a mail that they were sent before: the same figures,"
                        + " marked as a copy, with the reason. Without --account it is written into"
                        + " a folder.")
final class ResendCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin private StoreOrAccount store = new StoreOrAccount();

    @Option(
            names = "--week",
            required = true,
            paramLabel = "YYYY-Www",
            description = "The week of the mail.")
    @SuppressWarnings("NullAway.Init")
    private String week;

    @Option(names = "--to", required = true, paramLabel = "ADDRESS", description = "Its recipient.")
    @SuppressWarnings("NullAway.Init")
    private String to;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why: it is in the copy and in its receipt.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(
            names = "--number",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Which copy: each is sent once, so that asking again is safe. Default:"
                            + " ${DEFAULT-VALUE}")
    private int number;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "digests",
            description = "Where a copy on this machine goes. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--json", description = "Print what became of it as JSON.")
    private boolean json;

    @Override
    public void run() {
        var which = Week.parse(week);
        reason = Deciding.line("--reason", reason);
        var said = store.isAccount() ? asked(which) : filed(which);
        var console = spec.commandLine().getOut();
        console.println(
                json
                        ? Printed.json(said)
                        : "copy %d of %s: %s".formatted(number, which, said.get("outcome")));
    }

    private Map<String, Object> asked(Week which) {
        try (var digest = Invoked.of(store.stack().function(FunctionZip.DIGEST))) {
            var answer =
                    digest.ask(
                            "Digest Again",
                            Map.of(
                                    "week",
                                    which.toString(),
                                    "to",
                                    to,
                                    "number",
                                    Integer.toString(number),
                                    "reason",
                                    reason));
            var report = answer.at("/weeks/0");
            return said(
                    which,
                    report.has("sent")
                            ? "sent"
                            : report.has("alreadySent") ? "already sent" : report.toString());
        }
    }

    private Map<String, Object> filed(Week which) {
        try (var open = store.open()) {
            var copy = open.copies().of(which, to, number, reason);
            var key = copy.again().key(which, copy.edition().recipient().email());
            if (open.outbox().mails(which).stream().map(Mail::key).anyMatch(key::equals)) {
                return said(which, "already sent");
            }
            var at = Instant.now();
            var folder = new DigestFolder(out, DigestFolder.SENDER).copy(copy, at);
            var receipt = copy.edition().rendered().receipt();
            var asOf = Instant.parse(receipt.basis().asOf());
            open.outbox().filed(key, copy.edition().recipient().email(), copy.edition().made(asOf));
            return said(which, "written to " + folder.resolve("digest.html"));
        }
    }

    private Map<String, Object> said(Week which, String outcome) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("week", which.toString());
        fields.put("number", number);
        fields.put("outcome", outcome);
        return fields;
    }
}
