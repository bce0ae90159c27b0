package dev.glidepath.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// What a benchmark says. Seconds are those of the machine; ratios are of runs beside each other.
public record Results(Dataset data, Map<Way, List<Measured>> runs) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// Of runs that were made in the same turn: how many times what the other took, collecting
    /// takes.
    record Ratio(double median, double least, double most) {

        static Ratio of(List<Double> pairs) {
            var sorted = pairs.stream().sorted().toList();
            return new Ratio(Results.median(sorted), sorted.getFirst(), sorted.getLast());
        }

        @Override
        public String toString() {
            return "%.2f (%.2f–%.2f)".formatted(median, least, most);
        }
    }

    /// As Markdown.
    public String table() {
        var lines = new ArrayList<String>();
        lines.add(
                "%,d rows of CUR 2.0, %s, %d files, %,d MB; %d runs of each in turn; %s"
                        .formatted(
                                data.rows(),
                                data.form().word(),
                                data.files().size(),
                                bytes() >> 20,
                                runs.values().stream().mapToInt(List::size).max().orElse(0),
                                machine()));
        lines.add("");
        lines.add(
                "| way | seconds | rows a second | CPU seconds | peak MB | collect's time to its: median (least–most) | collect's CPU | collect's memory |");
        lines.add("|---|---|---|---|---|---|---|---|");
        runs.forEach((way, of) -> lines.add(line(way, of)));
        return String.join("\n", lines) + "\n";
    }

    public ObjectNode json() {
        var root = JSON.objectNode();
        root.put("rows", data.rows())
                .put("format", data.form().word())
                .put("files", data.files().size())
                .put("bytes", bytes())
                .put("seed", data.seed())
                .put("machine", machine());
        var ways = root.putObject("ways");
        runs.forEach((way, of) -> ways.set(way.word(), json(way, of)));
        return root;
    }

    private ObjectNode json(Way way, List<Measured> of) {
        var node = JSON.objectNode().put("title", way.title());
        var each = node.putArray("runs");
        of.forEach(
                run ->
                        each.addObject()
                                .put("seconds", seconds(run.wall()))
                                .put("cpuSeconds", seconds(run.cpu()))
                                .put("peakBytes", run.peakBytes())
                                .put("failed", run.failed()));
        if (way != Way.COLLECT && comparable(way)) {
            var ratios = node.putObject("collectTo");
            put(ratios, "time", ratio(way, run -> seconds(run.wall())));
            put(ratios, "cpu", ratio(way, run -> seconds(run.cpu())));
            put(ratios, "memory", ratio(way, run -> (double) run.peakBytes()));
        }
        return node;
    }

    private static void put(ObjectNode node, String name, Ratio ratio) {
        node.putObject(name)
                .put("median", ratio.median)
                .put("least", ratio.least)
                .put("most", ratio.most);
    }

    private String line(Way way, List<Measured> of) {
        if (!of.stream().allMatch(Measured::ended)) {
            return "| %s | failed: %s | | | | | | |"
                    .formatted(way.title(), of.getLast().failed().replace("|", "/"));
        }
        double wall = median(of, run -> seconds(run.wall()));
        boolean other = way != Way.COLLECT && comparable(way);
        return "| %s | %.2f | %,.0f | %.2f | %,.0f | %s | %s | %s |"
                .formatted(
                        way.title(),
                        wall,
                        data.rows() / wall,
                        median(of, run -> seconds(run.cpu())),
                        median(of, run -> run.peakBytes() / (double) (1 << 20)),
                        other ? ratio(way, run -> seconds(run.wall())) : "",
                        other ? ratio(way, run -> seconds(run.cpu())) : "",
                        other ? ratio(way, run -> (double) run.peakBytes()) : "");
    }

    private boolean comparable(Way way) {
        var own = runs.getOrDefault(Way.COLLECT, List.of());
        var other = runs.getOrDefault(way, List.of());
        return !own.isEmpty()
                && own.size() == other.size()
                && own.stream().allMatch(Measured::ended)
                && other.stream().allMatch(Measured::ended);
    }

    private Ratio ratio(Way way, Function<Measured, Double> what) {
        var own = runs.getOrDefault(Way.COLLECT, List.of());
        var other = runs.getOrDefault(way, List.of());
        var pairs = new ArrayList<Double>();
        for (int i = 0; i < own.size(); i++) {
            pairs.add(what.apply(own.get(i)) / what.apply(other.get(i)));
        }
        return Ratio.of(pairs);
    }

    private static double median(List<Measured> runs, Function<Measured, Double> what) {
        return median(runs.stream().map(what).sorted().toList());
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private long bytes() {
        return data.files().stream().mapToLong(Results::size).sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0;
        }
    }

    private static String machine() {
        return "%d processors, %s %s, Java %s, DuckDB %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch").toLowerCase(Locale.ROOT),
                        Runtime.version().feature(),
                        Duck.version());
    }
}
