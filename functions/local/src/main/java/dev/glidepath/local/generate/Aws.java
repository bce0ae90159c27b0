package dev.glidepath.local.generate;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What both of AWS's formats say alike.
final class Aws {

    static final String SELLER = "Amazon Web Services, Inc.";
    static final String PAYER = "000123456789";
    static final String PAYER_NAME = "management";

    private Aws() {}

    static @Nullable String regionName(Item item) {
        var region = item.place().region();
        if (region == null) {
            return null;
        }
        return region.equals("eu-west-1") ? "EU (Ireland)" : "US East (N. Virginia)";
    }

    /// The company's Glidepath tags all that it makes; what else there is carries at most a team.
    ///
    /// @param prefix of the format's keys
    static Map<String, String> tags(Charge charge, String prefix) {
        var team = charge.team();
        if (charge.item().key().equals("glidepath")) {
            return Map.of(prefix + "app", "glidepath");
        }
        return team == null ? Map.of() : Map.of(prefix + "team", team);
    }
}
