package dev.glidepath.store.evidence;

import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.DailyCost;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.plan.NonProduction;
import dev.glidepath.store.Snapshots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The lines of days in all dimensions. A day's are read and summed before the next one's, because
/// they may be many.
public record Detail(Snapshots snapshots, Optional<NonProduction> nonProduction, Instant asOf) {

    /// @param lines in all dimensions but tags and the names of accounts
    /// @param charges as finance sorts them: by service, account, region, charge category and the
    ///   labels that the plan's rules name. They have no quantities, as units differ
    public record Itemised(
            NavigableMap<LocalDate, List<CostLine>> lines,
            NavigableMap<LocalDate, List<CostLine>> charges) {}

    Detail asOf(Instant other) {
        return new Detail(snapshots, nonProduction, other);
    }

    /// Both of the same days, which are read once.
    ///
    /// @param charged the days of the range that are also sorted as finance does
    public Itemised itemised(ChargeDays range, ChargeDays charged) {
        var lines = new TreeMap<LocalDate, List<CostLine>>();
        var charges = new TreeMap<LocalDate, List<CostLine>>();
        snapshots.eachDetail(
                range,
                asOf,
                (day, all) -> {
                    lines.put(day, DailyCost.rollUp(all, this::withoutTags));
                    if (charged.has(day)) {
                        charges.put(day, DailyCost.rollUp(all, Detail::charged));
                    }
                });
        return new Itemised(lines, charges);
    }

    NavigableMap<LocalDate, List<CostLine>> lines(ChargeDays range) {
        return lines(range, _ -> true);
    }

    NavigableMap<LocalDate, List<CostLine>> lines(ChargeDays range, Predicate<CostLine> shown) {
        var days = new TreeMap<LocalDate, List<CostLine>>();
        snapshots.eachDetail(
                range,
                asOf,
                (day, all) ->
                        days.put(
                                day,
                                DailyCost.rollUp(
                                        all.stream().filter(shown).toList(), this::withoutTags)));
        return days;
    }

    private Dimensions withoutTags(Dimensions dimensions) {
        return new Dimensions(
                dimensions.currency(),
                dimensions.service(),
                new Dimensions.SubAccount(dimensions.subAccount().id(), null),
                dimensions.region(),
                dimensions.charge(),
                marks(dimensions));
    }

    /// What is left of the tags: whether it is the system's own, and of non-production.
    private Map<String, String> marks(Dimensions dimensions) {
        var marks = new HashMap<String, String>();
        var own = dimensions.labels().get(Dimensions.OWN);
        if (own != null) {
            marks.put(Dimensions.OWN, own);
        }
        if (nonProduction.filter(it -> it.has(dimensions)).isPresent()) {
            marks.put(Dimensions.NON_PRODUCTION, "yes");
        }
        return marks;
    }

    private static Dimensions charged(Dimensions dimensions) {
        return new Dimensions(
                dimensions.currency(),
                dimensions.service(),
                dimensions.subAccount(),
                dimensions.region(),
                new Dimensions.Charge(dimensions.charge().category(), null, null, null, null, null),
                dimensions.labels());
    }
}
