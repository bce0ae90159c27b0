package dev.glidepath.trends.series;

import dev.glidepath.core.cost.Dimensions;

/// Whose cost is asked for. As text it is `all`, `owner:VP Engineering`, `service:Amazon EC2`,
/// `account:000000000001`, `category:Support`, or a category's name alone.
public sealed interface Scope {

    /// Every category, Unallocated, and their total.
    record All() implements Scope {
        @Override
        public String text() {
            return ALL;
        }
    }

    /// One category of the plan, or Unallocated.
    record OneCategory(String name) implements Scope {
        @Override
        public String text() {
            return CATEGORY + name;
        }
    }

    /// The categories that one owner answers for, and their total.
    record Owner(String name) implements Scope {
        @Override
        public String text() {
            return OWNER + name;
        }
    }

    /// One service in each category that has cost of it, and their total. The plan sets it no
    /// target.
    ///
    /// @param name ServiceName
    record Service(String name) implements Scope {
        @Override
        public String text() {
            return SERVICE + name;
        }

        @Override
        public boolean takes(Dimensions dimensions) {
            return name.equals(dimensions.service().name());
        }
    }

    /// One account in each category that has cost of it, and their total. The plan sets it no
    /// target.
    ///
    /// @param id SubAccountId
    record Account(String id) implements Scope {
        @Override
        public String text() {
            return ACCOUNT + id;
        }

        @Override
        public boolean takes(Dimensions dimensions) {
            return id.equals(dimensions.subAccount().id());
        }
    }

    String ALL = "all";
    String CATEGORY = "category:";
    String OWNER = "owner:";
    String SERVICE = "service:";
    String ACCOUNT = "account:";

    String text();

    /// Whether a charge of a category that is in the scope is in it too.
    default boolean takes(Dimensions dimensions) {
        return true;
    }

    static Scope of(String text) {
        if (text.equals(ALL)) {
            return new All();
        }
        int colon = text.indexOf(':') + 1;
        var rest = text.substring(colon);
        return switch (text.substring(0, colon)) {
            case CATEGORY -> new OneCategory(rest);
            case OWNER -> new Owner(rest);
            case SERVICE -> new Service(rest);
            case ACCOUNT -> new Account(rest);
            default -> new OneCategory(text);
        };
    }
}
