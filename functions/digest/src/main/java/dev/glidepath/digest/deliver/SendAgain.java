package dev.glidepath.digest.deliver;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.digest.Copies;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Sends a copy of a mail to one recipient who was sent it before. Each copy has a number and is
/// sent once, as every mail.
public record SendAgain(Copies copies, Posting posting) {

    /// @param deadline nothing is begun after it
    public Run send(Week week, String to, int number, String reason, Instant deadline) {
        var copy = copies.of(week, to, number, reason);
        var address = copy.edition().recipient().email();
        var asOf = Instant.parse(copy.edition().rendered().receipt().basis().asOf());
        var outgoing = Outgoing.of(copy.again().key(week, address), copy.edition(), asOf);
        var delivery = posting.post(outgoing, deadline);
        return new Run(List.of(new Report(week, Map.of(address, delivery), List.of())));
    }
}
