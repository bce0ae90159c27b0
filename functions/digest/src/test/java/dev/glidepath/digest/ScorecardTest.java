package dev.glidepath.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class ScorecardTest {

    @ParameterizedTest
    @ValueSource(strings = {"scorecard", "scorecard-with-values"})
    void isUnderNineKilobytes(String name) {
        assertThat(html(name).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(9_000);
    }

    @Test
    void hasEachMeasureOfTheShippedPlan() {
        var names = section("scorecard").select("td, th").eachText();
        var grid = section("scorecard").select("table").getLast();

        for (var measure : Measures.shipped().measures()) {
            assertThat(names).contains(measure.name());
            assertThat(names).anyMatch(name -> name.startsWith(measure.group()));
        }
        assertThat(grid.select("tr")).hasSize(6);
        assertThat(grid.select("tr").get(3).select("td").eachText())
                .containsExactly(
                        "Marketing, 129 days old", "75%", "90%", "$150K", "$250K", "8.2/10");
    }

    @Test
    void saysOfAnOldValueHowOldItIs() {
        assertThat(row("scorecard", "Time to Value"))
                .containsExactly("Time to Value", "14 days", "10 days", "129 days old");
    }

    @Test
    void saysOfAPathWhatIsAskedAndHowFarInTime() {
        assertThat(row("scorecard-with-values", "Response Time"))
                .containsExactly(
                        "Response Time",
                        "2.41 hours",
                        "2 hours by 6M, 1.5 hours by 12M, benchmark 4 hours: better",
                        "Behind 3.2 months, asked 2.14 hours, 2.5 hours a week before");
    }

    @Test
    void saysOfMetricsWhichDaysAreThere() {
        assertThat(row("scorecard-with-values", "Bug Rate").getLast())
                .isEqualTo("Not met, 5 of 28 days");
        assertThat(row("scorecard-with-values", "Feature Adoption").getLast())
                .isEqualTo("No data since 2 Apr");
    }

    @Test
    void isNotThereWithoutMeasures() {
        assertThat(Cases.named("usual").letter().html()).doesNotContain(">Scorecard<");
    }

    private static List<String> row(String mail, String measure) {
        return section(mail).select("tr").stream()
                .filter(row -> row.children().getFirst().text().equals(measure))
                .findFirst()
                .orElseThrow()
                .select("td")
                .eachText();
    }

    private static Element section(String name) {
        return Jsoup.parse(Cases.named(name).letter().html()).select("h2").stream()
                .filter(heading -> heading.text().equals("Scorecard"))
                .map(Element::parent)
                .findFirst()
                .orElseThrow();
    }

    private static String html(String name) {
        var html = Cases.named(name).letter().html();
        int from = html.indexOf(">Scorecard</h2>");
        return html.substring(from, html.indexOf("<h2", from));
    }
}
