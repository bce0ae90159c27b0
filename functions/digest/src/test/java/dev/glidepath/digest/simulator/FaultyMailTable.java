package dev.glidepath.digest.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.store.outbox.Hold;
import dev.glidepath.store.outbox.Mail;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.MailTable;

import java.util.List;
import java.util.Optional;

/// The table as a function sees it: every write may be its last thing, or fail without a word, or
/// come after another run's.
final class FaultyMailTable implements MailTable {

    private final MailTable table;
    private final Fate fate;
    private final Runnable another;

    FaultyMailTable(MailTable table, Fate fate, Runnable another) {
        this.table = table;
        this.fate = fate;
        this.another = another;
    }

    @Override
    public Optional<Row> find(MailKey key) {
        return table.find(key);
    }

    @Override
    public List<Mail> week(Week week) {
        return table.week(week);
    }

    @Override
    public boolean replace(Optional<Row> seen, Mail next) {
        another.run();
        table.find(next.key()).ifPresent(row -> requireOnlyMore(seen, row, next));
        boolean replaced = fate.effect(() -> table.replace(seen, next));
        if (fate.strikes(Fault.TABLE_FAULT)) {
            throw new IllegalStateException("no answer from the table");
        }
        return replaced;
    }

    /// What was known stays known.
    private static void requireOnlyMore(Optional<Row> seen, Row row, Mail next) {
        if (seen.isEmpty() || seen.get().version() != row.version()) {
            return;
        }
        var before = row.mail().attempts();
        assertThat(next.attempts()).hasSizeGreaterThanOrEqualTo(before.size());
        for (int i = 0; i < before.size(); i++) {
            assertThat(next.attempts().get(i).progress())
                    .isGreaterThanOrEqualTo(before.get(i).progress());
        }
    }

    @Override
    public List<Hold> holds(Week week) {
        return table.holds(week);
    }

    @Override
    public boolean add(Week week, Hold hold) {
        return table.add(week, hold);
    }

    @Override
    public String keep(Week week, String receipt) {
        return fate.effect(() -> table.keep(week, receipt));
    }

    @Override
    public String receipt(Week week, String reference) {
        return table.receipt(week, reference);
    }
}
