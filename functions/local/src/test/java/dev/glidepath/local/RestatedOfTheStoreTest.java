package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Check;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.assess.Restated;
import dev.glidepath.core.assess.Restated.Why;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Execution.Totals;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.GlidePath.Milestone;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.digest.Edition;
import dev.glidepath.digest.WeeklyDigest;
import dev.glidepath.store.PlanTexts;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.store.outbox.Made;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.Outbox;
import dev.glidepath.store.outbox.OutboxId;
import dev.glidepath.store.outbox.Progress;
import dev.glidepath.store.outbox.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

class RestatedOfTheStoreTest {

    private static final Week WEEK = Week.parse("2026-W19");
    private static final Instant AS_OF = Instant.parse("2026-05-13T06:00:00Z");
    private static final Instant LAST = Instant.parse("2026-05-06T06:00:00Z");
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private EmbeddedTable table;
    private Snapshots snapshots;
    private Outbox outbox;

    /// As soon as delivered when null.
    private @Nullable Instant collectedAt;

    @BeforeEach
    void newStore() {
        table = EmbeddedTable.inMemory();
        snapshots = new Snapshots(table.client(), EmbeddedTable.NAME);
        outbox = new Outbox(table.client(), EmbeddedTable.NAME);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void aLateCreditAndCorrectedUsageAreToldWithTheirDeliveries() {
        mailed(WEEK.previous(), LAST);
        record(APRIL, "april-1", "2026-05-05T04:00:00Z", usage(APRIL, 30));
        record(MAY, "may-1", "2026-05-06T05:00:00Z", usage(MAY, 5));
        record(MAY, "may-2", "2026-05-13T05:00:00Z", usage(MAY, 12));
        var restated = usage(APRIL, 30);
        add(restated, APRIL.atDay(28), "A", "Amazon CloudFront", "Credit", "-50.005");
        add(restated, APRIL.atDay(15), "B", "Amazon S3", "Usage", "3.25");
        record(APRIL, "april-2", "2026-05-12T06:00:00Z", restated);

        var whole = editions(plan()).getFirst();
        var since = since(whole);
        assertThat(since.lastMail()).isEqualTo("2026-05-06T06:00:00Z");
        assertThat(since.weeks())
                .extracting(p -> p.week().orElseThrow() + " " + text(p.change()))
                .containsExactly("2026-W15 0", "2026-W16 3.25", "2026-W17 0", "2026-W18 -50.005");
        assertThat(since.weeks().get(1).largest().orElseThrow().why()).isEqualTo(Why.USAGE_CHANGED);
        assertThat(since.weeks().get(3).largest().orElseThrow().why()).isEqualTo(Why.CREDIT);
        assertThat(since.sources()).hasSize(1);
        var source = since.sources().getFirst();
        assertThat(source.now().executionId()).isEqualTo("april-2");
        assertThat(source.before().orElseThrow().executionId()).isEqualTo("april-1");
        assertThat(source.change()).isEqualByComparingTo("-46.755");
        assertThat(whole.finding()).isInstanceOf(Finding.Sound.class);
        assertThat(whole.finding().assessment().checks())
                .filteredOn(
                        c -> c.name().startsWith("Earlier weeks") || c.name().startsWith("Steps"))
                .hasSize(2)
                .allMatch(Check::closes)
                .allMatch(c -> c.left().signum() != 0);
    }

    @Test
    void aScopedRecipientIsToldOfTheirOwnOnly() {
        aLateCreditAndCorrectedUsageAreToldWithTheirDeliveries();
        var scoped = editions(plan()).getLast();
        assertThat(since(scoped).weeks())
                .extracting(p -> text(p.change()))
                .containsExactly("0", "3.25", "0", "0");
        assertThat(since(scoped).sources().getFirst().change()).isEqualByComparingTo("3.25");
        assertThat(scoped.rendered().letter().text())
                .contains("Amazon S3")
                .doesNotContain("CloudFront")
                .doesNotContain("50.0");
    }

    @Test
    void theFirstMailRestatesNothing() {
        record(APRIL, "april-1", "2026-05-12T04:00:00Z", usage(APRIL, 30));
        record(MAY, "may-1", "2026-05-13T05:00:00Z", usage(MAY, 12));
        var whole = editions(plan()).getFirst();
        assertThat(whole.finding().assessment().changes().restated())
                .isInstanceOf(Restated.NoMailBefore.class);
        assertThat(whole.rendered().letter().text())
                .contains("No mail was sent to you in the 26 weeks before.");
    }

    @Test
    void eachRecipientIsToldWhatIsOtherThanInTheirOwnLastMail() {
        record(APRIL, "april-1", "2026-05-05T04:00:00Z", usage(APRIL, 30));
        record(MAY, "may-1", "2026-05-06T05:00:00Z", usage(MAY, 5));
        var restated = usage(APRIL, 30);
        add(restated, APRIL.atDay(15), "B", "Amazon S3", "Usage", "3.25");
        record(APRIL, "april-2", "2026-05-07T06:00:00Z", restated);
        record(MAY, "may-2", "2026-05-13T05:00:00Z", usage(MAY, 12));
        file(WEEK.previous(), "finance@example.com", Instant.parse("2026-05-08T06:00:00Z"));
        file(WEEK.minus(2), "lead@example.com", LAST);

        var editions = editions(plan());
        assertThat(since(editions.getFirst()).weeks()).allMatch(p -> p.change().signum() == 0);
        assertThat(since(editions.getLast()).lastMail()).isEqualTo(LAST);
        assertThat(since(editions.getLast()).weeks()).anyMatch(p -> p.change().signum() != 0);
    }

    @Test
    void aMailThatBouncedToldNothing() {
        record(APRIL, "april-1", "2026-05-05T04:00:00Z", usage(APRIL, 30));
        record(MAY, "may-1", "2026-05-06T05:00:00Z", usage(MAY, 5));
        record(MAY, "may-2", "2026-05-13T05:00:00Z", usage(MAY, 12));
        mailed(WEEK.minus(2), LAST);
        mailed(WEEK.previous(), LAST.plusSeconds(3_600));
        var key = MailKey.of(WEEK.previous(), "finance@example.com");
        outbox.note(
                new OutboxId(key, 1),
                Progress.of(Stage.BOUNCED, LAST.plusSeconds(7_200), "no such mailbox"));

        var editions = editions(plan());
        assertThat(since(editions.getFirst()).lastMail()).isEqualTo(LAST);
        assertThat(since(editions.getLast()).lastMail()).isEqualTo(LAST.plusSeconds(3_600));
        var bounced = "2026-W18 to finance@example.com bounced (no such mailbox)";
        assertThat(text(editions.getFirst())).contains(bounced);
        assertThat(text(editions.getLast())).doesNotContain("finance@", "bounced");
    }

    private void mailed(Week week, Instant asOf) {
        plan().recipients().forEach(recipient -> file(week, recipient.email(), asOf));
    }

    private void file(Week week, String to, Instant asOf) {
        outbox.filed(MailKey.of(week, to), to, new Made(asOf, "id", "subject", "hash", "receipt"));
    }

    @Test
    void aWeekThatWasNotCompleteThenIsNamedAndNotCompared() {
        mailed(WEEK.previous(), LAST);
        record(APRIL, "april-1", "2026-05-05T04:00:00Z", usage(APRIL, 30));
        record(MAY, "may-1", "2026-05-02T05:00:00Z", usage(MAY, 1));
        record(MAY, "may-2", "2026-05-13T05:00:00Z", usage(MAY, 12));
        var whole = editions(plan()).getFirst();
        assertThat(since(whole).incomplete()).containsExactly(WEEK.previous());
        assertThat(since(whole).weeks()).hasSize(3).allMatch(p -> p.change().signum() == 0);
        assertThat(whole.rendered().letter().text())
                .contains("No earlier week has changed")
                .contains("not compared: W18.");
    }

    @Test
    void otherRulesAreNoRestatement() {
        mailed(WEEK.previous(), LAST);
        record(APRIL, "april-1", "2026-05-05T04:00:00Z", usage(APRIL, 30), "older rules");
        record(MAY, "may-1", "2026-05-06T05:00:00Z", usage(MAY, 5));
        record(MAY, "may-2", "2026-05-13T05:00:00Z", usage(MAY, 12));
        collectedAt = Instant.parse("2026-05-12T09:00:00Z");
        record(APRIL, "april-1", "2026-05-05T04:00:00Z", usage(APRIL, 30));
        assertThat(editions(plan()).getFirst().finding().assessment().changes().restated())
                .isInstanceOf(Restated.OtherRules.class);
    }

    private static String text(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /// In one line.
    private static String text(Edition edition) {
        return edition.rendered().letter().text().replaceAll("\\s+", " ");
    }

    private static Restated.Since since(Edition edition) {
        return (Restated.Since) edition.finding().assessment().changes().restated();
    }

    private List<Edition> editions(Plan plan) {
        return new WeeklyDigest(
                        snapshots,
                        outbox,
                        new PlanTexts(table.client(), EmbeddedTable.NAME),
                        "test")
                .editions(plan, WEEK, AS_OF);
    }

    private static Plan plan() {
        var basis =
                new Plan.Basis(
                        "plan",
                        "USD",
                        LocalDate.of(2026, 1, 1),
                        Metric.EFFECTIVE,
                        new BigDecimal("0.02"),
                        Map.of());
        return new Plan(
                "id",
                basis,
                List.of(category("A"), category("B")),
                Plan.Scorecard.EMPTY,
                List.of(
                        new Plan.Recipient("finance@example.com", List.of()),
                        new Plan.Recipient("lead@example.com", List.of("B"))));
    }

    private static Category category(String name) {
        var start = new Milestone("baseline", LocalDate.of(2026, 1, 1), new BigDecimal("9000"));
        var end = new Milestone("12M", LocalDate.of(2027, 1, 1), new BigDecimal("5000"));
        return new Category(
                name, "owner of " + name, new GlidePath(start, List.of(end)), List.of());
    }

    private static NavigableMap<LocalDate, List<CostLine>> usage(YearMonth month, int days) {
        var usage = new TreeMap<LocalDate, List<CostLine>>();
        for (int day = 1; day <= days; day++) {
            add(usage, month.atDay(day), "A", "Amazon EC2", "Usage", "100.25");
            var drift = new BigDecimal("20").add(BigDecimal.valueOf(day)).toPlainString();
            add(usage, month.atDay(day), "B", "Amazon S3", "Usage", drift);
        }
        return usage;
    }

    private static void add(
            Map<LocalDate, List<CostLine>> days,
            LocalDate day,
            String category,
            String service,
            String charge,
            String cost) {
        var dimensions =
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", service, null),
                        new Dimensions.SubAccount("001", null),
                        "us-east-1",
                        new Dimensions.Charge(charge, null, "sku", null, null, null, "Hrs"),
                        Map.of());
        var amount = new BigDecimal(cost);
        var line =
                new CostLine(
                        category,
                        dimensions,
                        new Amounts(amount, amount, null, null),
                        amount.abs(),
                        1);
        var lines = days.computeIfAbsent(day, _ -> new ArrayList<>());
        lines.stream()
                .filter(l -> l.category().equals(category) && l.dimensions().equals(dimensions))
                .findFirst()
                .ifPresentOrElse(
                        known -> lines.set(lines.indexOf(known), sum(known, line)),
                        () -> lines.add(line));
    }

    private static CostLine sum(CostLine a, CostLine b) {
        return new CostLine(
                a.category(), a.dimensions(), a.amounts().plus(b.amounts()), a.quantity(), 2);
    }

    private void record(
            YearMonth period,
            String id,
            String delivered,
            NavigableMap<LocalDate, List<CostLine>> days) {
        record(period, id, delivered, days, plan().allocation().version());
    }

    private void record(
            YearMonth period,
            String id,
            String delivered,
            NavigableMap<LocalDate, List<CostLine>> days,
            String rules) {
        var at = Instant.parse(delivered);
        var totals =
                days.values().stream()
                        .flatMap(List::stream)
                        .map(l -> new Totals(l.rows(), l.amounts(), Map.of()))
                        .reduce(Totals::plus)
                        .orElseThrow();
        var execution =
                new Execution(
                        new Execution.Id("aws", period, id, at),
                        new Execution.Source("CUR 2.0", id),
                        List.of(new Execution.FileRead(id, "etag", 1, totals.rows())),
                        Map.of("USD", totals));
        snapshots.record(
                execution, rules, days, collectedAt == null ? () -> at : () -> collectedAt);
    }
}
