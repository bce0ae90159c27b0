package dev.glidepath.collect.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.ChargeSource.Reading;
import dev.glidepath.collect.charges.Charges;
import dev.glidepath.collect.charges.DirectSource;
import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.collect.s3.S3Bucket;
import dev.glidepath.runtime.StandIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/// On what stands in for S3, with an Athena that does what a test wants, and on moto's.
class AthenaSourceTest {

    private static final StandIn AWS = StandIn.require();
    private static final S3Client S3 = AWS.client(S3Client.builder());
    private static final String FOLDER = "exports/org/data/BILLING_PERIOD=2026-05/";
    private static final String PART = FOLDER + "org-00001.csv.gz";
    private static final String MANIFEST =
            "exports/org/metadata/BILLING_PERIOD=2026-05/org-Manifest.json";
    private static final String ROW =
            "12.5,10,USD,2026-05-01T00:00:00Z,2026-05-03T00:00:00Z,2026-05-04T00:00:00Z,Usage,AWS,S3\n";
    private static final String HEADER =
            "BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,"
                    + "ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName\n";

    private final String exports = "b-" + UUID.randomUUID();
    private final String queries = "q-" + UUID.randomUUID();
    private final ScriptedAthena athena = new ScriptedAthena();
    private final ScriptedGlue glue = new ScriptedGlue();
    private Instant now = Instant.parse("2026-05-12T05:00:00Z");

    @TempDir Path scratch;

    @BeforeEach
    void deliver() {
        S3.createBucket(r -> r.bucket(exports));
        S3.createBucket(r -> r.bucket(queries));
        athena.bucket = queries;
        deliver(HEADER + ROW);
    }

    @Test
    void aSmallDeliveryIsReadHere() {
        var source = source(1_000_000, athena, glue);
        assertThat(read(source)).isInstanceOf(Reading.Done.class);
        assertThat(athena.started).isEmpty();
    }

    @Test
    void whatIsZippedIsReadHere() {
        assertThat(Place.of("w d b 123456789012 5").orElseThrow().above()).isEqualTo(5);
        put(FOLDER + "org-00001.csv.zip", new byte[] {'P', 'K', 5, 6});
        put(MANIFEST, manifest("org-00001.csv.zip"));
        assertThatThrownBy(() -> read(source())).hasMessageContaining("zip holds 0 files");
        assertThat(athena.started).isEmpty();
    }

    @Test
    void beginsAQueryOfTheManifestsFilesAndDoesNotWait() {
        put(FOLDER + "stray.csv.gz", zipped(HEADER + ROW));

        assertThat(read(source())).isEqualTo(new Reading.UnderWay());

        var asked = athena.started.getFirst();
        assertThat(asked.workGroup()).isEqualTo("glidepath");
        assertThat(asked.queryExecutionContext().database()).isEqualTo("glidepath_db");
        assertThat(asked.clientRequestToken().length()).isBetween(32, 128);
        var table = glue.tables.values().iterator().next();
        assertThat(asked.queryString()).contains("FROM \"" + table.name() + "\"");
        var links = table.storageDescriptor().location();
        assertThat(text(links.substring(("s3://" + queries + "/").length()) + "files"))
                .isEqualTo("s3://" + exports + "/" + PART + "\n");
        assertThat(table.storageDescriptor().inputFormat()).endsWith("SymlinkTextInputFormat");
        assertThat(table.parameters()).containsEntry("skip.header.line.count", "1");
        assertThat(source().underWay()).containsExactly(YearMonth.of(2026, 5));
    }

    @Test
    void asksOnceHoweverOftenItIsRun() {
        for (int i = 0; i < 3; i++) {
            assertThat(read(source())).isEqualTo(new Reading.UnderWay());
        }
        assertThat(athena.started).hasSize(1);
    }

    @Test
    void theSecondOfTwoRunsThatBeginTogetherAsksNothing() {
        var tickets = new Tickets(S3, place(0), bucket(queries));
        var key = Tickets.FOLDER + "2026-05/x.json";
        var ticket = Ticket.begun("a".repeat(64), now);
        var first = tickets.write(key, ticket, Optional.empty());
        assertThat(first).isPresent();
        assertThat(tickets.write(key, ticket, Optional.empty())).isEmpty();
        assertThat(tickets.write(key, ticket.asked("1"), first)).isPresent();
        assertThat(tickets.write(key, ticket.asked("2"), first)).isEmpty();
        assertThat(tickets.find(key).orElseThrow().ticket()).isEqualTo(ticket.asked("1"));
    }

    /// The same token: Athena takes it for the same request.
    @Test
    void aRunThatWasCutOffAfterAskingAsksForTheSameQuery() {
        read(source());
        var key = ticketKey();
        var ticket = Ticket.read(key, text(key).getBytes(StandardCharsets.UTF_8));
        put(key, Ticket.begun(ticket.identity(), ticket.begun()).written());

        assertThat(read(source())).isEqualTo(new Reading.UnderWay());

        assertThat(athena.started).hasSize(2);
        assertThat(athena.started.get(1).clientRequestToken())
                .isEqualTo(athena.started.get(0).clientRequestToken());
    }

    @Test
    void readsTheResultWhenTheQueryHasEnded() {
        read(source());
        succeed(result(1, ""));

        var charges = charges(read(source()));

        assertThat(charges).isEqualTo(charges(read(source(1_000_000, athena, glue))));
        assertThat(athena.started).hasSize(1);
    }

    @Test
    void refusesARowThatCannotBeRead() {
        read(source());
        succeed(result(1, "1 n/a"));
        assertThatThrownBy(() -> read(source()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(PART + ": a row: column ")
                .hasMessageContaining("'n/a' is not a number");
    }

    @Test
    void findsTheRowThatCannotBeRead() {
        deliver(HEADER + ROW + ROW.replace("12.5", "n/a"));
        read(source());
        succeed(result(1, "1 n/a"));
        assertThatThrownBy(() -> read(source()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(PART + ": row 3: column BilledCost: 'n/a' is not a number");
    }

    @Test
    void refusesAResultThatReadAnotherFile() {
        read(source());
        succeed(result(1, "").replace(PART, FOLDER + "stray.csv.gz"));
        assertThatThrownBy(() -> read(source())).hasMessageContaining("stray.csv.gz");
    }

    @Test
    void refusesAResultOfWhichRowsAreMissing() {
        read(source());
        succeed(result(2, ""));
        assertThatThrownBy(() -> read(source()))
                .hasMessageContaining("1 rows in groups and 2 in files");
    }

    @Test
    void refusesAResultWithOtherColumns() {
        read(source());
        succeed("\"a\",\"b\"\n");
        assertThatThrownBy(() -> read(source())).hasMessageContaining("[a, b] instead of");
    }

    @Test
    void asksAgainWhenAFileWasReplacedSinceItAsked() {
        read(source());
        deliver(HEADER + ROW + ROW);
        succeed(result(1, ""));
        athena.state = QueryExecutionState.RUNNING;

        assertThat(read(source())).isEqualTo(new Reading.UnderWay());

        assertThat(athena.stopped).containsExactly("query-0");
        assertThat(athena.started).hasSize(2);
        assertThat(glue.tables).hasSize(1);
        assertThat(glue.tables.values().iterator().next().storageDescriptor().location())
                .contains(identity());
    }

    @Test
    void refusesWhenAFileIsReplacedWhileTheResultIsRead() {
        var delivery = delivery();
        source().read(bucket(exports), delivery, Set.of(), _ -> {});
        succeed(result(1, ""));
        deliver(HEADER + ROW + ROW);

        assertThatThrownBy(() -> Listed.requireSame(bucket(exports), delivery))
                .hasMessage(
                        PART
                                + ": was replaced while Athena read it; collect again when the"
                                + " delivery has finished");
        S3.deleteObject(r -> r.bucket(exports).key(PART));
        assertThatThrownBy(() -> Listed.requireSame(bucket(exports), delivery))
                .hasMessageContaining("is missing since Athena read it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FAILED    | Query exhausted resources at this scale factor   | name fewer tags",
                "FAILED    | Bytes scanned limit was exceeded                 | raise the workgroup's limit",
                "CANCELLED | Query cancelled by user                          | collect again an hour",
                "FAILED    | COLUMN_NOT_FOUND: line 1:8: no such column       | collect again an hour",
                "FAILED    | Access Denied (Service: Amazon S3)               | allow the function",
                "CANCELLED |                                                  | (it was cancelled)"
            })
    void tellsInOneLineWhyAQueryFailed(QueryExecutionState state, String reason, String remedy) {
        read(source());
        athena.state = state;
        athena.reason = Optional.ofNullable(reason).map(text -> text + "\n\tat line two");

        assertThatThrownBy(() -> read(source()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(
                        MANIFEST + ": Athena's query query-0 ended without a result (")
                .hasMessageContaining(remedy)
                .message()
                .doesNotContain("\n", "\t");
    }

    /// Lambda tries again at once, and each time would cost.
    @Test
    void doesNotAskAgainAtOnceAfterAFailure() {
        read(source());
        athena.state = QueryExecutionState.FAILED;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> read(source())).hasMessageContaining("ended without a result");
        }
        assertThat(athena.started).hasSize(1);

        now = now.plus(Duration.ofMinutes(61));
        assertThat(read(source())).isEqualTo(new Reading.UnderWay());
        assertThat(athena.started).hasSize(2);
    }

    @Test
    void stopsAQueryThatRunsTooLong() {
        read(source());
        now = now.plus(Duration.ofMinutes(59));
        assertThat(read(source())).isEqualTo(new Reading.UnderWay());
        assertThat(athena.stopped).isEmpty();

        now = now.plus(Duration.ofMinutes(2));
        assertThatThrownBy(() -> read(source()))
                .hasMessageContaining("query-0 ran longer than 60 minutes and was stopped");
        assertThat(athena.stopped).containsExactly("query-0");
    }

    @Test
    void asksAgainWhenTheQueryOrItsResultIsGone() {
        read(source());
        athena.state = QueryExecutionState.SUCCEEDED;
        now = now.plusSeconds(1);
        assertThat(read(source())).isEqualTo(new Reading.UnderWay());
        athena.forgotten = true;
        now = now.plusSeconds(1);
        assertThat(read(source())).isEqualTo(new Reading.UnderWay());
        assertThat(athena.started).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | TooManyRequestsException  | too many | Athena is busy (TooManyRequestsException); collect again in some minutes",
                "400 | ThrottlingException       | slow     | Athena is busy (ThrottlingException); collect again in some minutes",
                "400 | AccessDeniedException     | no grant | Athena denies access (no grant); deploy the stack again",
                "400 | InvalidRequestException   | too long | Athena answered 400 (InvalidRequestException: too long); collect again",
                "500 | InternalServerException   | oops     | Athena answered 500 (InternalServerException: oops); collect again"
            })
    void tellsWhatAthenaRefuses(int status, String code, String said, String message) {
        athena.refusal = Optional.of(ScriptedAthena.refusal(status, code, said));
        assertThatThrownBy(() -> read(source()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(MANIFEST + ": " + message);
    }

    @Test
    void refusesFilesWithDifferentColumns() {
        put(FOLDER + "org-00002.csv.gz", zipped("X," + HEADER + "1," + ROW));
        put(MANIFEST, manifest("org-00001.csv.gz", "org-00002.csv.gz"));
        assertThatThrownBy(() -> read(source()))
                .hasMessageContaining("org-00002.csv.gz: has other columns than " + PART);
    }

    /// The stand-in's canned results, over its own client, catalogue and bucket.
    @Test
    void goesTheWholeWayOnMoto() throws Exception {
        assumeTrue(AWS.name().equals("moto"), "only moto has Athena");
        var client = AWS.client(AthenaClient.builder());
        var catalogue = AWS.client(GlueClient.builder());
        client.createWorkGroup(r -> r.name("glidepath"));
        catalogue.createDatabase(r -> r.databaseInput(d -> d.name("glidepath_db")));
        can(result(1, ""));
        var source = source(0, client, catalogue);

        assertThat(read(source)).isEqualTo(new Reading.UnderWay());
        var charges = charges(read(source));

        assertThat(charges).isEqualTo(charges(read(source(1_000_000, athena, glue))));
        var table = catalogue.getTables(r -> r.databaseName("glidepath_db")).tableList().getFirst();
        assertThat(table.storageDescriptor().serdeInfo().serializationLibrary())
                .endsWith("OpenCSVSerde");
    }

    private void can(String csv) throws IOException, InterruptedException {
        var rows = new StringBuilder();
        for (var line : csv.split("\n")) {
            rows.append(rows.isEmpty() ? "" : ",").append("{\"Data\":[");
            var values = line.split(",", -1);
            for (int i = 0; i < values.length; i++) {
                rows.append(i == 0 ? "" : ",")
                        .append(
                                values[i].isEmpty()
                                        ? "{}"
                                        : "{\"VarCharValue\":" + values[i] + "}");
            }
            rows.append("]}");
        }
        var body = "{\"results\":[{\"rows\":[" + rows + "],\"column_info\":[]}]}";
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                AWS.endpoint()
                                                        .resolve(
                                                                "/moto-api/static/athena/query-results"))
                                        .POST(HttpRequest.BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    private void succeed(String csv) {
        athena.state = QueryExecutionState.SUCCEEDED;
        put("results/query-0.csv", csv.getBytes(StandardCharsets.UTF_8), queries);
    }

    /// As Athena writes it.
    private String result(int rows, String found) {
        var sums =
                List.of("billed", "effective").stream()
                        .map("\"%1$s\",\"%1$s_known\""::formatted)
                        .toList();
        var keys =
                "currency,provider,service_name,service_code,account_id,account_name,region,charge_category,charge_class,item,pricing,commitment_id,commitment_status,unit,label_0";
        var fault = found.isEmpty() ? "" : '"' + found + '"';
        return "\"file\",\"start_day\",\"end_day\",\"billing_month\",\"%s\",%s,\"rest\",\"row_count\",\"fault\"\n"
                        .formatted(keys.replace(",", "\",\""), String.join(",", sums))
                + ",\"2026-05-03\",\"2026-05-04\",\"2026-05-01\",\"USD\",\"AWS\",\"S3\",,,,,\"Usage\",,,,,,,,"
                + "\"12.500000000000000000000000\",\"1\",\"10.000000000000000000000000\",\"1\","
                + ",\"1\",%s\n".formatted(fault)
                + "\"s3://%s/%s\",,,,,,,,,,,,,,,,,,,,\"1\",,\"1\",,\"%d\",%s\n"
                        .formatted(exports, PART, rows, fault);
    }

    private Reading read(AthenaSource source) {
        return source.read(bucket(exports), delivery(), Set.of(), _ -> {});
    }

    private static Charges charges(Reading reading) {
        return ((Reading.Done) reading).charges();
    }

    private Delivery delivery() {
        return new Deliveries(bucket(exports)).newest("exports/").getFirst();
    }

    private AthenaSource source() {
        return source(0, athena, glue);
    }

    private AthenaSource source(long above, AthenaClient client, GlueClient catalogue) {
        return new AthenaSource(
                new DirectSource(scratch, Limits.STANDARD),
                place(above),
                new S3Bucket.Account(exports, StandIn.ACCOUNT),
                new AthenaSource.Clients(S3, client, catalogue),
                () -> now);
    }

    private Place place(long above) {
        return new Place("glidepath", "glidepath_db", queries, StandIn.ACCOUNT, above);
    }

    private S3Bucket bucket(String name) {
        return new S3Bucket(S3, new S3Bucket.Account(name, StandIn.ACCOUNT), scratch);
    }

    private void deliver(String csv) {
        put(PART, zipped(csv));
        put(MANIFEST, manifest("org-00001.csv.gz"));
    }

    private byte[] manifest(String... files) {
        var uris =
                List.of(files).stream()
                        .map(file -> "\"s3://" + exports + "/" + FOLDER + file + "\"")
                        .toList();
        return "{\"executionId\": \"1\", \"dataFiles\": %s}"
                .formatted(uris)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipped(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private String ticketKey() {
        return S3.listObjectsV2(r -> r.bucket(queries).prefix(Tickets.FOLDER))
                .contents()
                .getFirst()
                .key();
    }

    private String identity() {
        var key = ticketKey();
        return Ticket.read(key, text(key).getBytes(StandardCharsets.UTF_8)).identity();
    }

    private String text(String key) {
        return S3.getObjectAsBytes(r -> r.bucket(queries).key(key)).asUtf8String();
    }

    private void put(String key, byte[] bytes) {
        put(key, bytes, key.startsWith("exports/") ? exports : queries);
    }

    private static void put(String key, byte[] bytes, String bucket) {
        S3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }
}
