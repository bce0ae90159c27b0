package dev.glidepath.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/// A month of CUR 2.0 of an organisation as it lies in a bucket, and what is true of it. Made once:
/// the same rows, form and seed are the same bill.
///
/// @param folder of this bill alone
public record Dataset(Path folder, long rows, Form form, long seed) {

    static final YearMonth MONTH = YearMonth.of(2026, 4);
    private static final String NAME = "bench";
    private static final String DATA =
            "exports/" + NAME + "/data/BILLING_PERIOD=" + MONTH + "/2026-05-02T03:00:00.000Z-e1/";

    /// What is true of a service's rows.
    record Sums(long rows, BigDecimal billed, BigDecimal effective, BigDecimal list) {

        String csv() {
            return "%d,%s,%s,%s"
                    .formatted(
                            rows,
                            billed.toPlainString(),
                            effective.toPlainString(),
                            list.toPlainString());
        }

        Sums plus(Sums more) {
            return new Sums(
                    rows + more.rows,
                    billed.add(more.billed),
                    effective.add(more.effective),
                    list.add(more.list));
        }
    }

    /// @param parent where bills are kept from run to run
    public static Dataset in(Path parent, long rows, Form form, long seed) {
        var name = "%s-%d-seed-%d".formatted(form.word(), rows, seed);
        return new Dataset(parent.resolve(name), rows, form, seed);
    }

    Path bucket() {
        return folder.resolve("bucket");
    }

    List<Path> files() {
        var files = new ArrayList<Path>();
        for (long first = 0; first < rows; first += form.rowsPerPart()) {
            files.add(bucket().resolve(DATA + part(files.size() + 1)));
        }
        return files;
    }

    /// Makes it, unless it is there.
    ///
    /// @param progress told how many rows have been written
    public void make(LongConsumer progress) {
        if (Files.exists(truthFile())) {
            return;
        }
        try {
            Files.createDirectories(bucket().resolve(DATA));
            var bill = new BillRows(MONTH, seed);
            try (var duck = new Duck(folder)) {
                duck.run(bill.definitions());
                long first = 0;
                for (var file : files()) {
                    long beyond = Math.min(rows, first + form.rowsPerPart());
                    duck.run(
                            "COPY (%s) TO %s %s"
                                    .formatted(
                                            bill.columns(first, beyond, form),
                                            Duck.literal(file),
                                            form.options()));
                    progress.accept(beyond - first);
                    first = beyond;
                }
                writeManifest();
                Files.writeString(
                        truthFile(),
                        duck.rows(bill.truth(rows)).stream()
                                .map(row -> String.join(",", row) + "\n")
                                .collect(Collectors.joining()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    /// By service.
    Map<String, Sums> truth() {
        try {
            return Files.readAllLines(truthFile()).stream()
                    .map(line -> line.split(","))
                    .collect(
                            Collectors.toMap(
                                    row -> row[0],
                                    row ->
                                            new Sums(
                                                    Long.parseLong(row[1]),
                                                    units(row[2]),
                                                    units(row[3]),
                                                    units(row[4])),
                                    Sums::plus,
                                    TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(truthFile() + " cannot be read", e);
        }
    }

    private static BigDecimal units(String tenBillionths) {
        return tenBillionths.equals("null")
                ? BigDecimal.ZERO
                : new BigDecimal(tenBillionths).movePointLeft(10);
    }

    private Path truthFile() {
        return folder.resolve("truth.csv");
    }

    private String part(int number) {
        return "%s-%05d.%s".formatted(NAME, number, form.suffix());
    }

    private void writeManifest() throws IOException {
        var keys = new ArrayList<String>();
        for (int i = 1; i <= files().size(); i++) {
            keys.add("\"s3://bucket/" + DATA + part(i) + "\"");
        }
        var manifest =
                bucket().resolve(
                                "exports/%1$s/metadata/BILLING_PERIOD=%2$s/%1$s-Manifest.json"
                                        .formatted(NAME, MONTH));
        Files.createDirectories(manifest.resolveSibling("."));
        Files.writeString(
                manifest,
                "{\"executionId\": \"e1\", \"columns\": [], \"dataFiles\": " + keys + "}");
    }
}
