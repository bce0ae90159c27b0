package dev.glidepath.collect.charges;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.export.Bucket.Item;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.core.cost.Execution.FileRead;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a [TableQuery] came to, in the CSV that Athena writes.
public final class TableResult {

    private final TableQuery query;
    private final Path csv;
    private final Map<String, FileRow> files = new HashMap<>();

    private record FileRow(long rows, String fault) {}

    /// What Athena found.
    public sealed interface Answer {

        record Sums(Charges charges) implements Answer {}

        /// A row cannot be read; which one of the file, Athena does not say.
        record Unreadable(Item file, Refusal refusal) implements Answer {}
    }

    public TableResult(TableQuery query, Path csv) {
        this.query = query;
        this.csv = csv;
    }

    /// @param uri how Athena calls a file
    /// @param etag what pins a file
    /// @throws Refusal for more groups than there may be
    public Answer answer(
            Delivery delivery, Function<Item, String> uri, Function<Item, String> etag) {
        var gathered = new Gathered(delivery, query.limits());
        read(delivery, gathered);
        var read = new ArrayList<FileRead>();
        for (var item : delivery.files()) {
            var row = Optional.ofNullable(files.remove(uri.apply(item)));
            var fault = row.map(FileRow::fault).filter(f -> !f.isEmpty());
            if (fault.isPresent()) {
                return new Answer.Unreadable(item, refusal(item, fault.get()));
            }
            // A file without rows has none in the result either.
            long rows = row.map(FileRow::rows).orElse(0L);
            read.add(new FileRead(item.key(), etag.apply(item), item.bytes(), rows));
        }
        requireAll(delivery, gathered, read);
        return new Answer.Sums(new Charges(query.format().name(), read, gathered.periods()));
    }

    private void read(Delivery delivery, Gathered gathered) {
        try (var rows = CsvReader.builder().ofCsvRecord(csv)) {
            var all = rows.iterator();
            var reader = new GroupRows(List.copyOf(query.labels()));
            reader.begin(header(all.hasNext() ? all.next().getFields() : List.of()));
            all.forEachRemaining(record -> read(record, reader, gathered));
        } catch (CsvParseException e) {
            throw new Refusal(
                    delivery.manifest()
                            + ": a name or a number in its files is megabytes long; have the export"
                            + " made again",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(csv + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private void read(CsvRecord record, GroupRows reader, Gathered gathered) {
        var file = record.getField(0);
        int last = record.getFieldCount() - 1;
        var fault = record.getField(last);
        if (!file.isEmpty()) {
            files.put(file, new FileRow(Long.parseLong(record.getField(last - 1)), fault));
        } else if (fault.isEmpty()) {
            gathered.add(reader.row(record));
        }
    }

    private List<String> header(List<String> found) {
        var wanted = Groups.tableColumns(query.projection(), query.labels());
        if (!found.equals(wanted)) {
            throw new IllegalStateException(
                    "Athena's result has the columns %s instead of %s".formatted(found, wanted));
        }
        return found;
    }

    private Refusal refusal(Item item, String found) {
        int space = found.indexOf(' ');
        var fault = query.fault(Integer.parseInt(found.substring(0, space)));
        return new Refusal(
                "%s: a row: column %s: %s"
                        .formatted(
                                item.key(),
                                fault.column().name(),
                                fault.problem().replace("%s", shown(found.substring(space + 1)))));
    }

    private static String shown(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }

    /// Nothing may be read that the manifest does not name, and no row be lost.
    private void requireAll(Delivery delivery, Gathered gathered, List<FileRead> read) {
        if (!files.isEmpty()) {
            throw new IllegalStateException(
                    "Athena read %s, which %s does not name"
                            .formatted(files.keySet(), delivery.manifest()));
        }
        long rows = read.stream().mapToLong(FileRead::rows).sum();
        if (rows != gathered.rows()) {
            throw new IllegalStateException(
                    "Athena's result of %s has %d rows in groups and %d in files"
                            .formatted(delivery.manifest(), gathered.rows(), rows));
        }
    }
}
