package dev.glidepath.digest;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.regex.Pattern;

/// A letter as the bytes that travel: text and HTML as alternatives, UTF-8.
public final class Mime {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._@=+-]{1,200}");

    private static final Session SESSION = Session.getInstance(new Properties());

    private Mime() {}

    /// @throws IllegalArgumentException when a header would carry a control character or an address
    ///   is none: nothing that is given may add a header or a recipient
    public static byte[] bytes(Letter letter, Envelope envelope) {
        try {
            var message = new Fixed(token("message id", envelope.messageId()));
            message.setFrom(named("sender", envelope.from()));
            message.setRecipient(MimeMessage.RecipientType.TO, address("recipient", envelope.to()));
            message.setSubject(plain("subject", letter.subject()), "UTF-8");
            message.setHeader(
                    "Date",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            envelope.date().atOffset(ZoneOffset.UTC)));
            message.setHeader("List-Id", "<" + token("list id", envelope.listId()) + ">");
            message.setHeader(
                    "List-Unsubscribe",
                    "<mailto:" + token("sender", envelope.from()) + "?subject=unsubscribe>");
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(alternatives(letter));
            message.saveChanges();
            return written(message);
        } catch (MessagingException e) {
            throw new IllegalArgumentException(
                    "this letter cannot become a mail: " + e.getMessage(), e);
        }
    }

    /// Best last, as mail readers expect.
    private static MimeMultipart alternatives(Letter letter) throws MessagingException {
        // Quoted-printable text never has "=_" in it.
        var parts = new Alternatives("=_" + letter.hash().substring(0, 40));
        parts.addBodyPart(part(letter.text(), "plain"));
        parts.addBodyPart(part(letter.html(), "html"));
        return parts;
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static byte[] written(MimeMessage message) throws MessagingException {
        var bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static InternetAddress named(String what, String text) {
        var address = address(what, text);
        try {
            address.setPersonal(Envelope.NAME, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("this Java has no UTF-8", e);
        }
        return address;
    }

    /// Its fault does not name the address: it may get into a log.
    private static InternetAddress address(String what, String text) {
        try {
            return new InternetAddress(plain(what, text), true);
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "the " + what + " is not one address: " + e.getMessage());
        }
    }

    private static String plain(String what, String text) {
        if (text.isBlank() || text.codePoints().anyMatch(Mime::isUnsafe)) {
            throw new IllegalArgumentException(
                    "the " + what + " is empty or has a control character in it; remove it");
        }
        return text;
    }

    private static boolean isUnsafe(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String token(String what, String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "the " + what + " may only have letters, digits and . _ @ = + -");
        }
        return text;
    }

    private static final class Fixed extends MimeMessage {
        private final String id;

        Fixed(String id) {
            super(SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }

    private static final class Alternatives extends MimeMultipart {
        Alternatives(String boundary) {
            super("alternative");
            var parameters = new ParameterList();
            parameters.set("boundary", boundary);
            contentType = new ContentType("multipart", "alternative", parameters).toString();
        }
    }
}
