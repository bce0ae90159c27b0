package dev.glidepath.core.plan;

import dev.glidepath.core.cost.Dimensions;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Matches a charge when all of its conditions do.
public record Rule(List<Condition> conditions) {

    public Rule {
        conditions = List.copyOf(conditions);
    }

    public boolean matches(Dimensions dimensions) {
        return conditions.stream().allMatch(c -> c.matches(dimensions));
    }

    /// The labels that it looks at: what has to be read of each charge.
    Stream<String> labels() {
        return conditions.stream()
                .map(Condition::subject)
                .filter(Label.class::isInstance)
                .map(s -> ((Label) s).name());
    }

    /// Whether the account alone decides.
    public boolean isOfAccounts() {
        return conditions.stream().allMatch(c -> c.subject() == Attribute.ACCOUNT);
    }

    /// Whether `wider` matches everything that this one matches.
    public boolean isWithin(Rule wider) {
        return wider.conditions.stream()
                .allMatch(w -> conditions.stream().anyMatch(c -> c.isWithin(w)));
    }

    /// As a person reads it: `provider AWS and account 111122223333 or 222233334444`.
    public String toText() {
        return conditions.stream().map(Condition::toText).collect(Collectors.joining(" and "));
    }

    /// True when one of the patterns fits the subject's value. A pattern is a value, or the start
    /// of one followed by `*`; letter case counts.
    public record Condition(Subject subject, List<String> patterns) {

        public Condition {
            patterns = List.copyOf(patterns);
        }

        private String toText() {
            var name =
                    switch (subject) {
                        case Attribute attribute ->
                                attribute.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                        case Label label -> label.name();
                    };
            return name + " " + String.join(" or ", patterns);
        }

        boolean matches(Dimensions dimensions) {
            return subject.values(dimensions)
                    .anyMatch(v -> patterns.stream().anyMatch(p -> fits(p, v)));
        }

        private boolean isWithin(Condition wider) {
            return subject.equals(wider.subject)
                    && patterns.stream()
                            .allMatch(p -> wider.patterns.stream().anyMatch(w -> fits(w, p)));
        }

        private static boolean fits(String pattern, String value) {
            return pattern.endsWith("*")
                    ? value.startsWith(pattern.substring(0, pattern.length() - 1))
                    : value.equals(pattern);
        }
    }

    /// What of a charge a condition looks at.
    public sealed interface Subject permits Attribute, Label {

        /// The texts that a pattern may fit; none where the charge has no such value.
        Stream<String> values(Dimensions dimensions);
    }

    public enum Attribute implements Subject {
        PROVIDER,
        /// Its name or its code.
        SERVICE,
        /// Its id or its name.
        ACCOUNT,
        REGION,
        CHARGE_CATEGORY;

        @Override
        public Stream<String> values(Dimensions d) {
            return switch (this) {
                case PROVIDER -> present(d.service().provider());
                case SERVICE -> present(d.service().name(), d.service().code());
                case ACCOUNT -> present(d.subAccount().id(), d.subAccount().name());
                case REGION -> present(d.region());
                case CHARGE_CATEGORY -> present(d.charge().category());
            };
        }

        private static Stream<String> present(@Nullable String... values) {
            return Stream.of(values).flatMap(Stream::ofNullable);
        }
    }

    /// A tag (`tag:team`) or a cost category (`cost_category:product`).
    public record Label(String name) implements Subject {
        @Override
        public Stream<String> values(Dimensions dimensions) {
            return Stream.ofNullable(dimensions.labels().get(name));
        }
    }
}
