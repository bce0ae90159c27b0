package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Execution.Totals;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.store.DailyValues;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.trends.answer.Answers;
import dev.glidepath.trends.answer.Site;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The same question has the same numbers on the page, in JSON, in CSV and in the mail, and they
/// are those of the bill. Fourteen categories are more than a mail shows one by one.
class SameNumbersTest {

    private static final int CATEGORIES = 14;
    private static final Instant AS_OF = Instant.parse("2026-05-13T06:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 5, 12);
    private static final Week WEEK = Week.parse("2026-W19");
    private static final Plan PLAN = plan();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static EmbeddedTable table = EmbeddedTable.inMemory();
    private static NavigableMap<LocalDate, List<CostLine>> bill = new TreeMap<>();
    private static String mail = "";
    private static Document page = new Document("");
    private static JsonNode json = JSON.nullNode();
    private static List<NamedCsvRecord> csv = List.of();

    @BeforeAll
    static void everythingIsAskedOnce() throws IOException {
        try (var local = new OpenStore(table.client(), EmbeddedTable.NAME, () -> {})) {
            fill(local.snapshots());
            mail = local.digest().editions(PLAN, WEEK, AS_OF).getFirst().rendered().letter().text();
            var answers = new Answers(local.snapshots(), PLAN, InstantSource.fixed(AS_OF));
            var site = new Site(answers);
            var query = "from=2026-02-02";
            page = Jsoup.parse(site.reply("GET", "/", query).body());
            json = JSON.readTree(site.reply("GET", "/trends.json", query).body());
            csv =
                    CsvReader.builder()
                            .ofNamedCsvRecord(site.reply("GET", "/trends.csv", query).body())
                            .stream()
                            .toList();
        }
    }

    @AfterAll
    static void close() {
        table.close();
    }

    @Test
    void jsonAndCsvAreTheBillToTheLastDigit() {
        assertThat(json.path("series")).hasSize(CATEGORIES + 1);
        for (var series : json.path("series")) {
            var rows = rows("category".equals(kind(series)) ? "category" : "unallocated", series);
            for (int i = 0; i < json.path("periods").size(); i++) {
                var period = json.path("periods").get(i);
                var cost = series.path("points").get(i).path("cost").asText();
                assertThat(new BigDecimal(cost))
                        .isEqualByComparingTo(billed(series.path("name").asText(), period))
                        .isEqualByComparingTo(rows.get(i).getField("cost"));
            }
        }
    }

    @Test
    void thePageSaysOfEachCategoryWhatTheMailSays() {
        var stand = between(mail, "Where we stand, per month", "\n\n");
        int compared = 0;
        for (var card : page.select(".card")) {
            var name = card.select("h3").text();
            var row = stand.lines().filter(l -> l.startsWith(name + " ")).findFirst();
            if (row.isPresent()) {
                assertThat(row.get()).as(name).contains(card.select("dd").eachText());
                compared++;
            }
        }
        assertThat(compared).isBetween(9, CATEGORIES);
    }

    @Test
    void thePagesWeeksAreTheMailsToTheCent() {
        var weeks = between(mail, "Four weeks", "\n\n");
        int compared = 0;
        for (var name : names()) {
            var group = between(weeks, "\n" + name + "\n", "\n[^ ]");
            if (!group.isEmpty()) {
                assertThat(group).as(name).contains(cells(name).subList(10, 14));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(9);
    }

    @Test
    void thePagesCentsAddUpToTheirTotalAndAreTheExactOnesRounded() {
        for (int i = 0; i < json.path("periods").size(); i++) {
            int at = i;
            var sum =
                    names().stream()
                            .filter(name -> !name.equals("Total"))
                            .map(name -> amount(cells(name).get(at)))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(amount(cells("Total").get(at)));
            for (var series : json.path("series")) {
                var exact = new BigDecimal(series.path("points").get(i).path("cost").asText());
                var shown = amount(cells(series.path("name").asText()).get(i));
                assertThat(shown.subtract(exact).abs()).isLessThan(new BigDecimal("0.01"));
            }
        }
    }

    @Test
    void theEstimateIsTheSameEverywhereAndInNoOtherNumber() {
        var provisional = json.path("provisional");
        assertThat(provisional.path("from").asText()).isEqualTo("2026-05-11");
        assertThat(provisional.path("through").asText()).isEqualTo("2026-05-12");
        assertThat(new BigDecimal(provisional.path("total").asText())).isEqualByComparingTo("3000");
        var sum =
                csv.stream()
                        .filter(r -> r.getField("kind").equals("provisional"))
                        .map(r -> new BigDecimal(r.getField("provisional")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo("3000");
        assertThat(csv)
                .allMatch(
                        r ->
                                r.getField("kind").equals("provisional")
                                        == !r.getField("provisional").isEmpty())
                .noneMatch(
                        r ->
                                r.getField("kind").equals("provisional")
                                        && !r.getField("cost").isEmpty());
        var section = between(mail, "Estimated, 11 May to 12 May", "\n\n\n");
        var rows = page.select("table.provisional tbody tr");
        assertThat(rows).hasSizeGreaterThan(2);
        for (var row : rows) {
            assertThat(section)
                    .containsPattern(row.select("th").text() + " +\\" + row.select("td").text());
        }
        assertThat(section).contains("Provisional:").contains("AmazonBrandNew");
        assertThat(provisional.path("unnamed").toString()).isEqualTo("[\"AmazonBrandNew\"]");
    }

    @Test
    void theMeasuresAreTheMailsLineByLine() {
        assertThat(json.path("measures")).hasSize(PLAN.scorecard().measures().size());
        for (var row : page.select(".measures tbody tr:has(td)")) {
            assertThat(mail).contains(row.select("th").text());
        }
        assertThat(page.select(".measures tbody th[scope=row]").eachText())
                .contains("Availability");
    }

    private static List<String> names() {
        return Objects.requireNonNull(page.select("details")).stream()
                .map(d -> d.select(".unseen").text())
                .map(text -> text.substring("of ".length(), text.indexOf(':')))
                .toList();
    }

    /// The costs of a line's periods.
    private static List<String> cells(String name) {
        return page.select("details").stream()
                .filter(d -> d.select(".unseen").text().startsWith("of " + name + ":"))
                .flatMap(d -> d.select("tbody tr").stream())
                .map(row -> Objects.requireNonNull(row.selectFirst("td")))
                .map(Element::text)
                .toList();
    }

    private static BigDecimal amount(String figure) {
        return new BigDecimal(figure.replaceAll("[$,]", ""));
    }

    private static String between(String text, String begin, String endPattern) {
        int at = text.indexOf(begin);
        return at < 0 ? "" : text.substring(at + begin.length()).split(endPattern, 2)[0];
    }

    private static String kind(JsonNode series) {
        return series.path("kind").asText();
    }

    private static List<NamedCsvRecord> rows(String kind, JsonNode series) {
        return csv.stream()
                .filter(r -> r.getField("kind").equals(kind))
                .filter(r -> r.getField("name").equals(series.path("name").asText()))
                .toList();
    }

    private static BigDecimal billed(String category, JsonNode period) {
        var from = LocalDate.parse(period.path("from").asText());
        var through = LocalDate.parse(period.path("through").asText());
        return bill.subMap(from, true, through, true).values().stream()
                .flatMap(List::stream)
                .filter(line -> line.category().equals(category))
                .map(line -> Objects.requireNonNull(line.amounts().effective()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Plan plan() {
        var categories =
                IntStream.range(0, CATEGORIES)
                        .mapToObj(
                                i ->
                                        "  - {name: Category%s, owner: Owner%s, baseline: %sK, milestones: {6M: %sK}, match: [{service: Service%s}]}"
                                                .formatted(i, i, 40 - i, 30 - i, i))
                        .collect(Collectors.joining("\n"));
        var text =
                """
                name: Same numbers
                currency: USD
                start: 2026-01-01
                charge categories: {usage: counted, purchase: counted, tax: excluded, credit: excluded, adjustment: counted}
                categories:
                %s
                measures:
                  Quality:
                    - {name: Availability, better: higher, current: 99.2%%, targets: {12M: 99.9%%}}
                recipients:
                  - {email: all@example.com, scope: all}
                """
                        .formatted(categories);
        return switch (PlanFile.read(text)) {
            case PlanFile.Valid(var valid, _) -> valid;
            case PlanFile.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private static void fill(Snapshots snapshots) {
        var random = new SplittableRandom(14);
        for (var day = FIRST; !day.isAfter(LAST.minusDays(2)); day = day.plusDays(1)) {
            var lines = new ArrayList<CostLine>();
            for (int i = 0; i < CATEGORIES; i++) {
                lines.add(line("Category" + i, "Service" + i, random));
            }
            lines.add(line(CostLine.UNALLOCATED, "Other", random));
            bill.put(day, lines);
        }
        var months = new TreeMap<YearMonth, NavigableMap<LocalDate, List<CostLine>>>();
        bill.forEach(
                (day, lines) ->
                        months.computeIfAbsent(YearMonth.from(day), _ -> new TreeMap<>())
                                .put(day, lines));
        months.forEach((month, days) -> record(snapshots, month, days));
        var estimates = new TreeMap<String, NavigableMap<LocalDate, BigDecimal>>();
        estimates.put("/", growing("1500"));
        estimates.put("111122223333/Code3", growing("600.005"));
        estimates.put("111122223333/AmazonBrandNew", growing("7.5"));
        snapshots
                .values()
                .record(
                        DailyValues.Kind.ESTIMATED,
                        estimates,
                        InstantSource.fixed(AS_OF.minusSeconds(60)));
    }

    private static NavigableMap<LocalDate, BigDecimal> growing(String perDay) {
        var days = new TreeMap<LocalDate, BigDecimal>();
        for (int day = 1; day <= LAST.getDayOfMonth(); day++) {
            days.put(
                    LAST.withDayOfMonth(day),
                    new BigDecimal(perDay).multiply(BigDecimal.valueOf(day)));
        }
        return days;
    }

    private static void record(
            Snapshots snapshots, YearMonth month, NavigableMap<LocalDate, List<CostLine>> days) {
        var total =
                days.values().stream()
                        .flatMap(List::stream)
                        .map(l -> new Totals(l.rows(), l.amounts(), Map.of()))
                        .reduce(Totals::plus)
                        .orElseThrow();
        snapshots.record(
                new Execution(
                        new Execution.Id("aws", month, "1", AS_OF.minusSeconds(7200)),
                        new Execution.Source("FOCUS 1.2", "manifest.json"),
                        List.of(new Execution.FileRead("part.parquet", "etag", 1, 1)),
                        Map.of("USD", total)),
                PLAN.allocation().version(),
                days,
                InstantSource.fixed(AS_OF.minusSeconds(3600)));
    }

    private static CostLine line(String category, String service, SplittableRandom random) {
        var cost = BigDecimal.valueOf(random.nextLong(10_000_000, 190_000_000), 5);
        return new CostLine(
                category,
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", service, service.replace("Service", "Code")),
                        new Dimensions.SubAccount("111122223333", null),
                        null,
                        new Dimensions.Charge("Usage", null, null, null, null, null),
                        Map.of()),
                new Amounts(cost, cost, null, null),
                null,
                1);
    }
}
