package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files that are made to fill memory or disk, each read by a process with a heap of 64 MB. The
/// longest line has 2 GB with `-Dhostile.all`.
class BombTest {

    private static final String MANIFEST = "x/metadata/BILLING_PERIOD=2026-05/x-Manifest.json";
    private static final byte[] ZEROS = new byte[1 << 20];

    /// Its content's hash takes the longest.
    private static final long LINE = Boolean.getBoolean("hostile.all") ? 2L << 30 : 20L << 20;

    @TempDir private static Path folder;
    private static Map<String, String> outcomes = Map.of();

    @BeforeAll
    static void readThemAll() throws Exception {
        zeros("bomb.csv.gz", 80, GZIPOutputStream::new);
        zeros("bomb.zip", 80, BombTest::entry);
        zeros("one-line.csv.gz", 8, GZIPOutputStream::new);
        sparse("one-line.csv", LINE);
        write("columns.csv", "a,".repeat(1_000_000));
        write(
                "wide-row.csv",
                Bill.FOCUS + Bill.row("1", "1").replace("Amazon", "x".repeat(5_000_000)));
        write("deep.csv", Bill.FOCUS + Bill.row("1", "1").replace("{}", "[".repeat(900_000)));
        write("deeper.csv", Bill.FOCUS + Bill.row("1", "1") + tagged("[".repeat(90_000)));
        write("closed.csv", Bill.FOCUS + tagged("[".repeat(1_001) + "]".repeat(1_001)));
        write("flat.csv", Bill.FOCUS + tagged("[1" + ",1".repeat(900_000) + "]"));
        write("amount.csv", Bill.FOCUS + Bill.row("1e999999999", "1"));
        entries("entries.zip", 50_000);
        Files.write(
                folder.resolve("columns.parquet"),
                SmallFiles.parquet(
                        "SELECT "
                                + IntStream.range(0, 8_000)
                                        .mapToObj(i -> "1 AS c" + i)
                                        .collect(Collectors.joining(", ")),
                        "COMPRESSION snappy"));
        Files.createDirectories(folder.resolve(MANIFEST).getParent());
        sparse(MANIFEST, 2L << 30);
        outcomes =
                SmallHeap.read(
                                folder,
                                "standard",
                                "bomb.csv.gz",
                                "bomb.zip",
                                "one-line.csv.gz",
                                "one-line.csv",
                                "columns.csv",
                                "wide-row.csv",
                                "deep.csv",
                                "deeper.csv",
                                "closed.csv",
                                "flat.csv",
                                "amount.csv",
                                "entries.zip",
                                "columns.parquet",
                                MANIFEST)
                        .stream()
                        .filter(line -> line.contains(": "))
                        .collect(
                                Collectors.toMap(
                                        line -> line.substring(0, line.indexOf(": ")),
                                        Function.identity(),
                                        (a, _) -> a));
    }

    @AfterAll
    static void forget() {
        outcomes = Map.of();
    }

    @Test
    void whatUnpacksToTooMuchIsRefusedOnTheWay() {
        refused("bomb.csv.gz", "unpacks to too many times its size; at most 250 are read");
        refused("bomb.zip", "unpacks to too many times its size");
    }

    @Test
    void aLineWithoutAnEndIsRefused() {
        refused("one-line.csv.gz", "row 1: no header");
        refused("one-line.csv", "row 1: no header");
        refused("wide-row.csv", "wide-row.csv: row 2");
    }

    @Test
    void columnsWithoutAnEndAreRefused() {
        refused("columns.csv", "row 1: no header: it has more than 5000 columns");
        refused("columns.parquet", "has 8000 columns; at most 5000 are read");
    }

    @Test
    void whatIsNestedWithoutAnEndIsRefused() {
        refused("deep.csv", "deep.csv: row 2: column Tags: is JSON of more than 100000 characters");
        refused("deeper.csv", "deeper.csv: row 3: column Tags: is JSON of more than");
        refused("closed.csv", "closed.csv: row 2: column Tags: is JSON of more than");
        refused("flat.csv", "flat.csv: row 2: column Tags: is JSON of more than");
    }

    @Test
    void anAmountThatNothingHoldsIsRefused() {
        refused("amount.csv", "'1e999999999' is not a number");
    }

    @Test
    void aZipOfManyFilesIsRefused() {
        refused("entries.zip", "zip holds 2 files or more");
    }

    @Test
    void aManifestThatIsTooLongIsNotReadAtAll() {
        refused(MANIFEST, "has 2147483648 bytes; at most 16777216 are read");
    }

    /// Each of them is more than this heap holds.
    @Test
    void groupsWithoutAnEndAreRefusedBeforeMemoryIsGone() throws Exception {
        write(
                "groups.csv",
                rows(200_000, i -> Bill.row("1", "1").replace("Amazon S3", "Service " + i)));
        write(
                "days.csv",
                rows(
                        100,
                        i ->
                                Bill.row("1", "1")
                                        .replace("2026-05-04", "2036-05-04")
                                        .replace("Amazon S3", "Service " + i)));
        write(
                "names.csv",
                rows(40_000, i -> Bill.row("1", "1").replace("Amazon S3", i + "x".repeat(1_900))));

        var read = SmallHeap.read(folder, "groups=40000", "groups.csv", "days.csv", "names.csv");

        assertThat(read)
                .filteredOn(line -> line.contains(".csv: "))
                .hasSize(3)
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .contains(
                                                ": refused: ",
                                                "too many days, accounts, services, usage types and tags",
                                                "at most 40000 are read",
                                                "raise the limit \"groups\""));
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.range(0, count)
                .mapToObj(row)
                .collect(Collectors.joining("", Bill.FOCUS, ""));
    }

    private static String tagged(String json) {
        return Bill.row("1", "1").replace("{}", '"' + json + '"');
    }

    private static void refused(String name, String why) {
        assertThat(outcomes.get(name))
                .isNotNull()
                .startsWith(name + ": refused: ")
                .contains(why)
                .hasSizeLessThan(500);
    }

    private static void zeros(String name, int megabytes, Packing packing) throws IOException {
        try (var out = packing.of(Files.newOutputStream(folder.resolve(name)))) {
            for (int i = 0; i < megabytes; i++) {
                out.write(ZEROS);
            }
        }
    }

    private static OutputStream entry(OutputStream file) throws IOException {
        var zip = new ZipOutputStream(file);
        zip.putNextEntry(new ZipEntry("bill.csv"));
        return zip;
    }

    private static void entries(String name, int count) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry("../".repeat(5) + i));
            }
        }
    }

    private static void sparse(String name, long size) throws IOException {
        try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(size);
        }
    }

    private static void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), List.of(text), StandardCharsets.UTF_8);
    }

    private interface Packing {
        OutputStream of(OutputStream file) throws IOException;
    }
}
