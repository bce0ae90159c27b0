package dev.glidepath.store;

import static dev.glidepath.store.Sample.FIRST;
import static dev.glidepath.store.Sample.NOVEMBER;
import static dev.glidepath.store.Sample.START;
import static dev.glidepath.store.Sample.id;
import static dev.glidepath.store.Sample.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

@ExtendWith(FreshTable.class)
class SnapshotsTest {

    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final LocalDate THIRD = FIRST.plusDays(2);
    private static final Duration DAY = Duration.ofDays(1);

    private final Sample early =
            Sample.of(
                    id("aws", 1),
                    Map.of(
                            FIRST, List.of(line("S3", "001", "1.10"), line("S3", "002", "2.20")),
                            SECOND, List.of(line("EC2", "001", "100")),
                            THIRD, List.of(line("EC2", "001", "7"))));

    /// The second day restated, the third gone.
    private final Sample late =
            Sample.of(
                    id("aws", 2),
                    Map.of(
                            FIRST, List.of(line("S3", "001", "1.10"), line("S3", "002", "2.20")),
                            SECOND, List.of(line("EC2", "001", "90.000000000000000001"))));

    private Wire wire;
    private Snapshots snapshots;

    @BeforeEach
    void startEmpty(FreshTable.Tables tables) {
        var table = tables.get();
        wire = new Wire(table.dynamo());
        snapshots = new Snapshots(wire, table.name());
    }

    @Test
    void anEmptyTableAnswersEverything() {
        assertThat(snapshots.newest("aws", NOVEMBER)).isEmpty();
        assertThat(snapshots.executions(START)).isEmpty();
        assertThat(snapshots.history("aws", NOVEMBER, START)).isEmpty();
        assertThat(days(START)).isEmpty();
    }

    @Test
    void whatIsReadAgainAndSaysTheSameStaysAsItIs() {
        early.into(snapshots, START);
        assertThat(again(early, START.plus(DAY))).isEqualTo(new Recording.AlreadyRecorded());
        assertThat(snapshots.history("aws", NOVEMBER, START.plus(DAY))).hasSize(1);
    }

    /// A better reader finds other days in the same files.
    @Test
    void whatIsReadAgainAndSaysSomethingElseIsTheNewestVersionOfThatExecution() {
        early.into(snapshots, START);
        var read = Sample.of(early.execution().id(), late.days());
        assertThat(again(read, START.plus(DAY))).isEqualTo(new Recording.Added(1, 1));
        assertThat(days(START)).hasSize(3);
        assertThat(days(START.plus(DAY))).hasSize(2);
        assertThat(snapshots.history("aws", NOVEMBER, START.plus(DAY)))
                .extracting(r -> r.execution().id())
                .containsExactly(early.execution().id(), early.execution().id());
        assertThat(again(read, START.plus(DAY))).isEqualTo(new Recording.AlreadyRecorded());
    }

    @Test
    void readAgainOrNotAnOlderExecutionDoesNotReplaceANewerOne() {
        late.into(snapshots, START);
        assertThat(again(early, START.plus(DAY)))
                .isEqualTo(new Recording.Superseded(late.execution().id()));
    }

    @Test
    void anotherWriteInTheSameMomentIsNoFailure(FreshTable.Tables tables) {
        var table = tables.get();
        var conflicts = new AtomicInteger(1);
        var busy =
                new Wire(table.dynamo()) {
                    @Override
                    public TransactWriteItemsResponse transactWriteItems(
                            TransactWriteItemsRequest request) {
                        if (conflicts.getAndDecrement() > 0) {
                            throw conflict();
                        }
                        return super.transactWriteItems(request);
                    }
                };
        assertThat(early.into(new Snapshots(busy, table.name(), _ -> {}), START))
                .isEqualTo(new Recording.Added(3, 0));
    }

    private static TransactionCanceledException conflict() {
        var codes = Stream.of("None", "TransactionConflict");
        return TransactionCanceledException.builder()
                .cancellationReasons(
                        codes.map(c -> CancellationReason.builder().code(c).build()).toList())
                .build();
    }

    private Recording again(Sample sample, Instant at) {
        return snapshots.recordAgain(sample.execution(), Sample.PLAN, sample.days(), () -> at);
    }

    @Test
    void tellsWhatWasRecordedAndSinceWhen() {
        assertThat(early.into(snapshots, START)).isEqualTo(new Recording.Added(3, 0));

        var newest = snapshots.newest("aws", NOVEMBER).orElseThrow();
        assertThat(newest.execution()).isEqualTo(early.execution());
        assertThat(newest.allocation()).isEqualTo(Sample.PLAN);
        assertThat(newest.recordedAt()).isEqualTo(START);
        assertThat(newest.days().get(FIRST).all()).isEqualTo(Map.of("USD", amounts("3.30")));
        assertThat(snapshots.executions(START)).containsExactly(newest);
    }

    @Test
    void totalsAreByServiceAndDetailIsByEverything() {
        early.into(snapshots, START);

        var detail = snapshots.detail(FIRST, SECOND, START);
        assertThat(detail.get(FIRST)).containsExactlyElementsOf(early.days().get(FIRST));
        assertThat(days(START).get(FIRST))
                .singleElement()
                .satisfies(l -> assertThat(l.amounts()).isEqualTo(amounts("3.30")))
                .satisfies(l -> assertThat(l.dimensions().subAccount().id()).isNull())
                .satisfies(l -> assertThat(l.dimensions().labels()).isEmpty())
                .satisfies(l -> assertThat(l.rows()).isEqualTo(2));
    }

    @Test
    void onlyTheDaysAskedForAreRead() {
        early.into(snapshots, START);

        assertThat(snapshots.days(SECOND, THIRD, START)).containsOnlyKeys(SECOND);
    }

    @Test
    void collectingTwiceWritesNothing() {
        early.into(snapshots, START);
        var before = Dump.of(snapshots, START.plus(DAY));
        wire.itemsWritten = 0;

        assertThat(early.into(snapshots, START.plus(DAY)))
                .isEqualTo(new Recording.AlreadyRecorded());
        assertThat(wire.itemsWritten).isZero();
        assertThat(Dump.of(snapshots, START.plus(DAY))).isEqualTo(before);
    }

    @Test
    void anOlderExecutionWritesNothing() {
        late.into(snapshots, START);
        wire.itemsWritten = 0;

        assertThat(early.into(snapshots, START.plus(DAY)))
                .isEqualTo(new Recording.Superseded(late.execution().id()));
        assertThat(wire.itemsWritten).isZero();
    }

    @Test
    void aRestatementReplacesTheWholeBillingPeriod() {
        early.into(snapshots, START);

        assertThat(late.into(snapshots, START.plus(DAY))).isEqualTo(new Recording.Added(1, 1));
        assertThat(sum(days(START.plus(DAY)))).isEqualByComparingTo("93.300000000000000001");
        assertThat(days(START.plus(DAY))).containsOnlyKeys(FIRST, SECOND);
    }

    @Test
    void anotherPlanMovesCostToOtherCategoriesAtOnce() {
        early.into(snapshots, START);

        assertThat(early.into(snapshots, "plan-2", START.plus(DAY)))
                .isEqualTo(new Recording.Added(0, 3));
        assertThat(snapshots.newest("aws", NOVEMBER).orElseThrow().allocation())
                .isEqualTo("plan-2");
        assertThat(snapshots.history("aws", NOVEMBER, START.plus(DAY))).hasSize(2);
    }

    @Test
    void exportsAndBillingPeriodsAddUp() {
        var december = YearMonth.parse("2026-12");
        early.into(snapshots, START);
        var other = Map.of(FIRST, List.of(line("S3", "001", "0.01")));
        Sample.of(id("saas#2026-11", 1), other).into(snapshots, START);
        Sample.of(id("aws", december, 1), other).into(snapshots, START.plus(DAY));

        assertThat(sum(snapshots.days(FIRST, SECOND, START))).isEqualByComparingTo("3.31");
        assertThat(sum(snapshots.days(FIRST, SECOND, START.plus(DAY))))
                .isEqualByComparingTo("3.32");
        assertThat(snapshots.days(FIRST, SECOND, START.plus(DAY)).get(FIRST)).hasSize(1);
        assertThat(snapshots.executions(START.plus(DAY))).hasSize(3);
    }

    @Test
    void currenciesAreNeverAdded() {
        var euros = line("EUR", "S3", "001", new BigDecimal("5"));
        Sample.of(id("aws", 1), Map.of(FIRST, List.of(line("S3", "001", "3"), euros)))
                .into(snapshots, START);

        assertThat(days(START).get(FIRST))
                .extracting(l -> l.dimensions().currency(), l -> l.amounts().billed())
                .containsExactlyInAnyOrder(
                        tuple("USD", new BigDecimal("3")), tuple("EUR", new BigDecimal("5")));
        assertThat(snapshots.newest("aws", NOVEMBER).orElseThrow().days().get(FIRST).all())
                .containsOnlyKeys("EUR", "USD");
    }

    @Test
    void refusesDaysThatDoNotAddUpToWhatWasRead() {
        var missing = new java.util.TreeMap<>(early.days());
        missing.remove(THIRD);

        assertThatThrownBy(
                        () ->
                                snapshots.record(
                                        early.execution(),
                                        Sample.PLAN,
                                        missing,
                                        InstantSource.fixed(START)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("export aws, billing period 2026-11, execution execution-1")
                .hasMessageContaining("USD")
                .hasMessageContaining("110.3")
                .hasMessageContaining("103.3");
        assertThat(wire.itemsWritten).isZero();
    }

    @Test
    void theClockIsAskedWhenTheDaysAreWritten() {
        int[] written = {-1};
        snapshots.record(
                early.execution(),
                Sample.PLAN,
                early.days(),
                () -> {
                    written[0] = wire.itemsWritten;
                    return START;
                });

        assertThat(written[0]).isEqualTo(7);
    }

    private NavigableMap<LocalDate, List<CostLine>> days(Instant asOf) {
        return snapshots.days(FIRST, FIRST.plusYears(1), asOf);
    }

    private static BigDecimal sum(Map<LocalDate, List<CostLine>> days) {
        return days.values().stream()
                .flatMap(Collection::stream)
                .map(l -> l.amounts().billed())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Amounts amounts(String billed) {
        var amount = new BigDecimal(billed);
        return new Amounts(amount, amount, null, null);
    }
}
