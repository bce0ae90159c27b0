package dev.glidepath.local.generate;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

import dev.glidepath.local.generate.Schedule.Slot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Where the files of a delivery lie below a folder that stands for S3. Their modification times
/// are the instant of the delivery.
record Bucket(Path out) {

    static final String NAME = "billing-bucket";

    private static final String PREFIX = "exports";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final ObjectWriter JSON =
            new ObjectMapper()
                    .writer(
                            new DefaultPrettyPrinter()
                                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    /// Empty: an overwriting export's earlier files are gone.
    Path dataFolder(Slot slot) throws IOException {
        var folder =
                switch (slot.export()) {
                    case CUR2_ORG -> partition(slot, "data").resolve(execution(slot));
                    case LEGACY_ORG -> month(slot).resolve(slot.id().executionId());
                    default -> partition(slot, "data");
                };
        Files.createDirectories(folder);
        try (var leftovers = Files.list(folder)) {
            for (var file : leftovers.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    String dataFile(Slot slot, int part) {
        var title = slot.export().title();
        return switch (slot.export()) {
            case CUR2_ORG, FOCUS_ORG ->
                    String.format(Locale.ROOT, "%s-%05d.snappy.parquet", title, part);
            case LEGACY_ORG -> title + "-" + part + ".csv.gz";
            case SAAS_WORKPLACE -> String.format(Locale.ROOT, "%s-%05d.csv.gz", title, part);
            case SAAS_HELPDESK -> String.format(Locale.ROOT, "%s-%05d.csv.zip", title, part);
        };
    }

    /// Writes the manifest after the data, and returns where the newest of the period lies.
    Path manifest(Slot slot, List<Column> columns, List<Path> data) throws IOException {
        var name = slot.export().title() + "-Manifest.json";
        var newest =
                slot.export() == Export.LEGACY_ORG
                        ? month(slot).resolve(name)
                        : partition(slot, "metadata").resolve(name);
        var content =
                JSON.writeValueAsBytes(
                        slot.export() == Export.LEGACY_ORG
                                ? Manifest.legacy(slot, columns, data.stream().map(this::key))
                                : Manifest.export(slot, columns, data.stream().map(this::key)));
        var all =
                switch (slot.export()) {
                    case CUR2_ORG ->
                            List.of(
                                    partition(slot, "metadata")
                                            .resolve(execution(slot))
                                            .resolve(name),
                                    newest);
                    case LEGACY_ORG ->
                            List.of(
                                    month(slot).resolve(slot.id().executionId()).resolve(name),
                                    newest);
                    default -> List.of(newest);
                };
        for (var manifest : all) {
            Files.createDirectories(manifest.getParent());
            Files.write(manifest, content);
            stamp(manifest, slot);
        }
        return newest;
    }

    static void stamp(Path file, Slot slot) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(slot.id().delivered()));
    }

    private String key(Path file) {
        var key = out.resolve(NAME).relativize(file);
        return key.toString().replace(key.getFileSystem().getSeparator(), "/");
    }

    private Path partition(Slot slot, String kind) {
        return root(slot).resolve(kind).resolve(slot.export().partition() + slot.period());
    }

    private Path month(Slot slot) {
        return root(slot).resolve(month(slot.period()));
    }

    static String month(YearMonth period) {
        return COMPACT.format(period.atDay(1))
                + "-"
                + COMPACT.format(period.plusMonths(1).atDay(1));
    }

    private Path root(Slot slot) {
        return out.resolve(NAME).resolve(PREFIX).resolve(slot.export().title());
    }

    private static String execution(Slot slot) {
        return STAMP.format(slot.id().delivered()) + "-" + slot.id().executionId();
    }
}
