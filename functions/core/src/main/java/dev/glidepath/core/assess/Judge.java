package dev.glidepath.core.assess;

import dev.glidepath.core.assess.Standing.Cut;
import dev.glidepath.core.assess.Standing.Pace;
import dev.glidepath.core.assess.Standing.Status;
import dev.glidepath.core.plan.GlidePath;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/// Holds a run-rate against a glide path on one day.
record Judge(GlidePath path, LocalDate day, BigDecimal tolerance) {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal DAYS_PER_MONTH = new BigDecimal("30.4375");
    private static final BigDecimal DAYS_PER_WEEK = BigDecimal.valueOf(7);

    Standing.Measured judge(BigDecimal runRate) {
        var allowed = path.allowedOn(day);
        return new Standing.Measured(
                runRate, allowed, status(runRate, allowed), pace(runRate), cut(runRate));
    }

    private Status status(BigDecimal runRate, BigDecimal allowed) {
        if (arrived(runRate, allowed)) {
            return Status.MET;
        }
        var gap = runRate.subtract(allowed);
        if (gap.abs().compareTo(allowed.abs().multiply(tolerance)) <= 0) {
            return Status.ON_TRACK;
        }
        return gap.signum() > 0 ? Status.BEHIND : Status.AHEAD;
    }

    /// On a path that rises, the end is met only once its day has come.
    private boolean arrived(BigDecimal runRate, BigDecimal allowed) {
        return runRate.compareTo(path.last().amount()) <= 0
                && runRate.compareTo(allowed) <= 0
                && (path.descends() || !day.isBefore(path.last().date()));
    }

    private Pace pace(BigDecimal runRate) {
        if (!path.descends()) {
            return new Pace.Undated();
        }
        var date = path.dateOf(runRate);
        if (date.isPresent()) {
            return new Pace.Months(monthsUntil(date.get()), false);
        }
        boolean above = runRate.compareTo(path.baseline().amount()) > 0;
        var end = above ? path.baseline().date() : path.last().date();
        return above && day.isBefore(end)
                ? new Pace.Undated()
                : new Pace.Months(monthsUntil(end), true);
    }

    private BigDecimal monthsUntil(LocalDate date) {
        return days(date).divide(DAYS_PER_MONTH, PRECISION);
    }

    private Cut cut(BigDecimal runRate) {
        for (var milestone : path.milestones()) {
            var excess = runRate.subtract(milestone.amount());
            if (milestone.date().isAfter(day) && excess.signum() > 0) {
                var weeks = days(milestone.date()).divide(DAYS_PER_WEEK, PRECISION);
                var perWeek = excess.divide(weeks, PRECISION);
                return new Cut.PerWeek(perWeek, milestone.label(), weeks);
            }
        }
        var excess = runRate.subtract(path.last().amount());
        return excess.signum() > 0
                ? new Cut.Overdue(excess, path.last().label())
                : new Cut.NotNeeded();
    }

    private BigDecimal days(LocalDate until) {
        return BigDecimal.valueOf(until.toEpochDay() - day.toEpochDay());
    }
}
