package dev.glidepath.digest.simulator;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.store.outbox.Hold;
import dev.glidepath.store.outbox.Mail;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.MailTable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Behaves as the table in DynamoDB does: [MailTableTest] holds both to the same facts.
final class MemoryMailTable implements MailTable {

    private final Map<MailKey, Row> rows = new HashMap<>();
    private final Map<String, String> receipts = new HashMap<>();
    private final Map<Week, List<Hold>> holds = new HashMap<>();

    @Override
    public Optional<Row> find(MailKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    @Override
    public List<Mail> week(Week week) {
        return rows.values().stream()
                .map(Row::mail)
                .filter(mail -> mail.key().week().equals(week))
                .toList();
    }

    @Override
    public boolean replace(Optional<Row> seen, Mail next) {
        var version = find(next.key()).map(Row::version);
        if (!version.equals(seen.map(Row::version))) {
            return false;
        }
        rows.put(next.key(), new Row(next, version.orElse(0L) + 1));
        return true;
    }

    @Override
    public List<Hold> holds(Week week) {
        return holds.getOrDefault(week, List.of()).stream()
                .sorted(Comparator.comparing(Hold::at))
                .toList();
    }

    @Override
    public boolean add(Week week, Hold hold) {
        var decided = holds.computeIfAbsent(week, _ -> new ArrayList<>());
        return decided.stream().noneMatch(h -> h.at().equals(hold.at())) && decided.add(hold);
    }

    @Override
    public String keep(Week week, String receipt) {
        var reference = Integer.toHexString(receipt.hashCode());
        receipts.put(week + reference, receipt);
        return reference;
    }

    @Override
    public String receipt(Week week, String reference) {
        return Optional.ofNullable(receipts.get(week + reference))
                .orElseThrow(() -> new IllegalStateException(reference + ": no such receipt"));
    }
}
