package dev.glidepath.store;

import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.Execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;

/// One state of a billing period of an export: which execution it was, and since when.
///
/// @param number 1 for the billing period's first; decides the order where times are equal
/// @param reach all charge days that this or an earlier revision has; empty where none has any
record Revision(
        long number,
        Execution.Id id,
        Times times,
        Optional<ChargeDays> reach,
        String allocation,
        Content.Address statement) {

    /// @param firstRecordedAt of revision 1
    record Times(Instant recordedAt, Instant firstRecordedAt) {}

    static Revision of(
            Statement statement, Content.Address address, Optional<Revision> before, Instant now) {
        var reach =
                before.flatMap(Revision::reach)
                        .map(r -> Optional.of(joined(r, statement.days())))
                        .orElseGet(() -> reach(statement.days()));
        return new Revision(
                before.map(Revision::number).orElse(0L) + 1,
                statement.execution().id(),
                times(before, now),
                reach,
                statement.allocation(),
                address);
    }

    boolean existedAt(Instant asOf) {
        return !times.recordedAt().isAfter(asOf);
    }

    boolean touches(ChargeDays days) {
        return reach.filter(r -> r.start().isBefore(days.end()) && days.start().isBefore(r.end()))
                .isPresent();
    }

    Contents.Place place() {
        return place(id, statement);
    }

    static Contents.Place place(Execution.Id id, Content.Address statement) {
        return new Contents.Place(
                Partitions.statements(id.export(), id.billingPeriod()), "statement", statement);
    }

    private static Times times(Optional<Revision> before, Instant now) {
        return before.map(Revision::times)
                .map(
                        t ->
                                new Times(
                                        t.recordedAt().isAfter(now) ? t.recordedAt() : now,
                                        t.firstRecordedAt()))
                .orElseGet(() -> new Times(now, now));
    }

    private static Optional<ChargeDays> reach(NavigableMap<LocalDate, ?> days) {
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChargeDays(days.firstKey(), days.lastKey().plusDays(1)));
    }

    private static ChargeDays joined(ChargeDays reach, NavigableMap<LocalDate, ?> days) {
        return reach(days)
                .map(
                        d ->
                                new ChargeDays(
                                        d.start().isBefore(reach.start())
                                                ? d.start()
                                                : reach.start(),
                                        d.end().isAfter(reach.end()) ? d.end() : reach.end()))
                .orElse(reach);
    }
}
