package dev.glidepath.trends.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;

import de.siegmar.fastcsv.reader.CsvReader;

import dev.glidepath.core.plan.GlidePath.Milestone;
import dev.glidepath.core.plan.Measure;
import dev.glidepath.core.plan.Measure.Unit.Kind;
import dev.glidepath.core.plan.Metering;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.Source;
import dev.glidepath.store.DailyValues;
import dev.glidepath.trends.Bills;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class MeasuresTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";
    private static final LocalDate LAST = LocalDate.of(2026, 6, 29);

    /// Of the newest settled week.
    private static final LocalDate SUNDAY = LocalDate.of(2026, 6, 21);

    private static final Metering METERING =
            new Metering(
                    Optional.empty(),
                    List.of(new Metering.Series("m", "Shop", "Errors", Map.of(), "Sum")),
                    Optional.empty(),
                    7,
                    Metering.Take.SUM);

    @Test
    void aMeasureStandsBesideWhatIsAskedOfIt() {
        assertThat(row(page(""), HOSTILE))
                .containsExactly(
                        "99.5%",
                        "99.9% by 12M", "Ahead 1.1 months, asked 99.42%, 99% a week before");
    }

    @Test
    void whatWasMeteredByTheLastDayOfTheWeekIsSummed() {
        assertThat(row(page(""), "Errors")).containsExactly("28", "below 30", "Met");
        assertThat(row(page("to=2026-06-18"), "Errors"))
                .containsExactly("–", "below 30", "No data since 1 Jan");
    }

    @Test
    void jsonAndCsvHaveEachMeasureToTheLastDigit() throws IOException {
        var json = new JsonMapper().readTree(site().reply("GET", "/trends.json", "").body());
        var csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(site().reply("GET", "/measures.csv", "").body())
                        .stream()
                        .toList();
        assertThat(csv).hasSameSizeAs(json.path("measures")).hasSize(2);
        for (int i = 0; i < csv.size(); i++) {
            var measure = json.path("measures").get(i);
            for (var field : List.of("name", "value", "status", "asked", "target", "date")) {
                assertThat(csv.get(i).getField(field)).isEqualTo(measure.path(field).asText(""));
            }
        }
        assertThat(csv.getFirst().getField("milestones")).isEqualTo("12M 2027-01-01 99.9");
        assertThat(csv.get(1).getField("value")).isEqualTo("28");
    }

    @Test
    void noMeasuresNameIsAFormula() {
        var plan = Bills.measuring(Bills.plan("Infrastructure"), Bills.availability("=1+1"));
        var snapshots = new Bills().daily(Bills.START, LAST, "Infrastructure", "1").recorded();
        var site = new Site(new Answers(snapshots, plan, InstantSource.fixed(Bills.AS_OF)));
        assertThat(site.reply("GET", "/measures.csv", "").body()).contains(",'=1+1,");
    }

    @Test
    void noMilestonesLabelIsAFormula() {
        var other = Bills.availability("Uptime");
        var measure =
                new Measure(
                        "@Quality",
                        other.name(),
                        other.unit(),
                        other.stated(),
                        List.of(new Milestone("=1+1", Bills.START.plusYears(1), BigDecimal.TEN)),
                        Optional.empty(),
                        Optional.empty(),
                        other.source());
        var snapshots = new Bills().daily(Bills.START, LAST, "Infrastructure", "1").recorded();
        var plan = Bills.measuring(Bills.plan("Infrastructure"), measure);
        var site = new Site(new Answers(snapshots, plan, InstantSource.fixed(Bills.AS_OF)));
        assertThat(site.reply("GET", "/measures.csv", "").body())
                .contains("'=1+1 2027-01-01 10", "\r\n'@Quality,");
    }

    @Test
    void aCategoryShowsNoMeasureOfTheOthers() {
        assertThat(page("scope=Infrastructure").select(".measures")).isEmpty();
        assertThat(page("").select(".measures")).hasSize(1);
    }

    private static List<String> row(Document page, String name) {
        return page.select(".measures tr:has(th[scope=row])").stream()
                .filter(row -> row.select("th").text().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.select(".measures").text()))
                .select("td")
                .eachText();
    }

    private static Document page(String query) {
        var reply = site().reply("GET", "/", query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return Jsoup.parse(reply.body());
    }

    private static Site site() {
        var snapshots = new Bills().daily(Bills.START, LAST, "Infrastructure", "70.25").recorded();
        var errors = new TreeMap<LocalDate, BigDecimal>();
        SUNDAY.minusDays(6)
                .datesUntil(LAST.plusDays(1))
                .forEach(day -> errors.put(day, BigDecimal.valueOf(4)));
        snapshots
                .values()
                .record(
                        DailyValues.Kind.MEASURED,
                        Map.of(METERING.id(), errors),
                        InstantSource.fixed(Bills.AS_OF));
        return new Site(new Answers(snapshots, plan(), InstantSource.fixed(Bills.AS_OF)));
    }

    private static Plan plan() {
        return Bills.measuring(Bills.plan("Infrastructure"), Bills.availability(HOSTILE), errors());
    }

    private static Measure errors() {
        return new Measure(
                "Quality",
                "Errors",
                new Measure.Unit(Kind.COUNT, false),
                List.of(),
                List.of(),
                Optional.of(new Measure.Target(BigDecimal.valueOf(30), true)),
                Optional.empty(),
                new Source.Metered(METERING));
    }
}
