package dev.glidepath.local.faults;

import java.util.List;
import java.util.function.BiConsumer;

/// Two exports with two billing periods each, in two small parts.
final class SmallExports {

    static final String PREFIX = "exports/";

    private static final List<String> EXPORTS = List.of("org", "saas");
    private static final List<String> PERIODS = List.of("2026-04", "2026-05");

    private SmallExports() {}

    /// @param execution the later, the more
    static void deliver(int execution, BiConsumer<String, String> put) {
        for (var export : EXPORTS) {
            for (var period : PERIODS) {
                deliver(export, period, execution, put);
            }
        }
    }

    static void deliver(
            String export, String period, int execution, BiConsumer<String, String> put) {
        for (int part = 0; part < 2; part++) {
            put.accept(part(export, period, execution, part), csv(period, execution, part));
        }
        put.accept(manifest(export, period), json(export, period, execution));
    }

    static String part(String export, String period, int execution, int part) {
        return PREFIX
                + "%s/data/BILLING_PERIOD=%s/%s/part-%d.csv"
                        .formatted(export, period, name(execution), part);
    }

    static String manifest(String export, String period) {
        return PREFIX
                + "%1$s/metadata/BILLING_PERIOD=%2$s/%1$s-Manifest.json".formatted(export, period);
    }

    static String json(String export, String period, int execution) {
        return "{\"executionId\": \"%s\", \"dataFiles\": [\"s3://%s/%s\", \"s3://%s/%s\"]}"
                .formatted(
                        name(execution),
                        Behind.BUCKET,
                        part(export, period, execution, 0),
                        Behind.BUCKET,
                        part(export, period, execution, 1));
    }

    /// Credits, a charge of a month and one that only some executions have.
    static String csv(String period, int execution, int part) {
        var csv =
                new StringBuilder(
                        "BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,SubAccountId,Tags\n");
        for (int day = 1; day < 9; day++) {
            csv.append(row(period, day, day + 1, "Usage", 10 * day + execution + part));
        }
        csv.append(row(period, 1, 28, "Purchase", 1000 + part));
        if (execution % 2 == part) {
            csv.append(row(period, 20, 21, "Credit", -3 * execution));
        }
        return csv.toString();
    }

    private static String name(int execution) {
        return "2026-06-%02dT03:00:00.000Z-1".formatted(execution);
    }

    private static String row(String period, int from, int to, String category, int cents) {
        return "%1$s,%1$s,USD,%2$s-01T00:00:00Z,%2$s-%3$02dT00:00:00Z,%2$s-%4$02dT00:00:00Z,%5$s,AWS,Amazon S3,000123456789,{}\n"
                .formatted(
                        java.math.BigDecimal.valueOf(cents, 2).toPlainString(),
                        period,
                        from,
                        to,
                        category);
    }
}
