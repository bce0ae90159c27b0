package dev.glidepath.collect.charges;

/// Rows of a small legacy CUR.
final class Cur {

    static final String HEADER =
            "lineItem/LineItemType,lineItem/UnblendedCost,lineItem/CurrencyCode,"
                    + "lineItem/UsageStartDate,lineItem/UsageEndDate\n";

    private Cur() {}

    static String row(String type, String unblended) {
        return type + "," + unblended + ",USD,2026-05-03T00:00:00Z,2026-05-04T00:00:00Z\n";
    }
}
