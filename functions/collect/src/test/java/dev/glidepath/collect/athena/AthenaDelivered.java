package dev.glidepath.collect.athena;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.charges.ChargeSource.Reading;
import dev.glidepath.collect.charges.Charges;
import dev.glidepath.collect.charges.DirectSource;
import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.collect.s3.S3Bucket;
import dev.glidepath.runtime.StandIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/// One delivery on what stands in for S3, and an Athena that does what a test wants.
abstract class AthenaDelivered {

    static final StandIn AWS = StandIn.require();
    static final S3Client S3 = AWS.client(S3Client.builder());
    static final String FOLDER = "exports/org/data/BILLING_PERIOD=2026-05/";
    static final String PART = FOLDER + "org-00001.csv.gz";
    static final String MANIFEST = "exports/org/metadata/BILLING_PERIOD=2026-05/org-Manifest.json";
    static final String ROW =
            "12.5,10,USD,2026-05-01T00:00:00Z,2026-05-03T00:00:00Z,2026-05-04T00:00:00Z,Usage,AWS,S3\n";
    static final String HEADER =
            "BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,"
                    + "ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName\n";

    final String exports = "b-" + UUID.randomUUID();
    final String queries = "q-" + UUID.randomUUID();
    final ScriptedAthena athena = new ScriptedAthena();
    final ScriptedGlue glue = new ScriptedGlue();
    Instant now = Instant.parse("2026-05-12T05:00:00Z");

    @TempDir Path scratch;

    @BeforeEach
    void deliver() {
        S3.createBucket(r -> r.bucket(exports));
        S3.createBucket(r -> r.bucket(queries));
        athena.bucket = queries;
        deliver(HEADER + ROW);
    }

    void succeed(String csv) {
        athena.state = QueryExecutionState.SUCCEEDED;
        put("results/query-0.csv", csv.getBytes(StandardCharsets.UTF_8), queries);
    }

    /// As Athena writes it.
    String result(int rows, String found) {
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

    Reading read(AthenaSource source) {
        return source.read(bucket(exports), delivery(), Set.of(), _ -> {});
    }

    static Charges charges(Reading reading) {
        return ((Reading.Done) reading).charges();
    }

    Delivery delivery() {
        return new Deliveries(bucket(exports)).newest("exports/").getFirst();
    }

    AthenaSource source() {
        return source(0, athena, glue);
    }

    AthenaSource source(long above, AthenaClient client, GlueClient catalogue) {
        return source(above, new AthenaSource.Clients(S3, client, catalogue));
    }

    AthenaSource source(AthenaSource.Clients clients) {
        return source(0, clients);
    }

    private AthenaSource source(long above, AthenaSource.Clients clients) {
        return new AthenaSource(
                new DirectSource(scratch, Limits.STANDARD),
                place(above),
                new S3Bucket.Account(exports, StandIn.ACCOUNT),
                clients,
                () -> now);
    }

    Place place(long above) {
        return new Place("glidepath", "glidepath_db", queries, StandIn.ACCOUNT, above);
    }

    S3Bucket bucket(String name) {
        return new S3Bucket(S3, new S3Bucket.Account(name, StandIn.ACCOUNT), scratch);
    }

    void deliver(String csv) {
        put(PART, zipped(csv));
        put(MANIFEST, manifest("org-00001.csv.gz"));
    }

    byte[] manifest(String... files) {
        var uris =
                List.of(files).stream()
                        .map(file -> "\"s3://" + exports + "/" + FOLDER + file + "\"")
                        .toList();
        return "{\"executionId\": \"1\", \"dataFiles\": %s}"
                .formatted(uris)
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zipped(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    String ticketKey() {
        return S3.listObjectsV2(r -> r.bucket(queries).prefix(Tickets.FOLDER))
                .contents()
                .getFirst()
                .key();
    }

    String identity() {
        var key = ticketKey();
        return Ticket.read(key, text(key).getBytes(StandardCharsets.UTF_8)).identity();
    }

    String text(String key) {
        return S3.getObjectAsBytes(r -> r.bucket(queries).key(key)).asUtf8String();
    }

    void put(String key, byte[] bytes) {
        put(key, bytes, key.startsWith("exports/") ? exports : queries);
    }

    static void put(String key, byte[] bytes, String bucket) {
        S3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }
}
