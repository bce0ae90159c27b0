package dev.glidepath.core.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is allowed on a given day: straight lines through the baseline and the milestones, flat
/// before the first and after the last. Values are per month for costs, and in the measure's unit
/// for measures.
public record GlidePath(Milestone baseline, List<Milestone> milestones) {

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    /// @param label as the plan writes it: `6M`, `2027-03-31`; `baseline` for the first
    public record Milestone(String label, LocalDate date, BigDecimal amount) {}

    public GlidePath {
        milestones = List.copyOf(milestones);
        var previous = baseline;
        for (var milestone : milestones) {
            if (!previous.date().isBefore(milestone.date())) {
                throw new IllegalArgumentException(
                        milestone.label() + " is not after " + previous.label());
            }
            previous = milestone;
        }
    }

    public BigDecimal allowedOn(LocalDate day) {
        var from = baseline;
        for (var to : milestones) {
            if (day.isBefore(to.date())) {
                return day.isAfter(from.date()) ? between(from, to, day) : from.amount();
            }
            from = to;
        }
        return from.amount();
    }

    public Milestone last() {
        return milestones.isEmpty() ? baseline : milestones.getLast();
    }

    /// The first milestone that is not yet due on `day`.
    public Optional<Milestone> next(LocalDate day) {
        return milestones.stream().filter(m -> !m.date().isBefore(day)).findFirst();
    }

    /// Whether each milestone asks for less than the one before: only then does an amount belong to
    /// one date.
    public boolean descends() {
        var previous = baseline;
        for (var milestone : milestones) {
            if (milestone.amount().compareTo(previous.amount()) >= 0) {
                return false;
            }
            previous = milestone;
        }
        return !milestones.isEmpty();
    }

    /// The first day on which the path allows `amount`, to the nearest day, whether it falls or
    /// rises; empty for an amount that it never allows.
    public Optional<LocalDate> dateOf(BigDecimal amount) {
        var from = baseline;
        if (amount.compareTo(from.amount()) == 0) {
            return Optional.of(from.date());
        }
        for (var to : milestones) {
            var way = to.amount().subtract(from.amount());
            var done = amount.subtract(from.amount());
            if (done.signum() == way.signum() && done.abs().compareTo(way.abs()) <= 0) {
                var passed = done.multiply(days(from, to)).divide(way, PRECISION);
                long whole = passed.setScale(0, RoundingMode.HALF_UP).longValueExact();
                return Optional.of(from.date().plusDays(whole));
            }
            from = to;
        }
        return Optional.empty();
    }

    private static BigDecimal between(Milestone from, Milestone to, LocalDate day) {
        var passed = BigDecimal.valueOf(day.toEpochDay() - from.date().toEpochDay());
        return from.amount()
                .add(
                        to.amount()
                                .subtract(from.amount())
                                .multiply(passed)
                                .divide(days(from, to), PRECISION));
    }

    private static BigDecimal days(Milestone from, Milestone to) {
        return BigDecimal.valueOf(to.date().toEpochDay() - from.date().toEpochDay());
    }
}
