package dev.glidepath.digest.simulator;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.digest.Written;
import dev.glidepath.digest.deliver.DueTime;
import dev.glidepath.digest.deliver.Editions;
import dev.glidepath.digest.deliver.Posting;
import dev.glidepath.digest.deliver.SendDigests;
import dev.glidepath.digest.deliver.Waiting;
import dev.glidepath.digest.feedback.Feedback;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.MailTable;
import dev.glidepath.store.outbox.Outbox;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/// One installation, some weeks long.
final class World {

    static final int WEEKS = 4;
    static final List<String> RECIPIENTS =
            List.of("a@example.com", "b@example.com", "c@example.com", "d@example.com", "e@x.org");

    private static final String OWNER = "owner@example.com";
    private static final Instant START = Instant.parse("2026-03-11T06:00:00Z");
    private static final Duration FUNCTION = Duration.ofMinutes(5);
    private static final DueTime DUE =
            new DueTime(ZoneId.of("Europe/Zurich"), DayOfWeek.WEDNESDAY, LocalTime.of(7, 0));
    private static final Editions SOUND =
            Written.asked(Written.brief(RECIPIENTS.toArray(String[]::new)));
    private static final Editions HELD =
            Written.asked(Written.held(RECIPIENTS.toArray(String[]::new)));

    /// Something that happens to a function, and may have to happen again.
    private record Event(Instant at, long number, Runnable what, int left) {}

    private final PriorityQueue<Event> ahead =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private final Map<Long, Boolean> feedDown = new HashMap<>();
    private final MailTable table = new MemoryMailTable();
    private final Tally tally = new Tally();
    private final Fate fate;
    private final FakeSes ses;
    private Instant now = START;
    private long numbers;
    private int depth;

    World(long seed, Map<Fault, Integer> rates) {
        this.fate = new Fate(new SplittableRandom(seed), rates, tally);
        this.ses = new FakeSes(fate, this);
    }

    Instant now() {
        return now;
    }

    /// Runs daily until the weeks are over and one more, for what is owed.
    Tally live() {
        for (int day = 0; day < 7 * (WEEKS + 1); day++) {
            trigger(START.plus(Duration.ofDays(day)));
        }
        while (!ahead.isEmpty()) {
            next();
        }
        for (int week = 0; week < WEEKS; week++) {
            count(DUE.at(START).week().minus(-week));
        }
        return tally;
    }

    /// With luck, nothing; else another run comes in between.
    void another() {
        if (depth == 1 && fate.strikes(Fault.OVERLAP)) {
            attempt(() -> run(now));
        }
    }

    void tell(String json, Duration lateness) {
        long day = now.getEpochSecond() / 86_400;
        boolean down = feedDown.computeIfAbsent(day, _ -> fate.strikes(Fault.FEED_DOWN));
        var later = down ? Duration.ofHours(fate.between(20, 50)) : lateness;
        // SNS asks again for hours.
        happen(now.plus(later), () -> feedback().note(List.of(json)), 12);
    }

    private void count(Week week) {
        for (var recipient : RECIPIENTS) {
            int taken = ses.taken(MailKey.of(week, recipient));
            tally.add("mails");
            tally.add("duplicates", Math.max(0, taken - 1));
            tally.add("losses", taken == 0 ? 1 : 0);
        }
        for (var mail : table.week(week)) {
            if (!mail.isDigest()) {
                tally.add("notices");
                tally.add("doubled notices", Math.max(0, ses.taken(mail.key()) - 1));
            }
        }
    }

    /// A schedule's trigger: mostly in time, sometimes hours late or twice.
    private void trigger(Instant due) {
        boolean late = fate.strikes(Fault.LATE_TRIGGER);
        var at = due.plusSeconds(late ? fate.between(60, 80_000) : fate.between(0, 60));
        happen(at, () -> run(due), 2);
        if (fate.strikes(Fault.DOUBLED_TRIGGER)) {
            happen(at.plusSeconds(fate.between(0, 600)), () -> run(due), 2);
        }
    }

    /// @param left how often it is tried again
    private void happen(Instant at, Runnable what, int left) {
        ahead.add(new Event(at, numbers++, what, left));
    }

    private void next() {
        var event = ahead.remove();
        now = event.at().isAfter(now) ? event.at() : now;
        if (!attempt(event.what()) && event.left() > 0) {
            var wait = Duration.ofMinutes(event.left() == 2 ? 1 : fate.between(2, 20));
            happen(now.plus(wait), event.what(), event.left() - 1);
        }
    }

    /// @return whether it came to its end
    private boolean attempt(Runnable function) {
        depth++;
        try {
            function.run();
            return true;
        } catch (Fate.Crash | IllegalStateException e) {
            return false;
        } finally {
            depth--;
        }
    }

    private void run(Instant due) {
        tally.add("runs");
        var outbox = outbox();
        InstantSource clock = () -> now;
        var posting =
                new Posting(
                        "costs@example.com",
                        outbox,
                        ses,
                        new Waiting(clock, pause -> now = now.plus(pause)),
                        () -> "t" + numbers++);
        var digests =
                new SendDigests(
                        RECIPIENTS,
                        (week, to, asOf) ->
                                (fate.strikes(Fault.HELD) ? HELD : SOUND).of(week, to, asOf),
                        outbox,
                        posting,
                        OWNER,
                        clock);
        digests.due(DUE.at(due).week(), now.plus(FUNCTION)).requireDone();
    }

    private Feedback feedback() {
        tally.add("events");
        return new Feedback(outbox());
    }

    private Outbox outbox() {
        return new Outbox(new FaultyMailTable(table, fate, this::another));
    }
}
