package dev.glidepath.local.bench;

import java.util.Locale;

/// How the export's files are written, and how many rows are in one.
public enum Form {
    PARQUET(
            1_000_000,
            "snappy.parquet",
            "(FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 491520)"),
    CSV(500_000, "csv.gz", "(FORMAT csv, HEADER, COMPRESSION gzip)");

    private final long rowsPerPart;
    private final String suffix;
    private final String options;

    Form(long rowsPerPart, String suffix, String options) {
        this.rowsPerPart = rowsPerPart;
        this.suffix = suffix;
        this.options = options;
    }

    long rowsPerPart() {
        return rowsPerPart;
    }

    String suffix() {
        return suffix;
    }

    String options() {
        return options;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
