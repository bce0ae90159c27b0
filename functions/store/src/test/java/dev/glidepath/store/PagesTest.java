package dev.glidepath.store;

import static dev.glidepath.store.Sample.FIRST;
import static dev.glidepath.store.Sample.NOVEMBER;
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

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// DynamoDB answers a part of what is asked for where that is large, and says that there is more;
/// and it may answer with what was there a moment ago, unless it is asked not to.
@ExtendWith(FreshTable.class)
class PagesTest {

    private static final Week WEEK = Week.parse("2026-W45");
    private static final Instant LATER = START.plusSeconds(3600);

    private FreshTable.Table table;
    private Pages pages;

    @BeforeEach
    void startEmpty(FreshTable.Tables tables) {
        table = tables.get();
        pages = new Pages(table.dynamo());
    }

    @Test
    void executionsAndTheirHistoryAreReadToTheLastPage() {
        recordFive();
        var snapshots = new Snapshots(pages, table.name());

        assertThat(Dump.of(snapshots, LATER)).isEqualTo(Dump.of(table.snapshots(), LATER));
        assertThat(snapshots.executions(LATER)).hasSize(6);
        assertThat(snapshots.history("a", NOVEMBER, LATER)).hasSize(5);
    }

    @Test
    void numbersOfDaysAreReadToTheLastPage() {
        var series = new TreeMap<String, NavigableMap<LocalDate, BigDecimal>>();
        for (int i = 0; i < 5; i++) {
            series.put("s" + i, new TreeMap<>(Map.of(FIRST, BigDecimal.valueOf(i))));
        }
        var values = new Snapshots(pages, table.name()).values();
        values.record(DailyValues.Kind.MEASURED, series, () -> START);

        assertThat(values.known(DailyValues.Kind.MEASURED, FIRST, FIRST, LATER)).isEqualTo(series);
    }

    @Test
    void mailsAndDecisionsOfAWeekAreReadToTheLastPage() {
        var outbox = new Outbox(pages, table.name());
        for (int i = 0; i < 5; i++) {
            var address = "reader-" + i + "@example.com";
            outbox.filed(
                    MailKey.of(WEEK, address),
                    address,
                    new Made(START, "plan", "subject", "hash", "{}"));
            outbox.decide(WEEK, new Hold(i % 2 == 0, START.plusSeconds(i), "ann", "reason"));
        }

        assertThat(outbox.mails(WEEK)).hasSize(5);
        assertThat(outbox.holds(WEEK)).hasSize(5);
        assertThat(outbox.hold(WEEK)).isPresent();
    }

    @Test
    void everythingIsExportedAndDeletedToTheLastPage() {
        recordFive();
        new PlanTexts(pages, table.name()).keep("p", "€ and so on ".repeat(90_000));
        var everything = new Everything(pages, table.name());
        var exported = new ArrayList<Map<String, Object>>();
        var whole = new ArrayList<Map<String, Object>>();
        var told = new ArrayList<Long>();

        everything.each(exported::add, told::add);

        new Everything(table.dynamo(), table.name()).each(whole::add, _ -> {});
        assertThat(exported).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(everything.delete(_ -> {})).isEqualTo(told.size()).isEqualTo(told.getLast());
        assertThat(table.dynamo().scan(r -> r.tableName(table.name())).items()).isEmpty();
    }

    @Test
    void whatWasJustWrittenIsSeenByEveryRead() {
        recordFive();
        var plans = new PlanTexts(pages, table.name());
        plans.keep("p", "text");
        assertThat(plans.read("p")).contains("text");
        Dump.of(new Snapshots(pages, table.name()), START);
        new Snapshots(pages, table.name()).newest("a", NOVEMBER);
        mailsAndDecisionsOfAWeekAreReadToTheLastPage();
        new Everything(pages, table.name()).each(_ -> {}, _ -> {});

        assertThat(pages.kindsOfRead).contains("get", "batch", "query", "scan");
        assertThat(pages.maybeStale).isEmpty();
    }

    private void recordFive() {
        for (int i = 1; i <= 5; i++) {
            record("a", i);
            record("export-" + i, 1);
        }
    }

    private void record(String export, int newness) {
        var lines = List.of(line("S3", "001", "1." + newness));
        Sample.of(id(export, newness), Map.of(FIRST, lines))
                .into(table.snapshots(), START.plusSeconds(newness));
    }

    /// Two items a page; notes which reads need not see the newest.
    private static final class Pages extends Wire {

        private final DynamoDbClient dynamo;
        private final List<String> kindsOfRead = new ArrayList<>();
        private final List<Object> maybeStale = new ArrayList<>();

        Pages(DynamoDbClient dynamo) {
            super(dynamo);
            this.dynamo = dynamo;
        }

        @Override
        public QueryResponse query(QueryRequest request) {
            note("query", request, request.consistentRead());
            return super.query(
                    request.limit() == null ? request.toBuilder().limit(2).build() : request);
        }

        @Override
        public ScanResponse scan(ScanRequest request) {
            note("scan", request, request.consistentRead());
            return dynamo.scan(request.toBuilder().limit(2).build());
        }

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            note("get", request, request.consistentRead());
            return super.getItem(request);
        }

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            request.requestItems()
                    .values()
                    .forEach(items -> note("batch", request, items.consistentRead()));
            return super.batchGetItem(request);
        }

        private void note(String kind, Object request, Boolean consistent) {
            kindsOfRead.add(kind);
            if (!Boolean.TRUE.equals(consistent)) {
                maybeStale.add(request);
            }
        }
    }
}
