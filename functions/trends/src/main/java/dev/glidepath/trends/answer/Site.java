package dev.glidepath.trends.answer;

import dev.glidepath.trends.ask.Asked;
import dev.glidepath.trends.ask.Asked.Form;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What there is to ask by address. Whoever serves it decides who may.
public record Site(Answers answers) {

    private static final List<String> METHODS = List.of("GET", "HEAD");

    static final Map<String, Form> PATHS =
            Map.of(
                    "/", Form.HTML,
                    "/trends.json", Form.JSON,
                    "/trends.csv", Form.CSV,
                    "/measures.csv", Form.MEASURES);

    static final String OPENAPI = "/openapi.yaml";

    /// @param query as it was sent; null for none
    public Reply reply(String method, String path, @Nullable String query) {
        if (!METHODS.contains(method)) {
            var reply = Reply.refused(405, "only GET and HEAD: nothing can be changed here");
            return reply.with("Allow", String.join(", ", METHODS));
        }
        if (path.equals(OPENAPI)) {
            return Reply.of(200, new Answer(Answer.Type.YAML, Documents.OPENAPI));
        }
        var form = PATHS.get(path);
        if (form == null) {
            return Reply.refused(
                    404,
                    "no such page: there are /, /trends.json, /trends.csv, /measures.csv,"
                            + " /openapi.yaml");
        }
        try {
            return Reply.of(200, answers.answer(Asked.of(form, query)));
        } catch (IllegalArgumentException e) {
            return Reply.refused(400, String.valueOf(e.getMessage()));
        }
    }
}
