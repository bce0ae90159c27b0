package dev.glidepath.local.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Consumer;

/// Takes mails as SES does (v1, `SendRawEmail`) and keeps each in a folder, as a file that mail
/// programs open.
///
/// @param log is told where a mail lies
public record MailFolder(Path folder, Consumer<String> log) implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var form = Form.ofBody(exchange);
        if (!form.text("Action").equals("SendRawEmail")) {
            Reply.unknown("SES " + form.text("Action")).send(exchange);
            return;
        }
        var id = UUID.randomUUID().toString();
        var file = Files.createDirectories(folder).resolve(id + ".eml");
        Files.write(file, Base64.getMimeDecoder().decode(form.text("RawMessage.Data")));
        log.accept("mail: " + file);
        Reply.xml(
                        200,
                        """
                        <SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">\
                        <SendRawEmailResult><MessageId>%s</MessageId></SendRawEmailResult>\
                        </SendRawEmailResponse>"""
                                .formatted(id))
                .send(exchange);
    }
}
