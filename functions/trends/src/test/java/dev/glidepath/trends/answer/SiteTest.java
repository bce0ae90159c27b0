package dev.glidepath.trends.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;

import de.siegmar.fastcsv.reader.CsvReader;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.trends.Bills;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

class SiteTest {

    private static final String HOSTILE =
            "</script></title></style><img src=x onerror=alert(1)>\"'&{{7*7}}\u202e=cmd|'x'!A1";
    private static final LocalDate LAST = LocalDate.of(2026, 6, 29);
    private static final Plan PLAN = Bills.plan("Infrastructure", HOSTILE);
    private static final Site SITE = site();

    @Test
    void thePageSaysTheNumbersOfTheCsvAndOfTheJson() throws IOException {
        var query = "grain=week&scope=all&from=2026-03-02&to=2026-06-28";
        var page = page(query);
        var json = JsonMapper.builder().build().readTree(get("/trends.json", query).body());
        var csv = CsvReader.builder().ofNamedCsvRecord(get("/trends.csv", query).body()).stream();
        var totals = csv.filter(r -> r.getField("kind").equals("total")).toList();
        var rows = page.select("main section:has(.wide) tbody tr");
        assertThat(rows).hasSize(totals.size()).hasSize(17);
        for (int i = 0; i < rows.size(); i++) {
            var cost = new BigDecimal(totals.get(i).getField("cost"));
            assertThat(rows.get(i).select("td").first().text())
                    .isEqualTo("$" + cost.setScale(2, RoundingMode.HALF_UP).toPlainString());
            assertThat(json.at("/total/points/" + i + "/cost").asText())
                    .isEqualTo(totals.get(i).getField("cost"));
        }
    }

    @Test
    void everyPictureHasATitleADescriptionAndATable() {
        var page = page("");
        assertThat(page.select("figure")).hasSizeGreaterThan(3);
        for (var figure : page.select("figure")) {
            assertThat(figure.select("table tbody tr")).isNotEmpty();
        }
        for (var svg : page.select("svg[role=img]")) {
            if (svg.hasAttr("aria-labelledby")) {
                for (var id : svg.attr("aria-labelledby").split(" ")) {
                    assertThat(page.select("#" + id)).hasSize(1);
                    assertThat(page.select("#" + id).text()).isNotBlank();
                }
            } else {
                assertThat(svg.attr("aria-label")).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"all", "owner:owner of Infrastructure", "service:<b>S3</b>", "account:1"})
    void namesOfAnyKindAreTextAndNothingElse(String scope) {
        var page = page("scope=" + encoded(scope));
        assertThat(page.select("img, b:has(script), iframe, object, base")).isEmpty();
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.select("[onerror], [onload], [onclick], [style]")).isEmpty();
        assertThat(page.select("a[href^=javascript]")).isEmpty();
        assertThat(page.text()).doesNotContain("\u202e");
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        var page = page("");
        assertThat(page.select("[src], link[rel=stylesheet]")).isEmpty();
        assertThat(page.select("a[href]").eachAttr("href"))
                .noneMatch(href -> href.contains("://"))
                .isNotEmpty();
    }

    @Test
    void everyScopeOfThePageIsAnswered() {
        for (var option : page("").select("select[name=scope] option")) {
            var reply = get("/trends.json", "scope=" + encoded(option.val()));
            assertThat(reply.status()).as(option.val() + ": " + reply.body()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    grain=year                | "grain": "year" is none of day, week, month
                    x=1                       | "x" is no key of a question: use grain, scope, from, to, asOf
                    %3Cscript%3E=1            | "<script>" is no key of a question: use grain, scope, from, to, asOf
                    from=2026-02-30           | "from": "2026-02-30" is not a day: write it as 2026-01-05
                    from=a%0d%0aSet-Cookie:x  | "from": "a  Set-Cookie:x" is not a day: write it as 2026-01-05
                    grain=day&grain=week      | "grain" is asked for twice
                    scope=%ff                 | the query is not UTF-8
                    scope=%                   | the query has a % that stands for nothing
                    scope=%00                 | "" is no category of the plan: use one of Infrastructure,
                    scope=service:%00nope     | no charge of these days names the service "nope"
                    &                         | "" is no key of a question: use grain, scope, from, to, asOf
                    asOf=2026-01-01           | no delivery: collect first
                    from=2015-01-01           | 2015-01-01 to 2026-06-
                    """)
    void aQueryThatCannotBeAnsweredIsOneLine(String query, String message) {
        for (var path : List.of("/", "/trends.json", "/trends.csv", "/measures.csv")) {
            var reply = get(path, query);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.headers()).containsEntry("Content-Type", "text/plain; charset=utf-8");
            assertThat(reply.body().strip().lines()).hasSize(1);
            assertThat(reply.body()).containsIgnoringCase(message);
        }
    }

    /// Before the first bill, in the future, for a day or for years.
    @Test
    void anyQuestionIsAnsweredOrRefusedInOneLine() {
        var random = new SplittableRandom(3);
        var scopes =
                List.of("all", "Infrastructure", "Unallocated", "service:Amazon EC2", "account:1");
        int answered = 0;
        for (int i = 0; i < 60; i++) {
            var from = Bills.START.minusDays(400).plusDays(random.nextInt(1_200));
            var query =
                    "scope=%s&grain=%s&from=%s&to=%s"
                            .formatted(
                                    encoded(scopes.get(random.nextInt(5))),
                                    List.of("day", "week", "month").get(random.nextInt(3)),
                                    from,
                                    from.plusDays(random.nextInt(-5, 120)));
            for (var path : Site.PATHS.keySet()) {
                var reply = get(path, query);
                assertThat(reply.status()).as(query + " " + reply.body()).isIn(200, 400);
                answered += reply.status() == 200 ? 1 : 0;
            }
        }
        assertThat(answered).isGreaterThan(100);
    }

    @Test
    void whatIsTooLongIsNotRepeated() {
        for (var query : List.of("scope=" + "x".repeat(500), "y".repeat(9_000))) {
            assertThat(get("/", query).status()).isEqualTo(400);
            assertThat(get("/", query).body()).hasSizeLessThan(100);
        }
    }

    @Test
    void onlyTheseAddressesAndMethodsAreThere() {
        assertThat(get("/etc/passwd", null).status()).isEqualTo(404);
        assertThat(get("/<script>", null).body()).doesNotContain("<");
        for (var method : List.of("POST", "PUT", "DELETE", "TRACE", "OPTIONS")) {
            var reply = SITE.reply(method, "/", null);
            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.headers()).containsEntry("Allow", "GET, HEAD");
        }
    }

    @Test
    void browsersAreToldToTakeNothingElse() {
        var reply = get("/", null);
        assertThat(reply.headers().get("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("style-src 'sha256-", "script-src 'sha256-", "frame-ancestors 'none'")
                .contains("base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(reply.headers())
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                .containsEntry("Cache-Control", "no-store");
    }

    @Test
    void aCsvIsAFileAndAPageIsNone() {
        for (var path : List.of("/trends.csv", "/measures.csv")) {
            assertThat(get(path, null).headers().get("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"glidepath.csv\"");
        }
        assertThat(get("/", null).headers()).doesNotContainKey("Content-Disposition");
    }

    /// The bills were collected at five in the morning.
    @Test
    void aDayAsOfIsMeantToItsEnd() {
        assertThat(get("/trends.json", "asOf=2026-06-30").status()).isEqualTo(400);
        assertThat(get("/trends.json", "asOf=2026-07-01").status()).isEqualTo(200);
        assertThat(get("/trends.json", "asOf=2200-01-01").status()).isEqualTo(400);
    }

    private static Document page(String query) {
        var reply = get("/", query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return Jsoup.parse(reply.body());
    }

    private static Reply get(String path, @Nullable String query) {
        return SITE.reply("GET", path, query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Site site() {
        var bills = new Bills();
        for (var day = Bills.START; !day.isAfter(LAST); day = day.plusDays(1)) {
            int n = day.getDayOfYear();
            bills.used(day, "Infrastructure", "Amazon EC2", "1", (n % 7 + 60) + ".123456789");
            bills.used(day, HOSTILE, "<b>S3</b>", HOSTILE.substring(0, 40), n % 3 + ".5");
            bills.used(day, "Unallocated", HOSTILE, "2", "0.25");
        }
        return new Site(new Answers(bills.recorded(), PLAN, InstantSource.fixed(Bills.AS_OF)));
    }
}
