package dev.glidepath.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Assess;
import dev.glidepath.core.bridge.Step.Kind;
import dev.glidepath.core.plan.NumberStyle;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.Preferences;
import dev.glidepath.core.plan.Scope;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class LetterTest {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern MONEY = Pattern.compile("[-+]?\\$[\\d,.]*\\d");

    @Test
    void textAndHtmlSayTheSameNumbers() {
        Cases.all()
                .forEach(
                        (name, mail) -> {
                            var letter = mail.get().letter();
                            assertThat(numbers(shown(letter.html())))
                                    .as(name)
                                    .isEqualTo(numbers(letter.text()));
                        });
    }

    /// Every figure of a mail is in the recipient's style, in HTML and in text: each is read back
    /// to what it is in the usual one. What is no figure is taken out before.
    @ParameterizedTest
    @EnumSource
    void everyFigureIsInTheRecipientsStyle(NumberStyle style) {
        for (var company : List.of(Cases.usual(), Cases.restated(), Cases.halfAYear())) {
            var usual = styled(company, NumberStyle.COMMA_POINT);
            var other = styled(company, style);
            assertThat(values(other.text(), style))
                    .isEqualTo(values(usual.text(), NumberStyle.COMMA_POINT))
                    .anyMatch(value -> value.compareTo(BigDecimal.valueOf(10_000)) > 0)
                    .anyMatch(value -> value.stripTrailingZeros().scale() > 0);
            assertThat(values(shown(other.html()), style))
                    .isEqualTo(values(shown(usual.html()), NumberStyle.COMMA_POINT));
            assertThat(values(other.subject(), style))
                    .isEqualTo(values(usual.subject(), NumberStyle.COMMA_POINT));
        }
    }

    private static Letter styled(Company company, NumberStyle style) {
        var wishes = new Preferences(Optional.empty(), style, ZoneId.of("UTC"));
        var recipient = new Plan.Recipient("a@example.com", new Scope.All(), wishes);
        var finding = Assess.week(company.plan(), Company.WEEK, List.of(), company.ledger());
        var letterhead = new Letterhead(recipient, Optional.empty(), List.of());
        return DigestWriter.write(finding, company.provenance().to(letterhead)).letter();
    }

    private static List<BigDecimal> values(String text, NumberStyle style) {
        var grouping = Pattern.quote(Character.toString(style.grouping()));
        var decimal = Pattern.quote(Character.toString(style.decimal()));
        var number =
                Pattern.compile(
                        "\\d{1,3}(?:%s\\d{3})+(?:%s\\d+)?|\\d+(?:%s\\d+)?"
                                .formatted(grouping, decimal, decimal));
        var bare = text.replace("0.1.0", "").replace("FOCUS 1.2", "").replace("CUR 2.0", "");
        return number.matcher(bare)
                .results()
                .map(found -> found.group().replaceAll(grouping, "").replaceAll(decimal, "."))
                .map(BigDecimal::new)
                .toList();
    }

    @Test
    void linesOfEachTableAddUpToItsTotal() {
        Cases.all()
                .forEach(
                        (name, mail) -> {
                            var page = Jsoup.parse(mail.get().letter().html());
                            addsUp(name, page, "Where we stand, per month", List.of(0, 1, 2));
                            addsUp(name, page, "What moved", List.of(0, 1, 2));
                            addsUp(name, page, "The week's bill", List.of(0));
                        });
    }

    @Test
    void baselinesMilestonesAndProjectionsAddUp() {
        Cases.all()
                .forEach(
                        (name, mail) -> {
                            var page = Jsoup.parse(mail.get().letter().html());
                            var rows =
                                    amounts(
                                            section(page, "The way down, per month")
                                                    .select("tbody > tr"));
                            // Baseline, then each milestone with its projection; the cut is no sum.
                            int columns = rows.getLast().size() - 1;
                            for (int i = 0; i < columns && rows.size() > 2; i++) {
                                assertAddsUp(name + " column " + i, rows, i);
                            }
                        });
    }

    @Test
    void forecastsAddUpAndAreTheProjectionsOfTheWayDown() {
        Cases.all()
                .forEach(
                        (name, mail) -> {
                            var page = Jsoup.parse(mail.get().letter().html());
                            var rows = firstOfEachCell(section(page, "Forecast"));
                            var projected = projections(section(page, "The way down, per month"));
                            assertThat(milestones(rows)).as(name).isEqualTo(projected);
                            for (int i = 0; !rows.isEmpty() && i < rows.getLast().size(); i++) {
                                assertAddsUp(name + " forecast " + i, rows, i);
                            }
                        });
        var usual = Jsoup.parse(Cases.named("usual").letter().html());
        assertThat(firstOfEachCell(section(usual, "Forecast"))).hasSize(6);
        var recent = Jsoup.parse(Cases.named("not-enough-data").letter().html());
        assertThat(section(recent, "Forecast").text())
                .isEqualTo(
                        "Forecast None: it needs 12 weeks of settled and known days in one piece,"
                                + " and there are 2.3.");
    }

    private static List<List<BigDecimal>> firstOfEachCell(Element section) {
        return section.select("tbody > tr:has(> td)").stream()
                .map(row -> row.select("> td > b").stream().map(b -> amount(b.text())).toList())
                .toList();
    }

    /// Without the month's end.
    private static List<List<BigDecimal>> milestones(List<List<BigDecimal>> rows) {
        return rows.stream()
                .map(row -> row.subList(1, row.size()))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static List<List<BigDecimal>> projections(Element section) {
        return section.select("tbody > tr:has(> td)").stream()
                .map(
                        row ->
                                row.select("> td > span").stream()
                                        .map(s -> amount(s.text().substring(2)))
                                        .toList())
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text.replaceAll("[^-0-9.]", ""));
    }

    @Test
    void weeksOfTheLinesAddUpToTheWeeksOfTheTotal() {
        Cases.all()
                .forEach(
                        (name, mail) -> {
                            var page = Jsoup.parse(mail.get().letter().html());
                            var weeks = amounts(section(page, "Four weeks").select("tr"));
                            for (int week = 0; week < 4; week++) {
                                var sum = BigDecimal.ZERO;
                                for (int i = 4 + week; i < weeks.size(); i += 4) {
                                    sum = sum.add(weeks.get(i).getFirst());
                                }
                                assertThat(sum)
                                        .as(name + " week " + week)
                                        .isEqualByComparingTo(weeks.get(week).getFirst());
                            }
                        });
    }

    @Test
    void theStepsOfTheBridgeLeadFromWeekToWeek() {
        Cases.all()
                .forEach(
                        (name, mail) -> {
                            var page = Jsoup.parse(mail.get().letter().html());
                            var rows = amounts(section(page, "Why it moved").select("tr"));
                            if (!rows.isEmpty()) {
                                assertAddsUp(name + " bridge", rows, 0);
                            }
                        });
        var every = Jsoup.parse(Cases.named("every-step").letter().html());
        assertThat(section(every, "Why it moved").select("tr")).hasSize(Kind.values().length + 2);
    }

    @Test
    void restatedWeeksAddUpAndSoDoTheirDeliveries() {
        var page = Jsoup.parse(Cases.named("restated").letter().html());
        var section = section(page, "Restated since the last mail");
        var rows = amounts(section.select("tr:has(th[scope=row])"));
        assertThat(rows).hasSize(2);
        rows.forEach(
                row -> assertThat(row.get(0).add(row.get(2))).isEqualByComparingTo(row.get(1)));
        assertThat(section.select("p").first().text())
                .startsWith(
                        "-$" + rows.get(0).get(2).add(rows.get(1).get(2)).abs().toPlainString());
    }

    @Test
    void theBridgeAndTheRestatedWeeksAreShort() {
        assertThat(bytes("every-step", "Why it moved")).isLessThan(8_000);
        assertThat(bytes("restated", "Restated since the last mail")).isLessThan(3_000);
        assertThat(bytes("nothing-restated", "Restated since the last mail")).isLessThan(600);
    }

    private static int bytes(String name, String title) {
        var html = Cases.named(name).letter().html();
        int from = html.indexOf(">" + title + "</h2>");
        return html.substring(from, html.indexOf("<h2", from))
                .getBytes(StandardCharsets.UTF_8)
                .length;
    }

    @Test
    void staysUnderNinetyKilobytesWithManyServicesAndCategories() {
        var letter = Cases.write(Cases.many(300, 12)).letter();
        assertThat(letter.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(90_000);
    }

    @Test
    void thirtyCategoriesOfHostileNamesFitAndStillAddUp() {
        var letter = Cases.write(Cases.thirtyHostile().measures(Measures.shipped())).letter();
        assertThat(letter.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(90_000);
        assertThat(numbers(shown(letter.html()))).isEqualTo(numbers(letter.text()));
        var page = Jsoup.parse(letter.html());
        addsUp("thirty", page, "Where we stand, per month", List.of(0, 1, 2));
        var rows = section(page, "Where we stand, per month").select("h2 + table > tbody");
        assertThat(rows).hasSize(11);
        assertThat(rows.get(9).text()).startsWith("and 26 more");
    }

    @Test
    void theTablesThatAreAddedUpHaveTheirRows() {
        var page = Jsoup.parse(Cases.named("usual").letter().html());
        assertThat(amounts(section(page, "Where we stand, per month").select("tr"))).hasSize(6);
        assertThat(amounts(section(page, "The way down, per month").select("tbody > tr")))
                .hasSize(6)
                .allMatch(row -> row.size() >= 5);
        assertThat(amounts(section(page, "Four weeks").select("tr"))).hasSize(24);
        assertThat(amounts(section(page, "What moved").select("tr"))).hasSize(4);
        assertThat(amounts(section(page, "The week's bill").select("tr"))).hasSize(4);
    }

    private static void addsUp(String name, Document page, String title, List<Integer> columns) {
        var rows = amounts(section(page, title).select("tr"));
        if (rows.size() < 2 || rows.getLast().size() < columns.size()) {
            return;
        }
        for (int column : columns) {
            assertAddsUp(name + " " + title + " column " + column, rows, column);
        }
    }

    private static void assertAddsUp(String what, List<List<BigDecimal>> rows, int column) {
        var sum =
                rows.subList(0, rows.size() - 1).stream()
                        .map(row -> row.get(column))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).as(what).isEqualByComparingTo(rows.getLast().get(column));
    }

    /// The amounts of each row that has any.
    private static List<List<BigDecimal>> amounts(List<Element> rows) {
        var amounts = new ArrayList<List<BigDecimal>>();
        for (var row : rows) {
            var found =
                    MONEY.matcher(String.join(" ", row.select("> td:not(:has(table))").eachText()))
                            .results()
                            .map(MatchResult::group)
                            .map(text -> new BigDecimal(text.replaceAll("[$,+]", "")))
                            .toList();
            if (!found.isEmpty()) {
                amounts.add(found);
            }
        }
        return amounts;
    }

    private static Element section(Document page, String title) {
        return page.select("h2").stream()
                .filter(h -> h.text().equals(title))
                .map(Element::parent)
                .findFirst()
                .orElseThrow();
    }

    private static String shown(String html) {
        var page = Jsoup.parse(html);
        page.select("#preheader, head").remove();
        return page.wholeText();
    }

    private static Map<String, Integer> numbers(String text) {
        var counts = new TreeMap<String, Integer>();
        NUMBER.matcher(text).results().forEach(m -> counts.merge(m.group(), 1, Integer::sum));
        return counts;
    }
}
