package dev.glidepath.collect.athena;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.athena.Tickets.Held;
import dev.glidepath.collect.athena.Workgroup.Progress;
import dev.glidepath.collect.charges.ChargeSource.Reading;
import dev.glidepath.collect.charges.TableResult;
import dev.glidepath.collect.charges.TableResult.Answer;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Bucket.Item;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/// One question's way, over as many runs as it takes: the ticket says how far it is, and each run
/// takes the next step. A step that is taken twice changes nothing.
///
/// @param locate tells of an unreadable file which row it is
record Conversation(
        Question question,
        Bucket exports,
        Asked asked,
        BiFunction<Item, Refusal, Refusal> locate,
        Instant now) {

    /// After that a query is stopped. Athena's own limit is half of it, unless it was raised.
    static final Duration LONGEST = Duration.ofHours(1);

    /// A run that fails is tried again at once, which must not begin a query each time.
    private static final Duration REST = Duration.ofHours(1);

    Reading next() {
        var found = asked.tickets().find(question.ticket());
        var same = found.filter(held -> held.ticket().identity().equals(question.identity()));
        if (same.isPresent()) {
            return goOn(same.get());
        }
        found.ifPresent(this::abandon);
        return begin(found);
    }

    private void abandon(Held another) {
        another.ticket()
                .query()
                .filter(id -> asked.workgroup().of(id) instanceof Progress.Running)
                .ifPresent(asked.workgroup()::stop);
    }

    private Reading begin(Optional<Held> before) {
        var ticket = Ticket.begun(question.identity(), now);
        return asked.tickets()
                .write(question.ticket(), ticket, before)
                .map(this::ask)
                .orElseGet(Reading.UnderWay::new);
    }

    private Reading ask(Held held) {
        asked.questions().prepare(question, asked.exports());
        var id = asked.workgroup().start(question.sql(), held.ticket().token());
        asked.tickets().write(question.ticket(), held.ticket().asked(id), Optional.of(held));
        return new Reading.UnderWay();
    }

    private Reading goOn(Held held) {
        var ticket = held.ticket();
        if (ticket.failure().isPresent()) {
            return afterFailure(held, ticket.failure().get());
        }
        if (ticket.query().isEmpty()) {
            return ask(held);
        }
        var id = ticket.query().get();
        return switch (asked.workgroup().of(id)) {
            case Progress.Running() -> running(held, id);
            case Progress.Succeeded(var result) -> answered(held, result);
            case Progress.Ended(var reason) -> throw failed(held, AthenaRefusals.ended(id, reason));
            case Progress.Unknown() -> begin(Optional.of(held));
        };
    }

    private Reading afterFailure(Held held, String failure) {
        if (held.ticket().begun().plus(REST).isAfter(now)) {
            throw refusal(failure);
        }
        return begin(Optional.of(held));
    }

    private Reading running(Held held, String id) {
        if (held.ticket().begun().plus(LONGEST).isAfter(now)) {
            return new Reading.UnderWay();
        }
        asked.workgroup().stop(id);
        throw failed(held, AthenaRefusals.tooLong(id, LONGEST));
    }

    private Refusal failed(Held held, String why) {
        asked.tickets().write(question.ticket(), held.ticket().failed(why), Optional.of(held));
        return refusal(why);
    }

    private Refusal refusal(String why) {
        return new Refusal(question.delivery().manifest() + ": " + why);
    }

    /// A result expires; the question is then asked anew.
    private Reading answered(Held held, String result) {
        var item = Listed.item(asked.results(), result);
        if (item.isEmpty()) {
            return begin(Optional.of(held));
        }
        try (var csv = asked.results().fetch(item.get())) {
            var answer =
                    new TableResult(question.query(), csv.path())
                            .answer(
                                    question.delivery(),
                                    file -> Questions.uri(asked.exports(), file),
                                    exports::etag);
            Listed.requireSame(exports, question.delivery());
            return switch (answer) {
                case Answer.Sums(var charges) -> new Reading.Done(charges);
                case Answer.Unreadable(var file, var refusal) -> throw locate.apply(file, refusal);
            };
        }
    }
}
