package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glidepath.digest.Edition;
import dev.glidepath.digest.Envelope;
import dev.glidepath.digest.Mime;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipInputStream;

/// All that there is to find in a mail as it travels, and in its receipt: headers, bodies, files,
/// and the files in a workbook.
record MailParts(Edition edition) {

    private static final Instant DATE = Instant.parse("2026-05-13T07:00:00Z");

    /// By the part's name.
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("receipt", edition.rendered().receipt().json());
        try {
            read(message(), texts);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("a mail that cannot be read", e);
        }
        assertThat(texts)
                .as("the parts of a mail")
                .containsKeys(
                        "receipt",
                        "text/plain",
                        "text/html",
                        "xl/workbook.xml",
                        "xl/sharedStrings.xml",
                        "xl/worksheets/sheet5.xml");
        return texts;
    }

    private MimeMessage message() throws MessagingException {
        var envelope =
                new Envelope("costs@sender.test", "to@recipient.test", "id@sender.test", DATE);
        var bytes = Mime.bytes(edition.rendered().letter(), envelope);
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static void read(Part part, Map<String, String> texts)
            throws IOException, MessagingException {
        for (Header header : Collections.list(part.getAllHeaders())) {
            texts.merge(
                    "headers", header.getName() + ": " + header.getValue() + "\n", String::concat);
        }
        if (part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                read(many.getBodyPart(i), texts);
            }
            return;
        }
        var bytes = part.getInputStream().readAllBytes();
        var name = part.getFileName();
        if (name == null) {
            texts.put(part.getContentType().replaceFirst(";.*", ""), new String(bytes, UTF_8));
        } else if (name.endsWith(".xlsx")) {
            unzip(bytes, texts);
        } else {
            texts.put(name, new String(bytes, ISO_8859_1));
        }
    }

    private static void unzip(byte[] workbook, Map<String, String> texts) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
    }
}
