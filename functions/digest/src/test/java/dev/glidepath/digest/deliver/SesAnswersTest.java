package dev.glidepath.digest.deliver;

import static dev.glidepath.digest.deliver.RawServer.HANG_UP;
import static dev.glidepath.digest.deliver.RawServer.SILENCE;
import static dev.glidepath.digest.deliver.RawServer.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.OutboxId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

import javax.net.ssl.SSLHandshakeException;

class SesAnswersTest {

    private static final String ACCEPTED =
            http(
                    200,
                    """
                    <SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
                    <SendRawEmailResult><MessageId>m-1</MessageId></SendRawEmailResult>
                    </SendRawEmailResponse>""");

    private static final Mailbox.Parcel PARCEL =
            new Mailbox.Parcel(
                    new OutboxId(MailKey.of(Week.parse("2026-W19"), "f@example.com"), 1),
                    "costs@example.com",
                    "f@example.com",
                    "Subject: x\r\n\r\ny");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400 | Throttling | Maximum sending rate exceeded. | Throttled
                    400 | Throttling | Daily message quota exceeded. | QuotaSpent
                    454 | Throttling | Daily message quota exceeded | QuotaSpent
                    503 | Throttling | Rate exceeded | Throttled
                    400 | MessageRejected | Email address is not verified. The following identities failed the check in region US-EAST-1: f@example.com | NotVerified
                    400 | MessageRejected | Email address is blacklisted: f@example.com | Refused
                    400 | MailFromDomainNotVerifiedException | Mail from domain is not verified | NotVerified
                    400 | MessageRejected | Sending suspended for this account. For more information, please check the inbox | Paused
                    400 | AccountSendingPausedException | Sending is paused for this account f@example.com | Paused
                    400 | ConfigurationSetSendingPausedException | Sending is paused for the set | Paused
                    400 | ConfigurationSetDoesNotExist | Configuration set <glidepath> does not exist. | Refused
                    400 | InvalidParameterValue | Missing final '@domain' | Refused
                    403 | AccessDenied | User x is not authorized to perform ses:SendRawEmail on f@example.com | Refused
                    403 | SignatureDoesNotMatch | no | Refused
                    500 | InternalFailure | oops | Unknown
                    503 | ServiceUnavailable | later | Unknown
                    408 | RequestTimeout | slow | Unknown
                    """)
    void everyAnswerMeansOneThing(int status, String code, String text, String meaning)
            throws Exception {
        var body =
                """
                <ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error>
                <Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
                <RequestId>r</RequestId></ErrorResponse>"""
                        .formatted(code, text.replace("<", "&lt;"));
        try (var server = new RawServer(http(status, body))) {
            var answer = mailbox(server.endpoint()).post(PARCEL);
            assertThat(answer.getClass().getSimpleName()).isEqualTo(meaning);
            assertThat(answer.toString()).doesNotContain("@", "\n");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anAcceptedMailHasItsMessageId() throws Exception {
        try (var server = new RawServer(ACCEPTED)) {
            assertThat(mailbox(server.endpoint()).post(PARCEL))
                    .isEqualTo(new Answer.Accepted("m-1"));
        }
    }

    /// Without the set SES tells nothing of a mail, and without the tag not of which.
    @Test
    void everyMailIsSentWithWhatTellsWhatBecameOfIt() throws Exception {
        try (var server = new RawServer(ACCEPTED)) {
            mailbox(server.endpoint()).post(PARCEL);
            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .contains("ConfigurationSetName=glidepath")
                    .contains("Tags.member.1.Name=" + SesMailbox.TAG)
                    .contains("Tags.member.1.Value=" + PARCEL.id().text())
                    .contains("Destinations.member.1=")
                    .doesNotContain("Destinations.member.2=");
        }
    }

    @Test
    void aRequestWithoutAnAnswerIsUnknownAndMadeOnce() throws Exception {
        for (var fault :
                new String[] {SILENCE, HANG_UP, "HTTP/1.1 200 OK\r\nContent-Len", http(500, "")}) {
            // Before the fault, one that goes well: a connection that is used again is the one that
            // HTTP clients like to ask twice on.
            try (var server = new RawServer(ACCEPTED, fault)) {
                var mailbox = mailbox(server.endpoint());
                mailbox.post(PARCEL);
                assertThat(mailbox.post(PARCEL)).as(fault).isInstanceOf(Answer.Unknown.class);
                assertThat(server.requests()).as(fault).hasSize(2);
            }
        }
    }

    @Test
    void anAnswerThatIsNoneOfSesIsUnknown() throws Exception {
        for (var odd :
                new String[] {http(200, "<html>"), http(200, "<a/>"), http(403, "<html>no")}) {
            try (var server = new RawServer(odd)) {
                assertThat(mailbox(server.endpoint()).post(PARCEL))
                        .as(odd)
                        .isInstanceOf(Answer.Unknown.class);
            }
        }
    }

    @Test
    void withoutAConnectionNothingWasAsked() throws Exception {
        URI nobody;
        try (var server = new RawServer(ACCEPTED)) {
            nobody = server.endpoint();
        }
        assertThat(mailbox(nobody).post(PARCEL)).isInstanceOf(Answer.NotReached.class);
    }

    @Test
    void aConnectionThatNeverCameAboutIsToldFromAnAnswerThatDidNot() {
        for (var before :
                new Exception[] {
                    new SocketTimeoutException("Connect timed out"),
                    new SSLHandshakeException("no"),
                    new ConnectException("refused"),
                    new UnknownHostException("email.us-east-1.amazonaws.com"),
                    new NoRouteToHostException("no route")
                }) {
            assertThat(SesAnswer.of(SdkClientException.create("x", before)))
                    .isInstanceOf(Answer.NotReached.class);
        }
        var after = new SocketTimeoutException("Read timed out");
        assertThat(SesAnswer.of(SdkClientException.create("x", after)))
                .isInstanceOf(Answer.Unknown.class);
    }

    private static SesMailbox mailbox(URI endpoint) {
        var builder =
                SesClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("key", "secret")));
        var http = UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(1)).build();
        return new SesMailbox(SesMailbox.once(builder).httpClient(http).build(), "glidepath");
    }
}
