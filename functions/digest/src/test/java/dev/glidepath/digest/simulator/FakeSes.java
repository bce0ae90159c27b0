package dev.glidepath.digest.simulator;

import dev.glidepath.digest.deliver.Answer;
import dev.glidepath.digest.deliver.Mailbox;
import dev.glidepath.store.outbox.MailKey;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Takes mails and tells of them as SES does: late, twice, in any order, or not at all.
final class FakeSes implements Mailbox {

    private final Map<MailKey, Integer> taken = new HashMap<>();
    private final Fate fate;
    private final World world;

    FakeSes(Fate fate, World world) {
        this.fate = fate;
        this.world = world;
    }

    int taken(MailKey mail) {
        return taken.getOrDefault(mail, 0);
    }

    @Override
    public Answer post(Parcel parcel) {
        world.another();
        if (fate.strikes(Fault.THROTTLED)) {
            return new Answer.Throttled("too many");
        }
        if (fate.strikes(Fault.LOST_IN_SILENCE)) {
            return new Answer.Unknown("no answer");
        }
        if (fate.strikes(Fault.SWALLOWED)) {
            return new Answer.Accepted("swallowed");
        }
        var messageId = fate.effect(() -> take(parcel));
        return fate.strikes(Fault.ACCEPTED_IN_SILENCE)
                ? new Answer.Unknown("no answer")
                : new Answer.Accepted(messageId);
    }

    private String take(Parcel parcel) {
        int number = taken.merge(parcel.id().mail(), 1, Integer::sum);
        var messageId = parcel.id().text() + "-m" + number;
        tell("Send", parcel, messageId);
        tell(fate.strikes(Fault.BOUNCE) ? "Bounce" : "Delivery", parcel, messageId);
        return messageId;
    }

    private void tell(String type, Parcel parcel, String messageId) {
        if (fate.strikes(Fault.LOST_EVENT)) {
            return;
        }
        var json = json(type, parcel, messageId);
        world.tell(json, lateness());
        if (fate.strikes(Fault.DOUBLED_EVENT)) {
            world.tell(json, lateness());
        }
    }

    /// Mostly seconds; one of a hundred takes hours.
    private Duration lateness() {
        var most = fate.between(0, 100);
        if (most == 0) {
            return Duration.ofMinutes(fate.between(60, 11 * 60));
        }
        return Duration.ofSeconds(fate.between(1, most < 10 ? 3_600 : 90));
    }

    private String json(String type, Parcel parcel, String messageId) {
        var timestamp = world.now();
        return """
        {"eventType": "%s", "%s": {"timestamp": "%s", "bounceType": "Permanent"},
         "mail": {"timestamp": "%s", "messageId": "%s", "tags": {"glidepath-outbox": ["%s"]}}}
        """
                .formatted(
                        type,
                        type.toLowerCase(Locale.ROOT),
                        timestamp,
                        timestamp,
                        messageId,
                        parcel.id().text());
    }
}
