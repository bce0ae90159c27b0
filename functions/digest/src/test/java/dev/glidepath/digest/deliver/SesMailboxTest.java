package dev.glidepath.digest.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.digest.Envelope;
import dev.glidepath.digest.Mime;
import dev.glidepath.digest.Written;
import dev.glidepath.runtime.StandIn;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.OutboxId;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.ConfigurationSet;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

class SesMailboxTest {

    private static final String SENDER = "costs@example.com";

    @Test
    void whatArrivesIsWhatWasMade() throws Exception {
        var standIn = StandIn.require();
        var ses = standIn.client(SesMailbox.once(SesClient.builder()));
        ses.verifyEmailIdentity(r -> r.emailAddress(SENDER));
        var to = "finance-" + UUID.randomUUID() + "@example.com";

        var answer = new SesMailbox(ses, configurationSet(ses)).post(parcel(to));

        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        var id = ((Answer.Accepted) answer).messageId();
        assertThat(received(standIn, id)).isEqualTo(parcel(to).mail());
    }

    @Test
    void aSenderThatIsNotVerifiedIsNotAccepted() {
        var ses = StandIn.require().client(SesMailbox.once(SesClient.builder()));
        var parcel = parcel("finance@example.com");
        var stranger =
                new Mailbox.Parcel(parcel.id(), "nobody@stranger.test", parcel.to(), parcel.mail());

        assertThat(new SesMailbox(ses, configurationSet(ses)).post(stranger))
                .isInstanceOf(Answer.NotAccepted.class);
    }

    private static String configurationSet(SesClient ses) {
        var name = "glidepath-" + UUID.randomUUID();
        ses.createConfigurationSet(
                r -> r.configurationSet(ConfigurationSet.builder().name(name).build()));
        return name;
    }

    private static Mailbox.Parcel parcel(String to) {
        var id = new OutboxId(MailKey.of(Week.parse("2026-W19"), to), 1);
        var letter = Written.sound(to).getFirst().rendered().letter();
        var date = Instant.parse("2026-05-13T05:00:00Z");
        var mail = Mime.bytes(letter, Envelope.of(SENDER, to, id.mail(), date));
        return new Mailbox.Parcel(id, SENDER, to, new String(mail, StandardCharsets.UTF_8));
    }

    /// LocalStack keeps mails by id; moto has them all in one place.
    private static String received(StandIn standIn, String id) throws Exception {
        if (standIn.name().equals("moto")) {
            for (var mail : json(standIn, "/moto-api/data.json").path("ses").path("RawMessage")) {
                if (mail.path("id").asText().equals(id)) {
                    return mail.path("raw_data").asText();
                }
            }
            return "nothing";
        }
        var mails = json(standIn, "/_aws/ses?id=" + id).path("messages");
        return mails.path(0).path("RawData").asText();
    }

    private static JsonNode json(StandIn standIn, String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(standIn.endpoint() + path)).build();
            return new JsonMapper()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }
}
