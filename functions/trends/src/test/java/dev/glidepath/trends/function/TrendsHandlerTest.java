package dev.glidepath.trends.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Snapshots;
import dev.glidepath.trends.Bills;
import dev.glidepath.trends.answer.Answers;
import dev.glidepath.trends.format.OverviewJson;
import dev.glidepath.trends.format.TrendCsv;
import dev.glidepath.trends.overview.Overviews;
import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Question;
import dev.glidepath.trends.series.Scope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class TrendsHandlerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SUPPORT_AS_CSV = "{\"format\":\"csv\",\"scope\":\"Support\"}";
    private static final Plan PLAN = Bills.plan("Infrastructure", "Support");
    private static final Snapshots SNAPSHOTS =
            new Bills()
                    .daily(Bills.START, LocalDate.of(2026, 6, 29), "Infrastructure", "10.123456789")
                    .recorded();

    private final LoggedContext context = new LoggedContext();
    private final TrendsHandler handler =
            new TrendsHandler(new Answers(SNAPSHOTS, PLAN, InstantSource.fixed(Bills.AS_OF)));

    @Test
    void anEmptyQuestionIsSixteenWeeksOfEverythingToTheLastDigit() throws IOException {
        var asked = new Question(Optional.empty(), Optional.empty(), Grain.WEEK, new Scope.All());
        var expected = OverviewJson.of(new Overviews(SNAPSHOTS, PLAN).overview(asked, Bills.AS_OF));
        var answer = answer("{}");
        assertThat(answer).isEqualTo(JSON.readTree(expected.toString()));
        assertThat(answer.at("/periods")).hasSize(16);
        assertThat(answer.at("/series/0/points/0/cost").asText()).isEqualTo("70.864197523");
    }

    @Test
    void csvIsTheTextOfTheFile() throws IOException {
        var asked =
                new Question(
                        Optional.empty(),
                        Optional.empty(),
                        Grain.WEEK,
                        new Scope.OneCategory("Support"));
        var expected = TrendCsv.of(new Overviews(SNAPSHOTS, PLAN).overview(asked, Bills.AS_OF));
        assertThat(answer(SUPPORT_AS_CSV).textValue())
                .isEqualTo(expected)
                .startsWith("kind,name,period,");
    }

    @Test
    void aTimeBeforeTheFirstCollectingIsAnsweredWithWhatToDo() {
        assertThatThrownBy(() -> answer("{\"asOf\":\"2026-01-01T00:00:00Z\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("collect first");
    }

    @Test
    void logsHowMuchItAnsweredAndNoAmount() throws IOException {
        answer("{}");
        assertThat(context.lines())
                .singleElement()
                .asString()
                .matches("trends: answered with \\d+ characters");
    }

    @ParameterizedTest
    @MethodSource("events")
    void answersEveryEvent(Path event) throws IOException {
        assertThat(answer(Files.readString(event)).isNull()).isFalse();
    }

    static List<Path> events() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("glidepath.root"), "events"))) {
            var own = files.filter(f -> f.getFileName().toString().startsWith("trends-")).toList();
            assertThat(own).isNotEmpty();
            return own;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    null                         | this is no question: send {} for 16 weeks of everything
                    []                           | this is no question: send {} for 16 weeks of everything
                    {"grain":"day","grain":"week"} | the question is not JSON: Duplicate field 'grain'
                    {"grian":"week"}             | "grian" is no key of a question: use grain, scope, from, to, format, asOf
                    {"a\\nb":1}                  | "a b" is no key of a question: use grain, scope, from, to, format, asOf
                    {"grain":"year"}             | "grain": "year" is none of day, week, month
                    {"grain":"WEEK"}             | "grain": "WEEK" is none of day, week, month
                    {"grain":7}                  | "grain" is no text: put its value between quotes
                    {"grain":["week"]}           | "grain" is no text: put its value between quotes
                    {"format":"xml"}             | "format": "xml" is none of json, csv, measures, html
                    {"from":"2026-02-30"}        | "from": "2026-02-30" is not a day: write it as 2026-01-05
                    {"from":"yesterday"}         | "from": "yesterday" is not a day: write it as 2026-01-05
                    {"to":"+999999999-12-31"}    | "to": "+999999999-12-31" is not a day: write it as 2026-01-31
                    {"asOf":"13 May"}            | "asOf": "13 May" is not a time: write it as 2026-05-13T06:00:00Z or 2026-05-13
                    {"scope":"Suport"}           | "Suport" is no category of the plan: use one of Infrastructure, Support, Unallocated
                    {"from":"2026-05-02","to":"2026-05-01"} | 2026-05-02 is after 2026-05-01: a trend begins before it ends
                    """)
    void aQuestionThatCannotBeAnsweredSaysWhyInOneLine(String event, String message) {
        assertThatThrownBy(() -> answer(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aTextWithoutEndIsNotRepeated() {
        var event = "{\"scope\":\"%s\"}".formatted("x".repeat(200_000));
        assertThatThrownBy(() -> answer(event))
                .hasMessage("\"scope\" is longer than 200 characters");
        assertThatThrownBy(() -> answer("{\"%s\":1}".formatted("x".repeat(200_000))))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(350));
    }

    @Test
    void aSnapshotIsTakenEvenWhenTheTableCannotBeReached() {
        var priming =
                new Priming(
                        () -> {
                            throw new IllegalStateException("no connection");
                        });
        assertThatCode(() -> priming.beforeCheckpoint(null)).doesNotThrowAnyException();
    }

    private JsonNode answer(String event) throws IOException {
        var out = new ByteArrayOutputStream();
        var bytes = event.getBytes(StandardCharsets.UTF_8);
        handler.handleRequest(new ByteArrayInputStream(bytes), out, context);
        return JSON.readTree(out.toByteArray());
    }
}
