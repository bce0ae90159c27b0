package dev.glidepath.local;

import dev.glidepath.digest.Attachment;
import dev.glidepath.digest.Copies;
import dev.glidepath.digest.Edition;
import dev.glidepath.digest.Envelope;
import dev.glidepath.digest.Letter;
import dev.glidepath.digest.Mime;
import dev.glidepath.store.outbox.MailKey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Mail that goes into a folder instead of out: `<week>/<recipient>/digest.html`, `.txt`, `.eml`,
/// its attachments and `receipt.json`.
record DigestFolder(Path out, String sender) {

    static final String SENDER = "glidepath@localhost";

    /// @param date of the mail
    /// @return the folder of this edition
    Path write(Edition edition, Instant date) {
        var week = edition.finding().assessment().frame().week();
        var to = edition.recipient().email();
        var folder = place(out, week.toString(), to);
        return write(edition, MailKey.of(week, to), date, folder);
    }

    /// Beside the mail that it is a copy of.
    Path copy(Copies.Copy copy, Instant date) {
        var edition = copy.edition();
        var week = edition.finding().assessment().frame().week();
        var to = edition.recipient().email();
        var folder = place(out, week.toString(), to);
        return write(
                edition,
                copy.again().key(week, to),
                date,
                folder.resolve("copy-" + copy.again().number()));
    }

    private Path write(Edition edition, MailKey key, Instant date, Path folder) {
        var to = edition.recipient().email();
        var letter = edition.rendered().letter();
        var mail = Mime.bytes(letter, Envelope.of(sender, to, key, date));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("digest.html"), page(letter));
            Files.writeString(folder.resolve("digest.txt"), letter.text());
            Files.write(folder.resolve("digest.eml"), mail);
            for (var attachment : letter.attachments()) {
                Files.write(folder.resolve(attachment.name()), attachment.content());
            }
            Files.write(
                    folder.resolve("receipt.json"),
                    edition.rendered().receipt().json().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    folder + ": cannot write the digest: " + e.getMessage(), e);
        }
        return folder;
    }

    /// An address may have a `/` in it, which must not lead out of the folder.
    static Path place(Path out, String week, String address) {
        return out.resolve(week).resolve(address.replace('/', '_'));
    }

    /// With its pictures from the folder, as a browser knows no content ids.
    private static String page(Letter letter) {
        var html = letter.html();
        for (var attachment : letter.attachments().stream().filter(Attachment::isShown).toList()) {
            html =
                    html.replace(
                            "\"cid:" + attachment.contentId() + "\"",
                            "\"" + attachment.name() + "\"");
        }
        return html;
    }
}
