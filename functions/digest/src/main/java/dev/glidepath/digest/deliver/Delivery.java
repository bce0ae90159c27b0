package dev.glidepath.digest.deliver;

import dev.glidepath.store.outbox.Stage;

import java.time.Instant;
import java.util.List;

/// What a run did with one recipient's digest.
public sealed interface Delivery {

    record Sent() implements Delivery {}

    record AlreadySent(Stage stage) implements Delivery {}

    /// Not to be sent as it is; a later run looks again.
    record Held(List<String> reasons) implements Delivery {
        public Held {
            reasons = List.copyOf(reasons);
        }
    }

    /// Another run may be sending it.
    record InHand(Instant until) implements Delivery {}

    /// It may have been sent: the mail's events decide, or, when none come, a run after that time.
    record Open(Instant until) implements Delivery {}

    record NotSent(Answer.NotAccepted answer) implements Delivery {}

    record Failed(RuntimeException fault) implements Delivery {}

    default boolean reached() {
        return this instanceof Sent || this instanceof AlreadySent;
    }

    /// Whether running again in a minute could make it better.
    default boolean mends() {
        return switch (this) {
            case Open _, Failed _ -> true;
            case NotSent(var answer) ->
                    answer instanceof Answer.Throttled || answer instanceof Answer.NotReached;
            case Sent _, AlreadySent _, Held _, InHand _ -> false;
        };
    }
}
