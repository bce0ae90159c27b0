package dev.glidepath.collect.charges;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.Arriving.Arrived;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.core.cost.Execution.FileRead;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Reads a delivery: each of its files, and all of them or nothing.
public final class ChargeReader {

    private final Bucket bucket;
    private final Path scratch;
    private final Limits limits;

    /// @param scratch a folder for temporary files, which must exist
    public ChargeReader(Bucket bucket, Path scratch, Limits limits) {
        this.bucket = bucket;
        this.scratch = scratch;
        this.limits = limits;
    }

    /// @param labels the tags and cost categories to read: `tag:team`, `cost_category:product`
    /// @param progress told of each file that has been read
    /// @throws Refusal when a file cannot be read whole and exactly
    public Charges read(Delivery delivery, Set<String> labels, Consumer<FileRead> progress) {
        var folder = newFolder();
        var gathered = new Gathered(delivery, limits);
        try (var engine = new ChargeEngine(folder, labels, readable(delivery));
                var arriving = new Arriving(bucket, delivery.files(), folder, limits)) {
            var files = new ArrayList<FileRead>();
            var formats = new ArrayList<String>();
            while (arriving.hasNext()) {
                var arrived = arriving.next();
                try (var _ = closing(arrived)) {
                    for (var alike : Alike.of(arrived, engine)) {
                        formats.add(alike.format().name());
                        files.addAll(read(alike, engine, gathered, progress));
                    }
                }
            }
            return new Charges(oneFormat(delivery, formats), files, gathered.periods());
        } finally {
            delete(folder);
        }
    }

    /// The delivery's files where they lie; what is copied here is copied below the scratch folder.
    private List<Path> readable(Delivery delivery) {
        return delivery.files().stream()
                .map(file -> bucket.inPlace(file).orElse(scratch))
                .distinct()
                .toList();
    }

    private static List<FileRead> read(
            Alike alike, ChargeEngine engine, Gathered gathered, Consumer<FileRead> progress) {
        var rows = engine.add(alike.parts(), alike.columns(), alike.format(), gathered);
        var read = new ArrayList<FileRead>();
        for (int i = 0; i < rows.size(); i++) {
            var file = alike.files().get(i);
            var item = file.item();
            read.add(new FileRead(item.key(), file.fetched().etag(), item.bytes(), rows.get(i)));
            progress.accept(read.getLast());
        }
        return read;
    }

    /// Closes all of them, whatever closing one of them throws.
    private static Closing closing(List<Arrived> files) {
        return () -> {
            Optional<RuntimeException> first = Optional.empty();
            for (var file : files) {
                try {
                    file.close();
                } catch (RuntimeException e) {
                    first = first.or(() -> Optional.of(e));
                }
            }
            if (first.isPresent()) {
                throw first.get();
            }
        };
    }

    @FunctionalInterface
    private interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    /// Files that one statement reads, because they have the same columns and are no more than it
    /// can sum in little memory.
    private record Alike(List<Arrived> files, Columns columns, Format format) {

        static List<Alike> of(List<Arrived> arrived, ChargeEngine engine) {
            var alike = new ArrayList<Alike>();
            for (var file : arrived) {
                var columns = engine.columns(file.part());
                if (!alike.isEmpty() && alike.getLast().takes(file, columns)) {
                    alike.getLast().files.add(file);
                } else {
                    var format = Format.detect(columns).orElseThrow(() -> unknown(columns));
                    alike.add(new Alike(new ArrayList<>(List.of(file)), columns, format));
                }
            }
            return alike;
        }

        private boolean takes(Arrived file, Columns columns) {
            return file.part().parquet()
                    && files.getFirst().part().parquet()
                    && columns.all().equals(this.columns.all())
                    && bytes() + file.part().bytes() <= LockedDuckDb.bytesAtOnce();
        }

        private long bytes() {
            return files.stream().mapToLong(file -> file.part().bytes()).sum();
        }

        List<PartFile> parts() {
            return files.stream().map(Arrived::part).toList();
        }
    }

    static Refusal unknown(Columns columns) {
        var names = columns.all().stream().map(Column::name).filter(n -> !n.isBlank()).toList();
        if (names.isEmpty()) {
            return new Refusal(columns.file() + ": has no header row; deliver or copy it again");
        }
        if (names.stream().anyMatch(name -> name.indexOf('\uFFFD') >= 0)) {
            return new Refusal(
                    columns.file()
                            + ": is neither Parquet nor text in UTF-8; export it as Parquet, or as CSV:"
                            + " plain, or packed once as gzip or zip");
        }
        var first = names.stream().limit(4).map(ChargeReader::shortened).toList();
        return new Refusal(
                "%s: neither CUR nor FOCUS (its columns begin with %s); export it as FOCUS 1.0 or later, or as CUR"
                        .formatted(columns.file(), String.join(", ", first)));
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }

    /// Parts of one delivery may lack optional columns, and so look like different versions of one
    /// format; the newest is what they are.
    private static String oneFormat(Delivery delivery, List<String> formats) {
        var families =
                formats.stream()
                        .map(name -> name.substring(0, name.indexOf(' ')))
                        .distinct()
                        .toList();
        if (families.size() > 1) {
            throw new Refusal(
                    "%s: mixes %s in one delivery; deliver each export into a folder of its own"
                            .formatted(delivery.manifest(), String.join(" and ", families)));
        }
        return formats.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private Path newFolder() {
        try {
            return Files.createTempDirectory(scratch, "glidepath-");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot create a temporary folder in " + scratch + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }
}
