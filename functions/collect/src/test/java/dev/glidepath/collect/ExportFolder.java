package dev.glidepath.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/// A bucket's folder with small FOCUS exports, as AWS lays them out.
///
/// @param prefix below which they lie, with a `/` at its end
public record ExportFolder(Path bucket, String prefix) {

    public static final Instant DELIVERED = Instant.parse("2026-05-12T03:00:00Z");

    /// Into a folder of its own, with a manifest there and one beside it.
    public void execution(String export, String period, String execution, String billed) {
        var folder = export + "/data/BILLING_PERIOD=" + period + "/" + execution;
        var manifest = manifest(export, period, execution, folder);
        write(folder + "/part.csv", csv(period, billed));
        write(metadata(export, period, execution + "/"), manifest);
        write(metadata(export, period, ""), manifest);
    }

    /// Over the one before.
    public void overwritten(String export, String period, String execution, String billed) {
        var folder = export + "/data/BILLING_PERIOD=" + period;
        write(folder + "/part.csv", csv(period, billed));
        write(metadata(export, period, ""), manifest(export, period, execution, folder));
    }

    public void write(String key, String text) {
        var path = path(key);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            Files.setLastModifiedTime(path, FileTime.from(DELIVERED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path(String key) {
        return bucket.resolve(prefix + key);
    }

    public static String metadata(String export, String period, String folder) {
        var name = export.substring(export.lastIndexOf('/') + 1);
        return export
                + "/metadata/BILLING_PERIOD="
                + period
                + "/"
                + folder
                + name
                + "-Manifest.json";
    }

    private String manifest(String export, String period, String execution, String folder) {
        return "{\"executionId\": \"%s\", \"dataFiles\": [\"s3://glidepath-billing/%s%s/part.csv\"]}"
                .formatted(execution, prefix, folder);
    }

    private static String csv(String period, String billed) {
        return """
        BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,SubAccountId,Tags
        %2$s,%2$s,USD,%1$s-01T00:00:00Z,%1$s-03T00:00:00Z,%1$s-04T00:00:00Z,Usage,AWS,Amazon S3,000123456789,{}
        """
                .formatted(period, billed);
    }
}
