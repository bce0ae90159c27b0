package dev.glidepath.collect.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.runtime.StandIn;
import dev.glidepath.store.DailyValues;
import dev.glidepath.store.DailyValues.Kind;
import dev.glidepath.store.SnapshotTable;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;

/// As AWS/Billing has them, put by an ordinary client. In order, because the stand-in forgets
/// nothing.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EstimatedChargesTest {

    private static final Instant MAY_3 = Instant.parse("2026-05-03T05:00:00Z");
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private static EmbeddedTable database;
    private static CloudWatchClient cloudWatch;

    private DailyValues values;

    @BeforeAll
    static void open() {
        cloudWatch = StandIn.require().client(CloudWatchClient.builder());
        database = EmbeddedTable.inMemory();
    }

    @AfterAll
    static void close() {
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void emptyTable() {
        var table = "t-" + UUID.randomUUID();
        SnapshotTable.create(database.client(), table);
        values = new Snapshots(database.client(), table).values();
    }

    @Test
    @Order(1)
    void anAccountWithoutBillingAlertsHasNone() {
        assertThat(collect(MAY_3)).isZero();
    }

    @Test
    @Order(2)
    void takesTheServicesWhereAccountsAreNotTold() {
        put("2026-04-30T06:00:00Z", 290, "Currency", "USD");
        put("2026-04-30T22:00:00Z", 300, "Currency", "USD");
        put("2026-05-01T10:00:00Z", 4, "Currency", "USD");
        put("2026-05-01T22:00:00Z", 9, "Currency", "USD");
        put("2026-05-01T22:00:00Z", 8.25, "Currency", "USD", "ServiceName", "AmazonEC2");
        put("2026-05-03T01:00:00Z", 99, "Currency", "USD");

        collect(MAY_3);

        assertThat(known(MAY_3).get("/"))
                .isEqualTo(
                        Map.of(
                                LocalDate.of(2026, 4, 30),
                                new BigDecimal("300"),
                                LocalDate.of(2026, 5, 1),
                                new BigDecimal("9")));
        assertThat(known(MAY_3).get("/AmazonEC2"))
                .isEqualTo(Map.of(LocalDate.of(2026, 5, 1), new BigDecimal("8.25")));
    }

    @Test
    @Order(3)
    void aCorrectedPointIsAdded() {
        collect(MAY_3);
        put("2026-05-01T23:00:00Z", 9.5, "Currency", "USD");

        var later = MAY_3.plusSeconds(3600);
        assertThat(collect(later)).isEqualTo(1);
        assertThat(known(MAY_3).get("/"))
                .containsEntry(LocalDate.of(2026, 5, 1), new BigDecimal("9"));
        assertThat(known(later).get("/"))
                .containsEntry(LocalDate.of(2026, 5, 1), new BigDecimal("9.5"));
    }

    @Test
    @Order(4)
    void takesAccountsAndServicesWhereBothAreToldAndCountsNothingTwice() {
        put("2026-05-02T10:00:00Z", 3, "Currency", "USD", "LinkedAccount", "000123456789");
        put(
                "2026-05-02T10:00:00Z",
                2,
                "Currency",
                "USD",
                "LinkedAccount",
                "000123456789",
                "ServiceName",
                "AmazonS3");

        collect(MAY_3);

        assertThat(known(MAY_3)).containsOnlyKeys("/", "000123456789/AmazonS3");
    }

    private int collect(Instant at) {
        return new EstimatedCharges(cloudWatch, values).collect(() -> at);
    }

    private Map<String, NavigableMap<LocalDate, BigDecimal>> known(Instant asOf) {
        return values.known(Kind.ESTIMATED, APRIL, APRIL.plusMonths(2), asOf);
    }

    private static void put(String time, double value, String... namesAndValues) {
        var dimensions = new ArrayList<Dimension>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            dimensions.add(
                    Dimension.builder()
                            .name(namesAndValues[i])
                            .value(namesAndValues[i + 1])
                            .build());
        }
        cloudWatch.putMetricData(
                r ->
                        r.namespace("AWS/Billing")
                                .metricData(
                                        MetricDatum.builder()
                                                .metricName("EstimatedCharges")
                                                .timestamp(Instant.parse(time))
                                                .value(value)
                                                .dimensions(dimensions)
                                                .build()));
    }
}
