package dev.glidepath.store.evidence;

import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.RollUp;
import dev.glidepath.core.plan.NonProduction;
import dev.glidepath.store.Known;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The lines of days in all dimensions. A day's are summed before the next one's, because they may
/// be many.
public record Detail(Known known, Optional<NonProduction> nonProduction) {

    /// @param lines in all dimensions but tags and the names of accounts
    /// @param charges as finance sorts them: by service, account, region, charge category and the
    ///   labels that the plan's rules name. They have no quantities, as units differ
    public record Itemised(
            NavigableMap<LocalDate, List<CostLine>> lines,
            NavigableMap<LocalDate, List<CostLine>> charges) {}

    Detail of(Known other) {
        return new Detail(other, nonProduction);
    }

    /// Both of the same days, which are read once.
    ///
    /// @param charged the days of the range that are also sorted as finance does
    public Itemised itemised(ChargeDays range, ChargeDays charged) {
        var lines = new TreeMap<LocalDate, List<CostLine>>();
        var charges = new TreeMap<LocalDate, List<CostLine>>();
        var byAll = new RollUp(this::withoutTags);
        var byCharge = new RollUp(Detail::charged);
        known.eachDetail(
                range,
                (day, all) -> {
                    lines.put(day, byAll.of(all));
                    if (charged.has(day)) {
                        charges.put(day, byCharge.of(all));
                    }
                });
        return new Itemised(lines, charges);
    }

    NavigableMap<LocalDate, List<CostLine>> lines(ChargeDays range) {
        return lines(range, _ -> true);
    }

    NavigableMap<LocalDate, List<CostLine>> lines(ChargeDays range, Predicate<CostLine> shown) {
        var days = new TreeMap<LocalDate, List<CostLine>>();
        var rollUp = new RollUp(this::withoutTags);
        known.eachDetail(
                range, (day, all) -> days.put(day, rollUp.of(all.stream().filter(shown).toList())));
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
