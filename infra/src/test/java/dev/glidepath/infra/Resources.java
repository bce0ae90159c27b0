package dev.glidepath.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The template as tests read it.
final class Resources {

    private Resources() {}

    /// Per logical id.
    static Map<String, Map<String, Object>> of(Installed installed, String type) {
        return installed.template().findResources(type);
    }

    static List<Map<String, Object>> properties(Installed installed, String type) {
        return of(installed, type).values().stream().map(r -> map(r.get("Properties"))).toList();
    }

    /// Of every policy of a role, a queue, a topic, a bucket or a key.
    static List<Map<String, Object>> statements(Installed installed) {
        var statements = new ArrayList<Map<String, Object>>();
        map(installed.template().toJSON().get("Resources"))
                .values()
                .forEach(resource -> collect(resource, statements));
        return statements;
    }

    private static void collect(Object node, List<Map<String, Object>> statements) {
        switch (node) {
            case Map<?, ?> map when map.containsKey("Effect") && map.containsKey("Action") ->
                    statements.add(map(node));
            case Map<?, ?> map -> map.values().forEach(value -> collect(value, statements));
            case List<?> list -> list.forEach(value -> collect(value, statements));
            default -> {}
        }
    }

    /// What the policies of the task's role allow.
    static List<Map<String, Object>> allowed(Installed installed, Task task) {
        var role = logicalId(installed, "AWS::IAM::Role", task.title() + "Role");
        return properties(installed, "AWS::IAM::Policy").stream()
                .filter(policy -> policy.get("Roles").equals(List.of(Map.of("Ref", role))))
                .flatMap(
                        policy -> list(map(policy.get("PolicyDocument")).get("Statement")).stream())
                .map(Resources::map)
                .toList();
    }

    static Map<String, Object> function(Installed installed, Task task) {
        return properties(installed, "AWS::Lambda::Function").stream()
                .filter(function -> function.get("Handler").equals(task.handler().getName()))
                .findFirst()
                .orElseThrow();
    }

    static String logicalId(Installed installed, String type, String part) {
        return of(installed, type).keySet().stream()
                .filter(id -> id.contains(part))
                .findFirst()
                .orElseThrow();
    }

    static Stream<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString)
                : Stream.of(value.toString());
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
