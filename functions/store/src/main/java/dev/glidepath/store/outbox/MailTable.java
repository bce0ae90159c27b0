package dev.glidepath.store.outbox;

import dev.glidepath.core.calendar.Week;

import java.util.List;
import java.util.Optional;

/// Where the records of mails are. Reads see every write that was made before.
public interface MailTable {

    /// @param version grows with each write
    record Row(Mail mail, long version) {}

    Optional<Row> find(MailKey key);

    List<Mail> week(Week week);

    /// Puts `next` unless another came after `seen`; of none seen, unless there is one.
    ///
    /// @return whether it is there now
    boolean replace(Optional<Row> seen, Mail next);

    /// Keeps a receipt.
    ///
    /// @return what [#receipt] asks for
    String keep(Week week, String receipt);

    String receipt(Week week, String reference);

    /// What was decided about that week's digests, oldest first.
    List<Hold> holds(Week week);

    /// Adds a decision, unless there is one of that time.
    ///
    /// @return whether it is there now
    boolean add(Week week, Hold hold);
}
