package dev.glidepath.collect.s3;

import static dev.glidepath.collect.s3.FaultyServer.cut;
import static dev.glidepath.collect.s3.FaultyServer.error;
import static dev.glidepath.collect.s3.FaultyServer.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.export.Bucket.Item;
import dev.glidepath.collect.s3.FaultyServer.Answer;
import dev.glidepath.collect.s3.FaultyServer.Asked;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/// What S3 does at times, and no stand-in can be told to.
class DownloadTest {

    private static final byte[] BODY = new byte[300_000];
    private static final Item ITEM =
            new Item("x/part 1", BODY.length, Instant.EPOCH, Optional.of("e7a9"));

    static {
        var random = new SplittableRandom(3);
        random.nextBytes(BODY);
    }

    @TempDir Path scratch;

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void goesOnWhereABodyBrokeOff() throws IOException {
        var asked = assertRead(cut(BODY, 100_000), cut(BODY, 0), cut(BODY, 150_000), whole(BODY));

        assertThat(asked).hasSize(4).extracting(Asked::ifMatch).containsOnly("\"e7a9\"");
        assertThat(asked).extracting(Asked::owner).containsOnly("123456789012");
        assertThat(asked.getFirst().range()).isNull();
        var from = asked.stream().skip(1).map(a -> number(a.range())).toList();
        assertThat(from).isSorted();
        assertThat(from.getFirst()).isBetween(1, 100_000);
        assertThat(from.getLast()).isBetween(100_001, 250_000);
        assertThat(pauses)
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void bringsALargeObjectInPieces() throws IOException {
        try (var server = new FaultyServer(whole(BODY));
                var copy = bucket(server, 70_000).fetch(ITEM)) {
            assertThat(Files.readAllBytes(copy.path())).isEqualTo(BODY);
            assertThat(server.asked)
                    .extracting(Asked::range)
                    .containsExactlyInAnyOrder(
                            "bytes=0-69999",
                            "bytes=70000-139999",
                            "bytes=140000-209999",
                            "bytes=210000-279999",
                            "bytes=280000-");
            assertThat(server.asked).extracting(Asked::ifMatch).containsOnly("\"e7a9\"");
        }
    }

    @Test
    void goesOnWhereAPieceBrokeOff() throws IOException {
        try (var server = new FaultyServer(cut(BODY, 0), cut(BODY, 50_000), whole(BODY));
                var copy = bucket(server, 70_000).fetch(ITEM)) {
            assertThat(Files.readAllBytes(copy.path())).isEqualTo(BODY);
            assertThat(server.asked).hasSizeGreaterThan(5);
        }
    }

    @Test
    void oneReplacedPieceRefusesTheObject() {
        try (var server =
                new FaultyServer(
                        whole(BODY),
                        whole(BODY),
                        error(412, "PreconditionFailed", "At least one"))) {
            var bucket = bucket(server, 70_000);
            assertThatThrownBy(() -> bucket.fetch(ITEM))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("was replaced after it was listed");
            assertThat(scratch).isEmptyDirectory();
        }
    }

    @Test
    void readsTheWholeAgainWhereARangeIsNotHeard() throws IOException {
        Answer deaf =
                exchange -> {
                    exchange.sendResponseHeaders(200, BODY.length);
                    exchange.getResponseBody().write(BODY);
                };
        var asked = assertRead(cut(BODY, 100_000), deaf, whole(BODY));
        assertThat(asked).extracting(a -> a.range() == null).containsExactly(true, false, true);
    }

    @Test
    void readsTheWholeAgainWhereItDoesNotFitItsChecksum() throws IOException {
        var damaged = BODY.clone();
        damaged[17]++;
        Answer lying =
                exchange ->
                        FaultyServer.send(
                                exchange,
                                damaged,
                                damaged.length,
                                Map.of("x-amz-checksum-crc32", crc32(BODY)));
        assertThat(assertRead(lying, whole(BODY))).hasSize(2);
    }

    @Test
    void goesOnWhereABodyStalls() throws IOException {
        Answer stalls =
                exchange -> {
                    FaultyServer.send(exchange, BODY, 100_000, Map.of());
                    sleep(1_500);
                };
        assertThat(assertRead(stalls, whole(BODY))).hasSize(2);
    }

    @Test
    void readsASlowBody() throws IOException {
        Answer slow =
                exchange -> {
                    exchange.sendResponseHeaders(200, BODY.length);
                    for (int at = 0; at < BODY.length; at += 50_000) {
                        exchange.getResponseBody().write(BODY, at, 50_000);
                        exchange.getResponseBody().flush();
                        sleep(150);
                    }
                };
        assertThat(assertRead(slow)).hasSize(1);
    }

    @Test
    void repeatsWhatS3IsTooBusyFor() throws IOException {
        var asked =
                assertRead(
                        error(503, "SlowDown", "Please reduce your request rate."),
                        error(500, "InternalError", "We encountered an internal error."),
                        whole(BODY));
        assertThat(asked).hasSize(3);
        assertThat(pauses).isEmpty();
    }

    @Test
    void givesUpOnABodyThatAlwaysBreaksOff() {
        assertRefused(
                "s3://b/x/part 1: broke off after 0 of 300000 bytes, 5 times; collect again",
                cut(BODY, 0));
        assertThat(pauses)
                .containsExactly(
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4));
    }

    @Test
    void givesUpOnABodyOfAnotherLength() {
        assertRefused("broke off after 0 of 300000 bytes", whole(new byte[299_999]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    403 | AccessDenied | Access Denied | access denied; allow the function s3:GetObject on arn:aws:s3:::b/*, in its role and in the bucket's policy, and see that account 123456789012 owns the bucket
                    403 | AccessDenied | User: x is not authorized to perform: kms:Decrypt on resource: y | its key denies it (AccessDenied: User: x is not authorized to perform: kms:Decrypt on resource: y); allow the function kms:Decrypt
                    400 | KMS.DisabledException | y is disabled. | its key denies it (KMS.DisabledException: y is disabled.)
                    403 | InvalidObjectState | The operation is not valid | is archived; restore it
                    404 | NoSuchKey | The specified key does not exist. | is missing since it was listed
                    412 | PreconditionFailed | At least one | was replaced after it was listed
                    503 | SlowDown | Reduce your request rate. | S3 answered 503 (SlowDown, request R1); collect again
                    400 | AuthorizationHeaderMalformed | expecting 'eu-west-1' | S3 does not tell in which region the bucket lies; allow the function s3:ListBucket on arn:aws:s3:::b
                    """)
    void saysWhatToDo(int status, String code, String message, String said) {
        assertRefused("s3://b/x/part 1: " + said, error(status, code, message));
    }

    @Test
    void saysThatS3CannotBeReached() {
        var server = new FaultyServer(whole(BODY));
        var client = server.client();
        server.close();
        var bucket = new S3Bucket(client, account(), scratch, pauses::add, 1 << 20);
        assertThatThrownBy(() -> bucket.list("x/"))
                .isInstanceOf(Refusal.class)
                .message()
                .startsWith("s3://b/x/: S3 cannot be reached (")
                .endsWith("); collect again");
    }

    private List<Asked> assertRead(Answer... answers) throws IOException {
        try (var server = new FaultyServer(answers);
                var copy = bucket(server).fetch(ITEM)) {
            assertThat(Files.readAllBytes(copy.path())).isEqualTo(BODY);
            return server.asked;
        }
    }

    private void assertRefused(String message, Answer... answers) {
        try (var server = new FaultyServer(answers)) {
            var bucket = bucket(server);
            assertThatThrownBy(() -> bucket.fetch(ITEM))
                    .isInstanceOf(Refusal.class)
                    .message()
                    .contains(message)
                    .doesNotContain("\n");
            assertThat(scratch).isEmptyDirectory();
        }
    }

    private S3Bucket bucket(FaultyServer server) {
        return bucket(server, 1 << 20);
    }

    private S3Bucket bucket(FaultyServer server, long pieceBytes) {
        return new S3Bucket(server.client(), account(), scratch, pauses::add, pieceBytes);
    }

    private static S3Bucket.Account account() {
        return new S3Bucket.Account("b", "123456789012");
    }

    private static int number(String range) {
        return Integer.parseInt(range.replaceAll("\\D", ""));
    }

    private static String crc32(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        var four = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
        return Base64.getEncoder().encodeToString(four);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
