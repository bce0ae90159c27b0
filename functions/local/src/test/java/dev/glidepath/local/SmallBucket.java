package dev.glidepath.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A bucket with a small FOCUS export of three months, and the store that it is collected into.
record SmallBucket(Path folder) {

    private static final String CSV =
            """
            BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,Tags
            10,10,USD,PERIOD-01T00:00:00Z,PERIOD-03T00:00:00Z,PERIOD-04T00:00:00Z,Usage,AWS,Amazon S3,{}
            """;

    static SmallBucket in(Path folder) throws IOException {
        var bucket = new SmallBucket(folder);
        for (var period : List.of("2026-03", "2026-04", "2026-05")) {
            var data = "cost/data/BILLING_PERIOD=" + period + "/2026-05-12T03:00:00Z-x/part.csv";
            bucket.write(data, csv(period));
            bucket.write(
                    "cost/metadata/BILLING_PERIOD=" + period + "/cost-Manifest.json",
                    "{\"executionId\":\"x\",\"dataFiles\":[\"s3://b/%s\"]}".formatted(data));
        }
        return bucket;
    }

    /// Of a month.
    static String csv(String period) {
        return CSV.replace("PERIOD", period);
    }

    Cli.Outcome collect(String... options) {
        return new Cli(store()).collect(List.of(options), folder.resolve("bucket"));
    }

    Cli.Outcome backfill(String from, String to, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "backfill",
                                "--from",
                                from,
                                "--to",
                                to,
                                "--export",
                                folder.resolve("bucket").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    Cli.Outcome run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--store", store().toString()));
        return new Cli(store()).run(all.toArray(String[]::new));
    }

    Path store() {
        return folder.resolve("store");
    }

    void write(String key, String text) throws IOException {
        var file = folder.resolve("bucket").resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
