package dev.glidepath.collect.charges;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.FolderBucket;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads files in a process of little memory: a line for each, how many groups it has or why it is
/// refused. A manifest is followed, anything else stands alone.
final class SmallHeap {

    private SmallHeap() {}

    public static void main(String[] files) {
        var folder = Path.of(files[0]);
        for (var name : List.of(files).subList(1, files.length)) {
            System.out.println(name + ": " + outcome(folder, name));
        }
    }

    /// @return the process's lines
    static List<String> read(Path folder, String limits, String... names) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dlimits=" + limits,
                                "-cp",
                                System.getProperty("java.class.path"),
                                SmallHeap.class.getName(),
                                folder.toString()));
        command.addAll(Arrays.asList(names));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = process.inputReader()) {
            return out.lines().toList();
        } finally {
            process.waitFor();
        }
    }

    private static String outcome(Path folder, String name) {
        try {
            if (name.endsWith("-Manifest.json")) {
                return new Deliveries(new FolderBucket(folder)).of(name).files().size() + " files";
            }
            return new Bill(folder, Limits.parse(System.getProperty("limits")))
                            .read(name, "tag:team").periods().values().stream()
                                    .mapToInt(period -> period.groups().size())
                                    .sum()
                    + " groups";
        } catch (Refusal e) {
            return "refused: " + e.getMessage();
        }
    }
}
