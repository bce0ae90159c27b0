package dev.glidepath.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.glidepath.trends.ask.Asked;
import dev.glidepath.trends.ask.Asked.Drawn;
import dev.glidepath.trends.ask.Asked.Part;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class TrendsDashboardTest {

    @BeforeAll
    static void needsNode() {
        Installed.assumeNode();
    }

    @Test
    void everyPartHasAWidgetThatTheFunctionUnderstands() throws IOException {
        var drawn = new ArrayList<Part>();
        for (var widget : widgets()) {
            var event = widget.at("/properties/params").<ObjectNode>deepCopy();
            event.putObject("widgetContext");
            drawn.add(((Drawn) Asked.of(event, "function")).part());
        }
        assertThat(drawn).containsExactly(Part.values());
    }

    @Test
    void widgetsCallTheSnapshottedVersionAndFollowTheTimeRange() throws IOException {
        for (var widget : widgets()) {
            assertThat(widget.at("/type").asText()).isEqualTo("custom");
            assertThat(widget.at("/properties/endpoint").asText()).contains("TrendsLive");
            assertThat(widget.at("/properties/updateOn/timeRange").asBoolean()).isTrue();
            assertThat(widget.at("/properties/title").asText()).isNotBlank();
        }
    }

    private static List<JsonNode> widgets() throws IOException {
        var own = new ArrayList<JsonNode>();
        for (var dashboard :
                Resources.properties(Installed.shipped(), "AWS::CloudWatch::Dashboard")) {
            var body = JsonMapper.builder().build().readTree(text(dashboard.get("DashboardBody")));
            body.at("/widgets").forEach(own::add);
        }
        own.removeIf(widget -> !widget.at("/type").asText().equals("custom"));
        assertThat(own).isNotEmpty();
        return own;
    }

    /// With the name of what a reference points at in its place.
    private static String text(Object joined) {
        var text = new StringBuilder();
        for (var part : (List<?>) ((List<?>) Resources.map(joined).get("Fn::Join")).get(1)) {
            text.append(part instanceof Map<?, ?> reference ? reference.get("Ref") : part);
        }
        return text.toString();
    }
}
