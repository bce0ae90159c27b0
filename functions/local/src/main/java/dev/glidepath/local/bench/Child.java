package dev.glidepath.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A process that is watched from outside while it runs.
final class Child {

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final long LOOK_EVERY_MS = 5;

    private final Process process;
    private Duration cpu = Duration.ZERO;
    private long peak;

    private Child(Process process) {
        this.process = process;
    }

    static Measured run(List<String> command, Path folder) {
        var output = folder.resolve("output.txt");
        long started = System.nanoTime();
        try {
            var child =
                    new Child(
                            new ProcessBuilder(command)
                                    .redirectErrorStream(true)
                                    .redirectOutput(output.toFile())
                                    .start());
            child.watch();
            var wall = Duration.ofNanos(System.nanoTime() - started);
            var failed = child.process.exitValue() == 0 ? "" : last(output);
            return new Measured(wall, child.cpu, child.peak, failed);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        }
    }

    private void watch() {
        try {
            while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        cpu = process.info().totalCpuDuration().orElse(cpu);
        try {
            var status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
            var found = PEAK.matcher(status);
            peak = found.find() ? Long.parseLong(found.group(1)) << 10 : peak;
        } catch (IOException _) {
            // It has just ended, or this is not Linux.
        }
    }

    private static String last(Path output) throws IOException {
        return Files.readAllLines(output).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                .reduce((_, line) -> line)
                .orElse("it printed nothing");
    }
}
