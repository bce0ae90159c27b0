package dev.glidepath.collect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How much of a delivery is read at most. Real exports stay far below; what is beyond is refused
/// before it fills memory or disk.
public enum Limit {
    /// Bytes of a manifest.
    MANIFEST(16L << 20),
    /// Files that one manifest names.
    FILES(20_000),
    /// Bytes that one compressed file unpacks to.
    UNPACKED(64L << 30),
    /// How many times its own size a compressed file unpacks to, once that is more than 64 MB.
    RATIO(250),
    /// Columns of a file.
    COLUMNS(5_000),
    /// Bytes of a Parquet file's footer.
    FOOTER(64L << 20),
    /// Bytes of a CSV's row.
    ROW(2L << 20),
    /// Groups of charges that a delivery sums to, one for each day and for each 250 characters of
    /// their names: what a heap of 2.5 GB holds.
    GROUPS(2_000_000);

    private final long standard;

    Limit(long standard) {
        this.standard = standard;
    }

    long standard() {
        return standard;
    }

    static Optional<Limit> of(String word) {
        return Arrays.stream(values()).filter(limit -> limit.word().equals(word)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Limit::word).collect(Collectors.joining(", "));
    }

    /// As settings and commands have it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
