package dev.glidepath.collect.s3;

import static dev.glidepath.collect.s3.FaultyServer.cut;
import static dev.glidepath.collect.s3.FaultyServer.error;
import static dev.glidepath.collect.s3.FaultyServer.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.ChargeReader;
import dev.glidepath.collect.charges.Charges;
import dev.glidepath.collect.export.Bucket.Item;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.collect.s3.FaultyServer.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A delivery of three parts, the second of which is another one by the time that it is fetched:
/// while the first is summed.
class ReplacedPartsTest {

    private static final byte[] PART =
            """
            BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName
            1.5,1.5,USD,2026-05-01T00:00:00Z,2026-05-03T00:00:00Z,2026-05-04T00:00:00Z,Usage,AWS,Amazon S3
            """
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir Path scratch;

    private final List<String> read = new ArrayList<>();

    @Test
    void allThereIsRead() {
        try (var server = new FaultyServer(whole(PART))) {
            var charges = read(server);
            assertThat(charges.files()).hasSize(3);
            assertThat(charges.period(YearMonth.of(2026, 5)).rows()).isEqualTo(3);
        }
    }

    @Test
    void deleted() {
        refused("part-2: is missing since it was listed", error(404, "NoSuchKey", "no such key"));
    }

    @Test
    void replaced() {
        refused(
                "part-2: was replaced after it was listed",
                error(412, "PreconditionFailed", "At least one"));
    }

    @Test
    void truncated() {
        refused("part-2: broke off after 0 of", cut(PART, 20), cut(PART, 0));
    }

    @Test
    void cutOffAsItLies() {
        refused(
                "part-2: broke off after 0 of",
                whole(
                        new String(PART, StandardCharsets.UTF_8)
                                .substring(9)
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private void refused(String message, Answer... answers) {
        var all = new ArrayList<>(List.of(whole(PART)));
        all.addAll(List.of(answers));
        try (var server = new FaultyServer(all.toArray(Answer[]::new))) {
            assertThatThrownBy(() -> read(server))
                    .isInstanceOf(Refusal.class)
                    .message()
                    .startsWith("s3://b/x/" + message)
                    .doesNotContain("\n");
            assertThat(read).isSubsetOf("x/part-1");
            assertThat(scratch).isEmptyDirectory();
        }
    }

    private Charges read(FaultyServer server) {
        var bucket =
                new S3Bucket(
                        server.client(),
                        new S3Bucket.Account("b", "123456789012"),
                        scratch,
                        _ -> {},
                        1 << 20);
        var items =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(
                                i ->
                                        new Item(
                                                "x/part-" + i,
                                                PART.length,
                                                Instant.EPOCH,
                                                Optional.of("e" + i)))
                        .toList();
        var delivery =
                new Delivery(
                        "x",
                        Optional.of(YearMonth.of(2026, 5)),
                        new Delivery.Version("e", Instant.EPOCH),
                        "x/manifest",
                        items);
        return new ChargeReader(bucket, scratch, Limits.STANDARD)
                .read(delivery, Set.of(), file -> read.add(file.name()));
    }
}
