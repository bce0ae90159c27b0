package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.snakeyaml.engine.v2.schema.Schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// What editors complete and check is what the parser accepts.
class PlanSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode TREE = json(Root.text(Root.SCHEMA));
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TREE);

    @Test
    void acceptsTheShippedPlanHoweverAnEditorReadsItsScalars() {
        var yaml = Root.text(Root.SHIPPED);

        assertThat(validate(yaml, new CoreSchema())).isEmpty();
        assertThat(validate(yaml, new FailsafeSchema())).isEmpty();
    }

    @Test
    void isNamedInTheFirstLineOfTheShippedPlan() {
        assertThat(Root.text(Root.SHIPPED).lines().findFirst().orElseThrow())
                .isEqualTo("# yaml-language-server: $schema=" + Root.SCHEMA.getFileName());
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheKeysOfEverySection(Section section) {
        var definition = definition(section);

        assertThat(names(definition.get("properties")))
                .containsExactlyInAnyOrderElementsOf(section.names());
        assertThat(texts(definition.path("required")))
                .containsExactlyInAnyOrderElementsOf(
                        section.keys().stream()
                                .filter(Section.Key::required)
                                .map(Section.Key::name)
                                .toList());
        assertThat(definition.get("additionalProperties").asBoolean()).isFalse();
    }

    @Test
    void definesNoSectionThatTheParserDoesNotKnow() {
        var closed = new TreeSet<String>();
        TREE.get("$defs")
                .properties()
                .forEach(
                        entry -> {
                            if (entry.getValue().has("properties")) {
                                closed.add(entry.getKey());
                            }
                        });
        var sections = new TreeSet<String>();
        for (var section : Section.values()) {
            if (section != Section.PLAN) {
                sections.add(definitionName(section));
            }
        }

        assertThat(closed).isEqualTo(sections);
    }

    @Test
    void describesEveryKey() {
        for (var section : Section.values()) {
            definition(section)
                    .get("properties")
                    .properties()
                    .forEach(
                            key -> assertThat(described(key.getValue())).as(key.getKey()).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown-key",
                "missing-keys",
                "wrong-type-text",
                "bad-amount",
                "bad-date",
                "charge-category-not-stated",
                "bad-cost-metric",
                "empty-rule",
                "bad-email",
                "measure-without-value"
            })
    void refusesWhatTheParserRefuses(String plan) {
        var yaml = Root.text(Root.PLANS.resolve("faulty/" + plan + ".yaml"));

        assertThat(validate(yaml, new CoreSchema())).isNotEmpty();
    }

    private static Set<ValidationMessage> validate(String yaml, Schema scalars) {
        var settings = LoadSettings.builder().setSchema(scalars).build();
        return SCHEMA.validate(JSON.valueToTree(new Load(settings).loadFromString(yaml)));
    }

    private static JsonNode definition(Section section) {
        return section == Section.PLAN ? TREE : TREE.get("$defs").get(definitionName(section));
    }

    private static String definitionName(Section section) {
        return section.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean described(JsonNode key) {
        if (key.has("description")) {
            return true;
        }
        var reference = key.path("$ref").asText().replace("#/$defs/", "");
        return TREE.get("$defs").path(reference).has("description");
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
