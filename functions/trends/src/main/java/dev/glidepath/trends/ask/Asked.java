package dev.glidepath.trends.ask;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glidepath.trends.series.Question;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What is asked of the trends function.
public sealed interface Asked {

    /// How to ask: a dashboard's editor wants to show it.
    record Described() implements Asked {}

    /// A trend, whole.
    ///
    /// @param asOf empty for now
    /// @param texts the question as an address has it
    record Told(Question question, Form form, Optional<Instant> asOf, Map<String, String> texts)
            implements Asked {

        static Told of(Fields fields, Form form) {
            return new Told(fields.question(), form, fields.asOf(), fields.address());
        }
    }

    /// A part of the page, for a dashboard.
    record Drawn(Part part, Question question, Look look) implements Asked {}

    enum Form {
        JSON,
        CSV,
        /// The scorecard as CSV.
        MEASURES,
        HTML
    }

    enum Part {
        /// Cost against the glide path, and of each category.
        COST,
        MOVERS,
        COVERAGE,
        MEASURES
    }

    /// What a dashboard says of the place that it has.
    ///
    /// @param details whom to ask for the whole page; empty for none
    record Look(boolean dark, Optional<String> details) {}

    /// @param function the address that it was asked at
    /// @throws IllegalArgumentException when it cannot be answered, with what to do instead
    static Asked of(JsonNode event, String function) {
        if (event.path("describe").asBoolean()) {
            return new Described();
        }
        return event.has("widgetContext") ? WidgetCall.of(event, function) : told(event);
    }

    /// A question as it is sent: `{"grain", "scope", "from", "to", "format", "asOf"}`, each of them
    /// a text and none of them required.
    private static Asked told(JsonNode event) {
        var fields = Fields.of(event, Fields.FORMAT);
        return Told.of(fields, fields.word("format", Form.JSON));
    }

    /// What an address asks for.
    ///
    /// @param query as it was sent; null for none
    /// @throws IllegalArgumentException when it cannot be answered, with what to do instead
    static Asked of(Form form, @Nullable String query) {
        return Told.of(Query.read(query), form);
    }
}
