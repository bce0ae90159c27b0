package dev.glidepath.store;

import dev.glidepath.core.cost.CostLine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;

/// All that a reader can see at a time.
record Dump(
        List<Recorded> executions,
        NavigableMap<LocalDate, List<CostLine>> days,
        NavigableMap<LocalDate, List<CostLine>> detail) {

    private static final LocalDate FROM = LocalDate.parse("2025-01-01");
    private static final LocalDate END = LocalDate.parse("2028-01-01");

    static Dump of(Snapshots snapshots, Instant asOf) {
        return new Dump(
                snapshots.executions(asOf),
                snapshots.days(FROM, END, asOf),
                snapshots.detail(FROM, END, asOf));
    }

    /// Without the times of recording, which differ from run to run.
    static Dump timeless(Snapshots snapshots) {
        var dump = of(snapshots, Instant.parse("2099-01-01T00:00:00Z"));
        return new Dump(
                dump.executions.stream()
                        .map(
                                r ->
                                        new Recorded(
                                                r.execution(),
                                                r.allocation(),
                                                Instant.EPOCH,
                                                r.days()))
                        .toList(),
                dump.days,
                dump.detail);
    }
}
