package dev.glidepath.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The ways to sum a bill.
public enum Way {
    COLLECT("collect, end to end: as packaged, read to recorded"),
    DUCKDB("the bare DuckDB statement"),
    JAVA("plain Java, row by row: parquet-java, or FastCSV over gzip"),
    NAIVE("plain Java, all rows into objects first"),
    FLOOR("floor: read and decompress what is needed, on one thread");

    private final String title;

    Way(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it has sums to check.
    boolean sums() {
        return this != FLOOR;
    }

    /// A process of its own does this: `WAY FORM BUCKET SCRATCH OUT FILE…`
    public static void main(String[] args) throws IOException {
        var form = Form.valueOf(args[1]);
        var files = List.of(args).subList(5, args.length).stream().map(Path::of).toList();
        var out = Path.of(args[4]);
        switch (Way.valueOf(args[0])) {
            case COLLECT -> CollectWay.run(Path.of(args[2]), Path.of(args[3]), out);
            case DUCKDB -> DuckWay.run(files, form, Path.of(args[3]), out);
            case JAVA -> {
                switch (form) {
                    case PARQUET -> ParquetWay.run(files, out);
                    case CSV -> CsvWay.run(files, out);
                }
            }
            case NAIVE -> {
                switch (form) {
                    case PARQUET -> ParquetWay.naive(files, out);
                    case CSV -> CsvWay.naive(files, out);
                }
            }
            case FLOOR -> {
                switch (form) {
                    case PARQUET -> ParquetWay.floor(files);
                    case CSV -> CsvWay.floor(files);
                }
            }
        }
    }
}
