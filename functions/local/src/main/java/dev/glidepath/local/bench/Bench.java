package dev.glidepath.local.bench;

import dev.glidepath.local.host.FunctionZip;
import dev.glidepath.local.host.Unzipped;

import org.duckdb.DuckDBDriver;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs the ways in turn, so that what else the machine does meets all of them, and checks the sums
/// of each run.
public final class Bench {

    private static final List<String> JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private static final BigDecimal HARDLY = new BigDecimal("0.000001");

    private final Dataset data;
    private final List<Way> ways;

    public Bench(Dataset data, List<Way> ways) {
        this.data = data;
        this.ways = List.copyOf(ways);
    }

    /// @param told of each run
    /// @return the runs of each way; a way that fails is not tried again
    /// @throws IllegalStateException for sums that are not what the generator knows
    public Map<Way, List<Measured>> run(int times, BiConsumer<Way, Measured> told) {
        var runs = new EnumMap<Way, List<Measured>>(Way.class);
        try (var packaged = Unzipped.of(FunctionZip.COLLECT.path())) {
            for (int i = 0; i < times; i++) {
                for (var way : ways) {
                    var own = runs.computeIfAbsent(way, _ -> new ArrayList<>());
                    if (own.stream().allMatch(Measured::ended)) {
                        var measured = run(way, classPath(way, packaged.folder()));
                        own.add(measured);
                        told.accept(way, measured);
                    }
                }
            }
        }
        return runs;
    }

    private Measured run(Way way, String classPath) {
        try {
            var scratch = Files.createTempDirectory(data.folder(), "run-");
            try {
                var out = scratch.resolve("groups.csv");
                var measured = Child.run(command(way, classPath, scratch, out), scratch);
                if (measured.ended() && way.sums()) {
                    check(data, way, out);
                }
                return measured;
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(data.folder() + ": " + e.getMessage(), e);
        }
    }

    private List<String> command(Way way, String classPath, Path scratch, Path out) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var main = List.of("-cp", classPath, Way.class.getName());
        return Stream.of(List.of(java), JVM, main, arguments(data, way, scratch, out))
                .flatMap(List::stream)
                .toList();
    }

    static List<String> arguments(Dataset data, Way way, Path scratch, Path out) {
        var files = data.files().stream().map(Path::toString);
        return Stream.concat(
                        Stream.of(
                                way.name(),
                                data.form().name(),
                                data.bucket().toString(),
                                scratch.toString(),
                                out.toString()),
                        files)
                .toList();
    }

    /// Of collecting, the jars that Lambda gets, and DuckDB's native library of this machine.
    private static String classPath(Way way, Path packaged) {
        if (way != Way.COLLECT) {
            return System.getProperty("java.class.path");
        }
        return Stream.of(
                        jar(DuckDBDriver.class),
                        packaged.toString(),
                        packaged.resolve("lib") + File.separator + "*",
                        jar(Bench.class))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Each service's rows, billed and list cost; of collecting the effective cost as well.
    static void check(Dataset data, Way way, Path out) {
        var effective = way == Way.COLLECT ? "sum(effective::DECIMAL(38, 12))::VARCHAR" : "NULL";
        var query =
                """
                SELECT service, sum(n::BIGINT)::VARCHAR, sum(billed::DECIMAL(38, 12))::VARCHAR, %s,
                    sum(list::DECIMAL(38, 12))::VARCHAR
                FROM read_csv(%s, header = true, all_varchar = true) GROUP BY 1"""
                        .formatted(effective, Duck.literal(out));
        try (var duck = new Duck(data.folder())) {
            var found =
                    duck.rows(query).stream().collect(Collectors.toMap(List::getFirst, row -> row));
            data.truth().forEach((service, truth) -> check(way, service, truth, found));
            if (found.size() != data.truth().size()) {
                throw wrong(way, found.size() + " services");
            }
        }
    }

    private static void check(
            Way way, String service, Dataset.Sums truth, Map<String, List<String>> found) {
        var row = found.getOrDefault(service, List.of(service, "0", "0", "null", "0"));
        boolean same =
                Long.parseLong(row.get(1)) == truth.rows()
                        && isSame(way, row.get(2), truth.billed())
                        && (way != Way.COLLECT || isSame(way, row.get(3), truth.effective()))
                        && isSame(way, row.get(4), truth.list());
        if (!same) {
            throw wrong(way, row + " instead of " + truth);
        }
    }

    /// DuckDB's own cast of doubles is not exact, which nobody who writes the bare statement sees.
    private static boolean isSame(Way way, String found, BigDecimal truth) {
        var sum = found.equals("null") ? BigDecimal.ZERO : new BigDecimal(found);
        var off = sum.subtract(truth).abs();
        return way == Way.DUCKDB ? off.compareTo(HARDLY) < 0 : off.signum() == 0;
    }

    private static IllegalStateException wrong(Way way, String what) {
        return new IllegalStateException(
                way.word() + ": its sums are not what the generator knows: " + what);
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
