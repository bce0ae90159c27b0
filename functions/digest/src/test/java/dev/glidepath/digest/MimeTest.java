package dev.glidepath.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

class MimeTest {

    private static final Instant DATE = Instant.parse("2026-05-13T06:00:00Z");
    private static final Letter LETTER =
            new Letter("Cloud costs – ✓", "<p>Zürich → $1</p>", "Zürich → $1\n", List.of());

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 0, 13, 10};
    private static final byte[] FILE = new byte[70_000];

    @Test
    void carriesTextAndHtmlAsAlternativesInUtf8() throws Exception {
        var message = read(Mime.bytes(LETTER, envelope("a@example.com", "b@example.com")));
        assertThat(message.getSubject()).isEqualTo(LETTER.subject());
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(LETTER.text());
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo(LETTER.html());
    }

    @Test
    void carriesPicturesBesideTheHtmlAndFilesAfterBoth() throws Exception {
        var message = read(Mime.bytes(withFiles(), envelope("a@example.com", "b@example.com")));
        var mixed = (MimeMultipart) message.getContent();
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getCount()).isEqualTo(2);
        var related = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related");
        assertThat(related.getCount()).isEqualTo(2);
        assertThat(related.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        var picture = (MimeBodyPart) related.getBodyPart(1);
        assertThat(picture.getContentID()).isEqualTo("<trend@glidepath>");
        assertThat(picture.getDisposition()).isEqualTo("inline");
        assertThat(picture.getInputStream().readAllBytes()).isEqualTo(PICTURE);
        var file = (MimeBodyPart) mixed.getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("costs.xlsx");
        assertThat(file.getDisposition()).isEqualTo("attachment");
        assertThat(file.getEncoding()).isEqualTo("base64");
        assertThat(file.getInputStream().readAllBytes()).isEqualTo(FILE);
    }

    @Test
    void aLetterIsAnotherWhenItsFileIs() {
        var file = Attachment.file("costs.xlsx", "application/octet-stream", PICTURE);
        var other = new Letter(LETTER.subject(), LETTER.html(), LETTER.text(), List.of(file));
        assertThat(other.hash()).isNotEqualTo(withFiles().hash()).isNotEqualTo(LETTER.hash());
        var envelope = envelope("a@example.com", "b@example.com");
        assertThat(Mime.bytes(withFiles(), envelope)).isEqualTo(Mime.bytes(withFiles(), envelope));
    }

    private static Letter withFiles() {
        return new Letter(
                LETTER.subject(),
                LETTER.html(),
                LETTER.text(),
                List.of(
                        Attachment.file("costs.xlsx", "application/octet-stream", FILE),
                        Attachment.shown("trend.png", "image/png", "trend@glidepath", PICTURE)));
    }

    @Test
    void hasTheseHeadersAndNoOther() throws Exception {
        var message = read(Mime.bytes(LETTER, envelope("a@example.com", "b@example.com")));
        assertThat(Collections.list(message.getAllHeaders()))
                .extracting(h -> h.getName())
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "List-Id",
                        "List-Unsubscribe",
                        "Auto-Submitted");
        assertThat(message.getHeader("Date")).containsExactly("Wed, 13 May 2026 06:00:00 GMT");
    }

    @Test
    void sameInputSameBytes() {
        var envelope = envelope("a@example.com", "b@example.com");
        assertThat(Mime.bytes(LETTER, envelope)).isEqualTo(Mime.bytes(LETTER, envelope));
    }

    @Test
    void refusesWhatWouldAddAHeaderOrARecipient() {
        for (var bad :
                List.of(
                        "a@example.com\r\nBcc: e@example.com",
                        "a@example.com\nX: y",
                        "a\u0000@example.com",
                        "a@example.com, b@example.com",
                        "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Mime.bytes(LETTER, envelope(bad, "b@example.com")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Mime.bytes(LETTER, envelope("a@example.com", bad)));
        }
        for (var bad :
                List.of("a\r\nBcc: e@example.com", "a\u0085b", "a\u2028b", "a\u2029b", " ")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () ->
                                    Mime.bytes(
                                            new Letter(bad, "", "", List.of()),
                                            envelope("a@example.com", "b@example.com")))
                    .withMessageContaining("subject");
        }
    }

    private static Envelope envelope(String from, String to) {
        return new Envelope(from, to, "id-1@example.com", DATE);
    }

    private static MimeMessage read(byte[] bytes) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }
}
