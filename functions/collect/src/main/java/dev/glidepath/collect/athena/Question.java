package dev.glidepath.collect.athena;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.TableQuery;
import dev.glidepath.collect.export.Bucket.Item;
import dev.glidepath.collect.export.Delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Locale;

/// What is asked of one delivery.
///
/// @param identity of the statement and of the files as they were listed: what is different in
///   either is another question
record Question(Delivery delivery, TableQuery query, String table, String sql, String identity) {

    /// Athena's limit.
    private static final int LONGEST = 262_144;

    static Question of(Delivery delivery, TableQuery query) {
        var table = table(delivery);
        var sql = query.sql('"' + table + '"');
        if (sql.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new Refusal(
                    "%s: its statement is longer than Athena takes; name fewer tags and cost categories in the plan, or raise \"athena above\" in the settings"
                            .formatted(delivery.manifest()));
        }
        return new Question(delivery, query, table, sql, identity(delivery, sql));
    }

    /// A billing period's ticket.
    String ticket() {
        return Tickets.FOLDER + month() + "/" + table + ".json";
    }

    /// Where the list of its files lies; a folder of its own, as the table has all that is in it.
    String links() {
        return "files/" + table + "/" + identity + "/";
    }

    private YearMonth month() {
        return delivery.billingPeriod().orElseThrow();
    }

    /// One for each billing period of each export: a later delivery takes its place.
    private static String table(Delivery delivery) {
        var export = delivery.export();
        var plain = export.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return "%s_%s_%s"
                .formatted(
                        plain.substring(0, Math.min(plain.length(), 100)),
                        sha256(export).substring(0, 8),
                        delivery.billingPeriod().orElseThrow().toString().replace('-', '_'));
    }

    private static String identity(Delivery delivery, String sql) {
        var text = new StringBuilder(sql).append('\n').append(delivery.manifest());
        text.append('\n').append(delivery.version());
        for (var file : delivery.files()) {
            text.append('\n').append(pinned(file));
        }
        return sha256(text.toString());
    }

    static String pinned(Item file) {
        return "%s %d %s %s"
                .formatted(file.listed().orElseThrow(), file.bytes(), file.modified(), file.key());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
