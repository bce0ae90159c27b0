package dev.glidepath.trends.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.glidepath.trends.ask.Asked.Drawn;
import dev.glidepath.trends.ask.Asked.Look;
import dev.glidepath.trends.ask.Asked.Part;
import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Question;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What a CloudWatch dashboard sends for a custom widget: the widget's own parameters, and beside
/// them `widgetContext` with the dashboard's time range and theme.
final class WidgetCall {

    private static final List<String> KEYS = List.of("widget", "grain", "scope");
    private static final int MOST_SINGLE_DAYS = 35;
    private static final int MOST_SINGLE_WEEKS = 60;

    private WidgetCall() {}

    static Asked of(JsonNode event, String function) {
        var context = event.path("widgetContext");
        var fields = Fields.of(own(event), KEYS);
        var asked = fields.question();
        var range = context.path("timeRange");
        var shown = range.path("zoom").has("start") ? range.path("zoom") : range;
        var from = day(shown, "start", 0);
        var through = day(shown, "end", 1);
        var grain = fields.text("grain").isPresent() ? asked.grain() : grain(from, through);
        var question = new Question(from, through, grain, asked.scope());
        var look =
                new Look(
                        context.path("theme").asText().equals("dark"),
                        Optional.of(function).filter(name -> !name.isEmpty()));
        return new Drawn(fields.word("widget", Part.COST), question, look);
    }

    private static ObjectNode own(JsonNode event) {
        var own = event.<ObjectNode>deepCopy();
        own.remove("widgetContext");
        return own;
    }

    /// @param before the millis before the time that are meant: an end at midnight is not of its
    ///   day
    private static Optional<LocalDate> day(JsonNode range, String end, int before) {
        var millis = range.path(end);
        return millis.canConvertToLong()
                ? Optional.of(
                        Instant.ofEpochMilli(millis.longValue() - before)
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate())
                : Optional.empty();
    }

    /// As many periods as can be told apart.
    private static Grain grain(Optional<LocalDate> from, Optional<LocalDate> through) {
        if (from.isEmpty() || through.isEmpty()) {
            return Grain.WEEK;
        }
        long days = through.get().toEpochDay() - from.get().toEpochDay();
        if (days < MOST_SINGLE_DAYS) {
            return Grain.DAY;
        }
        return days < MOST_SINGLE_WEEKS * 7L ? Grain.WEEK : Grain.MONTH;
    }
}
