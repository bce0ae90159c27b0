package dev.glidepath.trends.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.glidepath.trends.Bills;
import dev.glidepath.trends.answer.Answers;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/// What a dashboard and a function URL send, and what they get.
class CallsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"</cwdb-action>";
    private static final TrendsHandler HANDLER = handler();

    @Test
    void describesItselfInMarkdown() throws IOException {
        assertThat(answer(event("trends-describe")).path("markdown").asText())
                .contains("`widget`", "`scope`", "`grain`", "lambda:InvokeFunction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost", "movers", "coverage", "measures"})
    void aWidgetIsSafeMarkup(String widget) throws IOException {
        var html = widget(event("trends-widget").put("widget", widget));
        assertThat(html.select("script, img, iframe, use, object, form, link")).isEmpty();
        assertThat(html.select("[onerror], [onclick], [href^=javascript]")).isEmpty();
        assertThat(html.text()).isNotBlank();
        assertThat(html.select("table")).isNotEmpty();
    }

    @Test
    void aWidgetFollowsTheZoomOfTheDashboard() throws IOException {
        var html = widget(event("trends-widget"));
        assertThat(html.select("tr[data-from]").first().attr("data-from")).isEqualTo("2026-02-01");
        assertThat(html.select("tr[data-to]").last().attr("data-to")).isEqualTo("2026-04-30");
    }

    @Test
    void withoutAZoomItFollowsTheTimeRange() throws IOException {
        var event = event("trends-widget");
        ((ObjectNode) event.at("/widgetContext/timeRange"))
                .put("start", Instant.parse("2026-06-01T13:00:00Z").toEpochMilli())
                .put("end", Instant.parse("2026-06-05T00:00:00Z").toEpochMilli())
                .remove("zoom");
        var rows = widget(event).select("figure").first().select("tr[data-from]");
        assertThat(rows.eachAttr("data-from"))
                .containsExactly("2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04");
    }

    @Test
    void aWidgetTakesTheDashboardsTheme() throws IOException {
        var event = event("trends-widget");
        var dark = widget(event).select("style").html();
        ((ObjectNode) event.path("widgetContext")).put("theme", "light");
        assertThat(dark).startsWith(widget(event).select("style").html()).contains("#11161c");
        assertThat(widget(event).select("style").html()).doesNotContain("#11161c");
    }

    @Test
    void aCategorysDetailsAreAskedOfTheSameFunction() throws IOException {
        for (var action : widget(event("trends-widget")).select("cwdb-action")) {
            assertThat(action.attr("endpoint")).isEqualTo(LoggedContext.FUNCTION);
            var asked = event("trends-widget").setAll((ObjectNode) JSON.readTree(action.text()));
            var own = widget((ObjectNode) asked);
            assertThat(own.select("figure")).hasSize(1);
        }
        assertThat(widget(event("trends-widget")).select("cwdb-action")).hasSize(3);
    }

    @Test
    void aWidgetThatCannotBeDrawnSaysWhy() {
        assertThatThrownBy(() -> answer(event("trends-widget").put("widget", "pie")))
                .hasMessage("\"widget\": \"pie\" is none of cost, movers, coverage, measures");
        assertThatThrownBy(() -> answer(event("trends-widget").put("colour", "red")))
                .hasMessage("\"colour\" is no key of a question: use widget, grain, scope");
    }

    @Test
    void whomIamLetInGetsWhatTheAddressIsOf() throws IOException {
        var reply = answer(event("trends-url").put("rawQueryString", "grain=month"));
        assertThat(reply.path("statusCode").asInt()).isEqualTo(200);
        assertThat(reply.path("body").asText()).startsWith("kind,name,period,");
        assertThat(reply.at("/headers/Content-Type").asText()).startsWith("text/csv");
        var page = event("trends-url").put("rawPath", "/").put("rawQueryString", "");
        assertThat(answer(page).path("body").asText()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void nobodyElseIsAnswered() throws IOException {
        var event = event("trends-url");
        ((ObjectNode) event.path("requestContext")).remove("authorizer");
        assertThat(answer(event).path("statusCode").asInt()).isEqualTo(403);
        assertThat(answer(event).path("body").asText()).hasSizeLessThan(80);
        ((ObjectNode) event.path("requestContext")).putObject("authorizer").putObject("jwt");
        assertThat(answer(event).path("statusCode").asInt()).isEqualTo(403);
    }

    @Test
    void aLongTimeRangeIsOfMonths() throws IOException {
        var event = event("trends-widget");
        var range = (ObjectNode) event.at("/widgetContext/timeRange");
        range.remove("zoom");
        range.put("start", Instant.parse("2025-01-01T00:00:00Z").toEpochMilli());
        range.put("end", Instant.parse("2026-02-25T00:00:00Z").toEpochMilli());
        assertThat(periods(event)).contains("2025-W01", "2026-W09");
        range.put("end", Instant.parse("2026-02-26T00:00:00Z").toEpochMilli());
        assertThat(periods(event)).contains("2025-01", "2026-02");
    }

    private static List<String> periods(ObjectNode event) throws IOException {
        return widget(event).select("figure").first().select("tr[data-from] th").eachText();
    }

    @Test
    void aQuestionThatTheUrlCannotAnswerIsNoFailure() throws IOException {
        var reply = answer(event("trends-url").put("rawQueryString", "grain=year"));
        assertThat(reply.path("statusCode").asInt()).isEqualTo(400);
    }

    @Test
    void thePageIsAnAnswerToo() throws IOException {
        var page = answer((ObjectNode) JSON.readTree("{\"format\":\"html\"}")).asText();
        assertThat(page).startsWith("<!DOCTYPE html>").contains("</html>");
    }

    private static Document widget(ObjectNode event) throws IOException {
        return Jsoup.parseBodyFragment(answer(event).asText());
    }

    private static JsonNode answer(ObjectNode event) throws IOException {
        var out = new ByteArrayOutputStream();
        var bytes = event.toString().getBytes(StandardCharsets.UTF_8);
        HANDLER.handleRequest(new ByteArrayInputStream(bytes), out, new LoggedContext());
        return JSON.readTree(out.toByteArray());
    }

    private static ObjectNode event(String name) throws IOException {
        var file = Path.of(System.getProperty("glidepath.root"), "events", name + ".json");
        return (ObjectNode) JSON.readTree(Files.readString(file));
    }

    private static TrendsHandler handler() {
        var bills =
                new Bills()
                        .daily(Bills.START, LocalDate.of(2026, 6, 29), "Infrastructure", "70.25")
                        .daily(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 29), HOSTILE, "9");
        return new TrendsHandler(
                new Answers(
                        bills.recorded(),
                        Bills.measuring(
                                Bills.plan("Infrastructure", HOSTILE), Bills.availability(HOSTILE)),
                        InstantSource.fixed(Bills.AS_OF)));
    }
}
