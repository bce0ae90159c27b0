package dev.glidepath.trends.answer;

/// A text and what it is.
public record Answer(Type type, String text) {

    public enum Type {
        JSON("application/json"),
        CSV("text/csv; charset=utf-8"),
        HTML("text/html; charset=utf-8"),
        YAML("application/yaml"),
        TEXT("text/plain; charset=utf-8");

        private final String name;

        Type(String name) {
            this.name = name;
        }

        public String mediaType() {
            return name;
        }
    }
}
