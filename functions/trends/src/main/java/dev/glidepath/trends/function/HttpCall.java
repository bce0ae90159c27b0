package dev.glidepath.trends.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.glidepath.trends.answer.Reply;
import dev.glidepath.trends.answer.Site;

/// A call of a function URL, payload format 2.0. Only whom IAM let in is answered, whatever the URL
/// is set to.
final class HttpCall {

    private HttpCall() {}

    static boolean isOne(JsonNode event) {
        return event.at("/requestContext/http").isObject();
    }

    static ObjectNode answer(JsonNode event, Site site) {
        var http = event.at("/requestContext/http");
        var method = http.path("method").asText();
        var reply =
                event.at("/requestContext/authorizer/iam").isObject()
                        ? site.reply(
                                method,
                                event.path("rawPath").asText("/"),
                                event.path("rawQueryString").asText(""))
                        : Reply.refused(403, "sign the request: IAM says who may ask");
        var answer = JsonNodeFactory.instance.objectNode().put("statusCode", reply.status());
        var headers = answer.putObject("headers");
        reply.headers().forEach(headers::put);
        return answer.put("body", method.equals("HEAD") ? "" : reply.body())
                .put("isBase64Encoded", false);
    }
}
