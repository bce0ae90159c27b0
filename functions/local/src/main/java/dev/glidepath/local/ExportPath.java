package dev.glidepath.local;

import static java.util.Objects.requireNonNull;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.advice.Advice;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.collect.export.FolderBucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a path on this machine delivers: an export's folder or a bucket's, one manifest, or one
/// file.
record ExportPath(Bucket bucket, List<Delivery> deliveries) {

    private static final String MANIFEST = "-Manifest.json";

    static ExportPath of(Path path) {
        var real = path.toAbsolutePath().normalize();
        if (Files.isDirectory(real)) {
            return folder(path, target(real));
        }
        if (!Files.exists(real)) {
            throw new Refusal(path + ": no such file or folder");
        }
        return real.getFileName().toString().endsWith(MANIFEST) ? manifest(real) : file(real);
    }

    /// A walk does not enter a folder that is a link.
    private static Path target(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static ExportPath folder(Path path, Path real) {
        var bucket = new FolderBucket(real);
        var deliveries = new Deliveries(bucket).newest("");
        if (deliveries.isEmpty() && !Advice.isBelow(bucket, "")) {
            throw new Refusal(
                    path
                            + ": no manifest of an export below it (metadata/BILLING_PERIOD=…/*-Manifest.json);"
                            + " name the export's folder, its bucket's folder, or a single file");
        }
        return new ExportPath(bucket, deliveries);
    }

    /// A manifest may lie up to four folders below its export's.
    private static ExportPath manifest(Path real) {
        var root = real;
        for (int up = 0; up < 4 && root.getParent() != null; up++) {
            root = root.getParent();
        }
        var bucket = new FolderBucket(root);
        var key = root.relativize(real).toString().replace('\\', '/');
        return new ExportPath(bucket, List.of(new Deliveries(bucket).of(key)));
    }

    private static ExportPath file(Path real) {
        var bucket = new FolderBucket(requireNonNull(real.getParent()));
        return new ExportPath(
                bucket, List.of(new Deliveries(bucket).ofFile(real.getFileName().toString())));
    }
}
