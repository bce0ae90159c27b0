package dev.glidepath.collect.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.TableQuery;
import dev.glidepath.collect.charges.TableShape;
import dev.glidepath.collect.export.Bucket.Item;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is known of a file of which only the ends were brought.
class FileHeadsTest {

    private static final String CHARGE =
            """
            SELECT 1.5::DOUBLE AS "BilledCost", 1::INTEGER AS "EffectiveCost",
              'USD' AS "BillingCurrency", 'Usage' AS "ChargeCategory",
              TIMESTAMPTZ '2026-05-03 00:00:00Z' AS "ChargePeriodStart",
              TIMESTAMP '2026-05-04' AS "ChargePeriodEnd\"""";

    @TempDir Path scratch;

    @Test
    void columnsHaveTheTypesThatATableHas() throws IOException, SQLException {
        assertThat(TableQuery.over(shape(parquet(CHARGE)), Set.of()).fields())
                .extracting(TableShape.Field::name, TableShape.Field::type)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "(\"billedcost\", \"double\")",
                        "(\"effectivecost\", \"int\")",
                        "(\"billingcurrency\", \"string\")",
                        "(\"chargecategory\", \"string\")",
                        "(\"chargeperiodstart\", \"timestamp\")",
                        "(\"chargeperiodend\", \"timestamp\")");
    }

    @Test
    void aFooterThatIsLongerThanAPieceIsReadWhole() throws IOException, SQLException {
        var more =
                IntStream.range(0, 400)
                        .mapToObj(i -> ", '%1$d' AS \"%2$s%1$d\"".formatted(i, "x".repeat(100)))
                        .collect(Collectors.joining());
        var file = parquet(CHARGE + more);

        assertThat(file.length).isGreaterThan(1 << 16);
        assertThat(TableQuery.over(shape(file), Set.of()).fields()).hasSize(6);
    }

    @Test
    void aFooterThatNothingHoldsIsNotRead() {
        long bytes = 1L << 40;
        var end =
                ByteBuffer.allocate(1 << 16)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt((1 << 16) - 8, 1 << 27)
                        .put((1 << 16) - 4, "PAR1".getBytes(StandardCharsets.US_ASCII))
                        .array();
        var heads =
                heads(
                        (_, from, to) -> {
                            assertThat(to - from).isLessThanOrEqualTo(1 << 26);
                            return from == 0 ? "PAR1....".getBytes(StandardCharsets.US_ASCII) : end;
                        });

        assertThatThrownBy(() -> heads.shape(item(bytes)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("x/part: Parquet file has a damaged footer");
    }

    @Test
    void anEmptyFileIsSaidToBe() {
        assertThatThrownBy(() -> shape(new byte[0]))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("x/part: file is empty");
    }

    @Test
    void nothingIsLeftOfAHead() {
        shape("BilledCost,ServiceName\n1,S3\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> shape("BilledCost".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class);
        assertThat(scratch).isEmptyDirectory();
    }

    private TableShape shape(byte[] file) {
        return heads((_, from, to) -> Arrays.copyOfRange(file, (int) from, (int) to))
                .shape(item(file.length));
    }

    private FileHeads heads(FileHeads.Ranges ranges) {
        return new FileHeads(ranges, scratch, Limits.STANDARD);
    }

    private static Item item(long bytes) {
        return new Item("x/part", bytes, Instant.EPOCH, Optional.of("e"));
    }

    private byte[] parquet(String query) throws IOException, SQLException {
        var file = scratch.resolve("bill.parquet");
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        }
        return Files.readAllBytes(file);
    }
}
