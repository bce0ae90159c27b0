package dev.glidepath.core.assess;

import dev.glidepath.core.assess.Return.Payback;
import dev.glidepath.core.plan.Initiative;
import dev.glidepath.core.savings.Saving;
import dev.glidepath.core.savings.Savings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Works out what initiatives have brought. Each saving is shared out once.
final class Returns {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal RECENT_DAYS = BigDecimal.valueOf(28);
    private static final int LONGEST_DAYS = 3_650;

    private final List<Initiative> all;
    private final Savings savings;
    private final LocalDate asOf;

    Returns(List<Initiative> all, Savings savings, LocalDate asOf) {
        this.all = all;
        this.savings = savings;
        this.asOf = asOf;
    }

    /// @param scope those that move only these categories; empty for all
    List<Return> of(List<String> scope) {
        return all.stream()
                .filter(i -> scope.isEmpty() || scope.containsAll(i.moves()))
                .map(this::of)
                .toList();
    }

    private Return of(Initiative initiative) {
        return initiative.course().isBegun(asOf)
                ? begun(initiative, initiative.course().started().orElseThrow())
                : new Return.NotBegun(initiative);
    }

    private Return begun(Initiative initiative, LocalDate since) {
        var spent = initiative.course().invested().headMap(asOf, true).values();
        var invested =
                initiative.course().invested().isEmpty()
                        ? Optional.<BigDecimal>empty()
                        : Optional.of(spent.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        var verified = confirmed().map(list -> share(initiative, since, list, false));
        var recent = confirmed().map(list -> share(initiative, since, list, true));
        return new Return.Begun(
                initiative,
                since,
                invested,
                expected(initiative, since),
                verified,
                payback(invested, verified, recent));
    }

    private Optional<List<Saving>> confirmed() {
        return switch (savings) {
            case Savings.TooShort _ -> Optional.empty();
            case Savings.Known known ->
                    Optional.of(
                            known.lines().stream()
                                    .flatMap(line -> line.savings().stream())
                                    .filter(s -> s.state() == Saving.State.CONFIRMED)
                                    .toList());
        };
    }

    /// Nothing of it is owed to an initiative that plans to save nothing.
    private BigDecimal share(
            Initiative initiative, LocalDate since, List<Saving> confirmed, boolean recent) {
        if (initiative.figures().saving().signum() == 0) {
            return BigDecimal.ZERO;
        }
        return confirmed.stream()
                .filter(s -> initiative.moves().contains(s.source().category()))
                .filter(s -> !s.since().isBefore(since))
                .map(
                        s ->
                                (recent ? s.amount().recent() : s.amount().sinceStart())
                                        .multiply(initiative.figures().saving())
                                        .divide(planned(s), PRECISION))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Of all initiatives that may have brought it.
    private BigDecimal planned(Saving saving) {
        return all.stream()
                .filter(i -> i.moves().contains(saving.source().category()))
                .filter(i -> i.course().isBegun(saving.since()))
                .map(i -> i.figures().saving())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal expected(Initiative initiative, LocalDate since) {
        var end = since.plusMonths(initiative.months());
        var passed = asOf.plusDays(1).toEpochDay() - since.toEpochDay();
        var whole = end.toEpochDay() - since.toEpochDay();
        return initiative
                .figures()
                .saving()
                .multiply(BigDecimal.valueOf(Math.min(passed, whole)))
                .divide(BigDecimal.valueOf(whole), PRECISION);
    }

    private Payback payback(
            Optional<BigDecimal> invested,
            Optional<BigDecimal> verified,
            Optional<BigDecimal> recent) {
        if (invested.isEmpty() || verified.isEmpty() || recent.isEmpty()) {
            return new Payback.None();
        }
        var open = invested.get().subtract(verified.get());
        if (open.signum() <= 0) {
            return new Payback.Done();
        }
        if (recent.get().signum() <= 0) {
            return new Payback.None();
        }
        var days = open.multiply(RECENT_DAYS).divide(recent.get(), 0, RoundingMode.CEILING);
        return days.compareTo(BigDecimal.valueOf(LONGEST_DAYS)) > 0
                ? new Payback.None()
                : new Payback.On(asOf.plusDays(days.longValueExact()));
    }
}
