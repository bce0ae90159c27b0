package dev.glidepath.trends.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

import dev.glidepath.trends.Bills;
import dev.glidepath.trends.ask.Fields;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The document says what the code does.
class OpenApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode API =
            JSON.valueToTree(
                    new Load(LoadSettings.builder().build()).loadFromString(Documents.OPENAPI));
    private static final Site SITE =
            new Site(
                    new Answers(
                            Bills.random(new SplittableRandom(4)).recorded(),
                            Bills.plan("Infrastructure", "Support"),
                            InstantSource.fixed(Bills.AS_OF)));

    @Test
    void thePathsAreThese() {
        var paths = new ArrayList<>(Site.PATHS.keySet());
        paths.add(Site.OPENAPI);
        assertThat(names(API.at("/paths"))).containsExactlyInAnyOrderElementsOf(paths);
        assertThat(API.at("/openapi").asText()).isEqualTo("3.1.0");
    }

    @Test
    void theParametersAreThoseOfAQuestion() {
        for (var path : Site.PATHS.keySet()) {
            var own = new ArrayList<String>();
            API.at("/paths").path(path).at("/get/parameters").forEach(p -> own.add(named(p)));
            assertThat(own).containsExactlyElementsOf(Fields.QUESTION);
        }
    }

    @Test
    void theColumnsOfTheCsvAreThese() {
        var columns = new ArrayList<String>();
        API.at("/paths/~1trends.csv/get/responses/200/content/text~1csv/x-columns")
                .forEach(c -> columns.add(c.asText()));
        assertThat(SITE.reply("GET", "/trends.csv", null).body().lines().findFirst())
                .hasValue(String.join(",", columns));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "grain=day",
                "scope=Support&grain=month",
                "scope=service:Amazon+EC2",
                "scope=account:001&from=2026-06-01",
                "scope=owner:owner+of+Support"
            })
    void everyAnswerIsOfTheSchema(String query) throws Exception {
        var root = API.deepCopy();
        ((ObjectNode) root).put("$ref", "#/components/schemas/Trend");
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(root);
        var answer = JSON.readTree(SITE.reply("GET", "/trends.json", query).body());
        assertThat(schema.validate(answer)).isEmpty();
        assertThat(answer.path("periods")).isNotEmpty();
    }

    @Test
    void everyFieldIsAlwaysThere() {
        for (var name : objects()) {
            var schema = API.at("/components/schemas").path(name);
            var required = new ArrayList<String>();
            schema.path("required").forEach(r -> required.add(r.asText()));
            assertThat(required).containsExactlyElementsOf(names(schema.path("properties")));
            assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        }
    }

    private static List<String> objects() {
        var schemas = API.at("/components/schemas");
        return names(schemas).stream()
                .filter(name -> schemas.path(name).path("type").asText().equals("object"))
                .toList();
    }

    private static String named(JsonNode reference) {
        return API.at(reference.path("$ref").asText().substring(1)).path("name").asText();
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
