package dev.glidepath.store.outbox;

import static java.util.Objects.requireNonNull;

import dev.glidepath.core.calendar.Week;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.Map;

/// A mail as an item's attributes.
final class MailItem {

    static final String VERSION = "version";

    private MailItem() {}

    static Map<String, AttributeValue> attributes(Mail mail, long version) {
        return Map.of(
                VERSION,
                number(version),
                "week",
                text(mail.key().week()),
                "recipient",
                text(mail.key().recipient()),
                "address",
                text(mail.address()),
                "attempts",
                AttributeValue.fromL(mail.attempts().stream().map(MailItem::item).toList()));
    }

    static MailTable.Row row(Map<String, AttributeValue> item) {
        var key = new MailKey(Week.parse(string(item, "week")), string(item, "recipient"));
        var attempts = attribute(item, "attempts").l().stream().map(a -> attempt(a.m())).toList();
        var version = Long.parseLong(attribute(item, VERSION).n());
        return new MailTable.Row(new Mail(key, string(item, "address"), attempts), version);
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static AttributeValue item(Attempt attempt) {
        return AttributeValue.fromM(
                Map.ofEntries(
                        Map.entry("token", text(attempt.claim().token())),
                        Map.entry("claimedAt", text(attempt.claim().at())),
                        Map.entry("asOf", text(attempt.made().asOf())),
                        Map.entry("plan", text(attempt.made().planId())),
                        Map.entry("subject", text(attempt.made().subject())),
                        Map.entry("letter", text(attempt.made().letterHash())),
                        Map.entry("receipt", text(attempt.made().receipt())),
                        Map.entry("stage", text(attempt.progress().stage())),
                        Map.entry("at", text(attempt.progress().at())),
                        Map.entry("messageId", text(attempt.progress().messageId())),
                        Map.entry("note", text(attempt.progress().note()))));
    }

    private static Attempt attempt(Map<String, AttributeValue> item) {
        return new Attempt(
                new Claim(string(item, "token"), instant(item, "claimedAt")),
                new Made(
                        instant(item, "asOf"),
                        string(item, "plan"),
                        string(item, "subject"),
                        string(item, "letter"),
                        string(item, "receipt")),
                new Progress(
                        Stage.valueOf(string(item, "stage")),
                        instant(item, "at"),
                        string(item, "messageId"),
                        string(item, "note")));
    }

    private static AttributeValue text(Object value) {
        return AttributeValue.fromS(value.toString());
    }

    private static Instant instant(Map<String, AttributeValue> item, String name) {
        return Instant.parse(string(item, name));
    }

    private static String string(Map<String, AttributeValue> item, String name) {
        return attribute(item, name).s();
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return requireNonNull(item.get(name), name);
    }
}
