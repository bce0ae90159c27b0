package dev.glidepath.local;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.OneLine;
import dev.glidepath.store.outbox.Hold;
import dev.glidepath.store.outbox.Mail;
import dev.glidepath.store.outbox.Standing;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;

/// Whether a week's digests go out, as a person decides it. Deciding the same again changes
/// nothing.
final class Deciding {

    private static final int LONGEST = 200;

    @Mixin private StoreOrAccount store = new StoreOrAccount();

    @Option(
            names = "--week",
            required = true,
            paramLabel = "YYYY-Www",
            description = "An ISO week, 2026-W47.")
    @SuppressWarnings("NullAway.Init")
    private String week;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who decides; it is kept. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private String by;

    @Option(names = "--json", description = "Print what was decided as JSON.")
    private boolean json;

    void decide(boolean held, String reason, PrintWriter out) {
        var which = Week.parse(week);
        var now = Instant.now();
        try (var open = store.open()) {
            var outbox = open.outbox();
            boolean changed =
                    outbox.decide(
                            which, new Hold(held, now, line("--by", by), line("--reason", reason)));
            long sent =
                    outbox.mails(which).stream()
                            .filter(Mail::isDigest)
                            .filter(m -> m.standing(now) instanceof Standing.Accepted)
                            .count();
            var decided = outbox.holds(which);
            if (json) {
                out.println(json(which, held, changed, sent));
            } else if (decided.isEmpty()) {
                out.printf("%s was not held%n", which);
            } else {
                print(out, which, decided.getLast(), changed, sent);
            }
        }
    }

    private static void print(PrintWriter out, Week week, Hold last, boolean changed, long sent) {
        out.printf(
                "%s %s %s by %s on %s: %s%n",
                week,
                changed ? "is" : "was already",
                last.held() ? "held" : "released",
                last.by(),
                last.at(),
                last.reason());
        if (sent > 0) {
            out.printf("  %d had got it before%n", sent);
        }
    }

    private static String json(Week week, boolean held, boolean changed, long sent) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("week", week.toString());
        fields.put("held", held);
        fields.put("changed", changed);
        fields.put("sentBefore", sent);
        return Printed.json(fields);
    }

    /// What a person says, as it may be kept and mailed.
    static String line(String option, String text) {
        return OneLine.require(option, text, LONGEST);
    }
}
