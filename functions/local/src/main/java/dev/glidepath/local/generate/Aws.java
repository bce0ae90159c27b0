package dev.glidepath.local.generate;

import org.jspecify.annotations.Nullable;

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
}
