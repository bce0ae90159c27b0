package dev.glidepath.doctor.check;

import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.doctor.Check;
import dev.glidepath.doctor.Findings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether what collects has room for what is delivered.
///
/// @param room asked when it is looked at
public record FunctionCheck(Supplier<Room> room, Bucket bucket, String folder) implements Check {

    /// DuckDB takes what Java leaves, and needs this much to group a month without spilling.
    private static final long ENOUGH_MEMORY = 1_024;

    /// What one function reads in its 15 minutes with a margin: 100 million rows of Parquet.
    private static final long MUCH = 20_000_000_000L;

    private static final long MB = 1_048_576;

    /// @param name of the function, or of this machine
    /// @param memory in MB
    /// @param disk in MB, for temporary files
    /// @param trouble what keeps it from running; empty where nothing does
    public record Room(String name, long memory, long disk, Optional<String> trouble) {}

    @Override
    public void look(Findings findings) {
        var there = room.get();
        there.trouble()
                .ifPresent(
                        trouble ->
                                findings.problem(
                                        "state",
                                        there.name() + ": " + trouble,
                                        "It does not run as it is.",
                                        "npx cdk deploy"));
        if (there.memory() < ENOUGH_MEMORY) {
            findings.warning(
                    "memory",
                    "%s has %d MB of memory".formatted(there.name(), there.memory()),
                    "Below %d MB a month of many groups spills to disk, or fails."
                            .formatted(ENOUGH_MEMORY),
                    "aws lambda update-function-configuration --memory-size 3008 --function-name "
                            + there.name());
        }
        findings.attempt("size", () -> sizes(findings, there));
    }

    private void sizes(Findings findings, Room there) {
        var deliveries =
                new Deliveries(bucket)
                        .partitions(folder, _ -> true).stream()
                                .map(partition -> new Deliveries(bucket).newest(partition))
                                .toList();
        var largest = largest(deliveries);
        long file = largest.map(Bucket.Item::bytes).orElse(0L);
        long delivery = deliveries.stream().mapToLong(FunctionCheck::bytes).max().orElse(0);
        if (file > there.disk() * MB) {
            findings.problem(
                    "size",
                    "%s has %d MB, and %s has %d MB of disk"
                            .formatted(
                                    largest.orElseThrow().key(),
                                    file / MB,
                                    there.name(),
                                    there.disk()),
                    "A file is brought to the function's disk to be read: it is refused.",
                    "aws lambda update-function-configuration --ephemeral-storage Size=10240"
                            + " --function-name "
                            + there.name());
        } else if (file * 2 > there.disk() * MB || delivery > MUCH) {
            findings.warning(
                    "size",
                    "the largest delivery has %d MB, its largest file %d; %s has %d MB of memory and %d of disk"
                            .formatted(
                                    delivery / MB,
                                    file / MB,
                                    there.name(),
                                    there.memory(),
                                    there.disk()),
                    "It is near the end of what one function reads in 15 minutes.",
                    "give it more memory and disk, or let Athena read it");
        } else {
            findings.fine(
                    "size",
                    "the largest delivery has %d MB, its largest file %d; %s has %d MB of memory and %d of disk"
                            .formatted(
                                    delivery / MB,
                                    file / MB,
                                    there.name(),
                                    there.memory(),
                                    there.disk()));
        }
    }

    private static Optional<Bucket.Item> largest(List<Delivery> deliveries) {
        return deliveries.stream()
                .flatMap(d -> d.files().stream())
                .max(Comparator.comparingLong(Bucket.Item::bytes));
    }

    private static long bytes(Delivery delivery) {
        return delivery.files().stream().mapToLong(Bucket.Item::bytes).sum();
    }
}
