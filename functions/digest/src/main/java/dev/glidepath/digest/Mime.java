package dev.glidepath.digest;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/// A letter as the bytes that travel: text and HTML as alternatives in UTF-8, the HTML's pictures
/// beside them, files after both.
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
            message.setContent(whole(letter));
            message.saveChanges();
            return written(message);
        } catch (MessagingException e) {
            throw new IllegalArgumentException(
                    "this letter cannot become a mail: " + e.getMessage(), e);
        }
    }

    /// Without an attachment no more than its alternatives.
    private static MimeMultipart whole(Letter letter) throws MessagingException {
        var pictures = letter.attachments().stream().filter(Attachment::isShown).toList();
        var files = letter.attachments().stream().filter(a -> !a.isShown()).toList();
        var related = around("related", alternatives(letter), pictures, letter);
        return around("mixed", related, files, letter);
    }

    /// Best last, as mail readers expect.
    private static MimeMultipart alternatives(Letter letter) throws MessagingException {
        var parts = new Parts("alternative", letter);
        parts.addBodyPart(part(letter.text(), "plain"));
        parts.addBodyPart(part(letter.html(), "html"));
        return parts;
    }

    private static MimeMultipart around(
            String subtype, MimeMultipart inner, List<Attachment> attachments, Letter letter)
            throws MessagingException {
        if (attachments.isEmpty()) {
            return inner;
        }
        var parts = new Parts(subtype, letter);
        var first = new MimeBodyPart();
        first.setContent(inner);
        parts.addBodyPart(first);
        for (var attachment : attachments) {
            parts.addBodyPart(part(attachment));
        }
        return parts;
    }

    private static MimeBodyPart part(Attachment attachment) throws MessagingException {
        var part = new MimeBodyPart();
        var name = token("attachment's name", attachment.name());
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.type())));
        part.setFileName(name);
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setDisposition(attachment.isShown() ? Part.INLINE : Part.ATTACHMENT);
        if (attachment.isShown()) {
            part.setContentID("<" + token("content id", attachment.contentId()) + ">");
        }
        return part;
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

    private static final class Parts extends MimeMultipart {
        Parts(String subtype, Letter letter) {
            super(subtype);
            var parameters = new ParameterList();
            // Neither quoted-printable text nor base64 ever has "=_" in it.
            parameters.set("boundary", "=_" + subtype + "_" + letter.hash().substring(0, 40));
            contentType = new ContentType("multipart", subtype, parameters).toString();
        }
    }
}
