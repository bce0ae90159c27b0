package dev.glidepath.local;

import static dev.glidepath.local.RandomBill.AS_OF;
import static dev.glidepath.local.RandomBill.CATEGORIES;
import static dev.glidepath.local.RandomBill.PLAN;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
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
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/// The same question has the same numbers on the page, in JSON, in CSV and in the mail, and they
/// are those of the bill. Fourteen categories are more than a mail shows one by one.
class SameNumbersTest {

    private static final Week WEEK = Week.parse("2026-W19");
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
            bill = RandomBill.fill(local.snapshots());
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
}
