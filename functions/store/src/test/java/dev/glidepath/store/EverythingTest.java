package dev.glidepath.store;

import static dev.glidepath.store.Sample.FIRST;
import static dev.glidepath.store.Sample.START;
import static dev.glidepath.store.Sample.id;
import static dev.glidepath.store.Sample.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.store.outbox.Hold;
import dev.glidepath.store.outbox.Made;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.Outbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

@ExtendWith(FreshTable.class)
class EverythingTest {

    private static final Week WEEK = Week.parse("2026-W45");

    /// Of more chunks than one, cut in the middle of a character.
    private static final String LONG = "€ and so on ".repeat(90_000);

    private FreshTable.Table table;
    private Everything everything;

    @BeforeEach
    void aTableWithOneOfEach(FreshTable.Tables tables) {
        table = tables.get();
        everything = new Everything(table.dynamo(), table.name());
        var sample =
                Sample.of(
                        id("aws", 1),
                        Map.of(
                                FIRST,
                                List.of(line("S3", "001", "1.1"), line("S3", "002", "2.25"))));
        sample.into(table.snapshots(), START);
        new PlanTexts(table.dynamo(), table.name()).keep("p", LONG);
        var outbox = new Outbox(table.dynamo(), table.name());
        outbox.filed(
                MailKey.of(WEEK, "cfo@acme.com"),
                "cfo@acme.com",
                new Made(START, "p", "subject", "hash", "{\"a\":1}"));
        outbox.decide(WEEK, new Hold(true, START, "ann", "disputed"));
    }

    @Test
    void everyRecordIsExportedWithItsFields() {
        var records = records();
        assertThat(records)
                .extracting(r -> r.get("kind"))
                .containsExactlyInAnyOrder(
                        "newest",
                        "revision",
                        "statement",
                        "totals",
                        "detail",
                        "plan",
                        "plan reference",
                        "mail",
                        "receipt",
                        "hold");
        assertThat(one(records, "plan")).containsEntry("text", LONG);
        assertThat(one(records, "receipt")).containsEntry("text", "{\"a\":1}");
        assertThat(one(records, "hold"))
                .containsEntry("held", true)
                .containsEntry("reason", "disputed");
        assertThat(one(records, "mail")).containsEntry("address", "cfo@acme.com");
        assertThat(one(records, "newest")).containsEntry("executionId", "execution-1");
        assertThat(one(records, "detail").get("lines").toString())
                .contains("ServiceName=S3", "SubAccountId=001", "BilledCost=1.1", "ListCost=null");
        var hash = one(records, "detail").get("sort").toString().replace("detail#", "");
        assertThat(one(records, "statement").get("days").toString()).contains("detail=" + hash);
    }

    @Test
    void everythingIsDeletedAndDeletingItAgainIsNothing() {
        var told = new AtomicLong();
        long deleted = everything.delete(told::set);
        assertThat(deleted).isGreaterThanOrEqualTo(10).isEqualTo(told.get());
        assertThat(records()).isEmpty();
        assertThat(everything.delete(_ -> {})).isZero();
        assertThat(table.snapshots().executions(START)).isEmpty();
    }

    private List<Map<String, Object>> records() {
        var records = new ArrayList<Map<String, Object>>();
        assertThat(everything.each(records::add, _ -> {})).isEqualTo(records.size());
        return records;
    }

    private static Map<String, Object> one(List<Map<String, Object>> records, String kind) {
        return records.stream().filter(r -> r.get("kind").equals(kind)).findFirst().orElseThrow();
    }
}
