package dev.glidepath.core.assess;

import static java.util.Objects.requireNonNull;

import dev.glidepath.core.assess.Settled.Lag;
import dev.glidepath.core.assess.Settled.Source;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Measures how late an export's days settle, from how its earlier days arrived.
public final class Settling {

    static final int ASSUMED_DAYS = 3;
    static final int ENOUGH_OBSERVATIONS = 14;
    private static final int MOST_DAYS = 10;
    private static final int SILENT_AFTER_DAYS = 45;
    private static final int SETTLED_PERCENT = 95;
    private static final BigDecimal STILL = new BigDecimal("0.005");

    private Settling() {}

    /// One execution as it arrived.
    ///
    /// @param costs per charge day, the cost of its *usage* in one metric: fees and taxes that are
    ///   billed once a month move all its days, which is a restatement and not lateness
    public record Delivery(
            String export,
            YearMonth billingPeriod,
            Instant delivered,
            Map<LocalDate, BigDecimal> costs) {
        public Delivery {
            costs = Map.copyOf(costs);
        }

        private LocalDate day() {
            return Coverage.utcDay(delivered);
        }

        /// The last day that it has a charge for, at most the day of delivery; none of an empty
        /// one.
        private Stream<LocalDate> newestChargeDay() {
            return costs.keySet().stream()
                    .max(Comparator.naturalOrder())
                    .map(d -> earlier(d, day()))
                    .stream();
        }

        private BigDecimal cost(LocalDate day) {
            return costs.getOrDefault(day, BigDecimal.ZERO);
        }
    }

    /// @param history every delivery of every export
    public static Settled of(Collection<Delivery> history) {
        if (history.isEmpty()) {
            throw new NothingCollected("no delivery: collect first");
        }
        var newest =
                history.stream()
                        .flatMap(Delivery::newestChargeDay)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(
                                () ->
                                        new NothingCollected(
                                                "no export has a charge: collect first"));
        var lags = new TreeMap<String, Lag>();
        var silent = new ArrayList<String>();
        LocalDate through = null;
        for (var export : byExport(history).entrySet()) {
            if (isSilent(export.getValue(), newest)) {
                silent.add(export.getKey());
                continue;
            }
            var lag = lag(export.getValue());
            lags.put(export.getKey(), lag);
            var settled = lastDay(export.getValue(), lag);
            through = through == null || settled.isBefore(through) ? settled : through;
        }
        return new Settled(requireNonNull(through), lags, silent);
    }

    /// The smallest lag at which 95 % of the charge days had already come within 0.5 % of what is
    /// known of them now.
    static Lag lag(List<Delivery> deliveries) {
        var periods = new TreeMap<YearMonth, List<Delivery>>();
        deliveries.stream()
                .sorted(Comparator.comparing(Delivery::delivered))
                .forEach(
                        d ->
                                periods.computeIfAbsent(d.billingPeriod(), _ -> new ArrayList<>())
                                        .add(d));
        for (int days = 1; days <= MOST_DAYS; days++) {
            var seen = seenAt(days, periods.values());
            if (seen.size() < ENOUGH_OBSERVATIONS) {
                return new Lag(Math.max(ASSUMED_DAYS, days), Source.ASSUMED, seen.size());
            }
            long still = seen.stream().filter(s -> s).count();
            if (still * 100 >= (long) seen.size() * SETTLED_PERCENT) {
                return new Lag(days, Source.MEASURED, seen.size());
            }
        }
        return new Lag(MOST_DAYS, Source.CAPPED, seenAt(MOST_DAYS, periods.values()).size());
    }

    /// Per charge day that was delivered at this age and again later: whether it stood still.
    private static List<Boolean> seenAt(int age, Collection<List<Delivery>> periods) {
        var seen = new ArrayList<Boolean>();
        for (var deliveries : periods) {
            var latest = deliveries.getLast();
            for (var day : latest.costs().keySet()) {
                if (YearMonth.from(day).equals(latest.billingPeriod())) {
                    at(age, day, deliveries)
                            .filter(then -> then.delivered().isBefore(latest.delivered()))
                            .map(then -> still(then.cost(day), latest.cost(day)))
                            .ifPresent(seen::add);
                }
            }
        }
        return seen;
    }

    /// The first delivery at that age or a day older: a day that was first read months later says
    /// nothing about how it arrived.
    private static Optional<Delivery> at(int age, LocalDate day, List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(d -> !d.day().isBefore(day.plusDays(age)))
                .filter(d -> !d.day().isAfter(day.plusDays(age + 1L)))
                .findFirst();
    }

    private static boolean still(BigDecimal then, BigDecimal now) {
        var change = now.subtract(then).abs();
        return change.signum() == 0 || change.compareTo(now.abs().multiply(STILL)) < 0;
    }

    private static boolean isSilent(List<Delivery> deliveries, LocalDate newestOfAll) {
        return deliveries.stream()
                .flatMap(Delivery::newestChargeDay)
                .noneMatch(d -> !d.isBefore(newestOfAll.minusDays(SILENT_AFTER_DAYS)));
    }

    /// A delivery settles no day after its billing period, however late it comes.
    private static LocalDate lastDay(List<Delivery> deliveries, Lag lag) {
        return deliveries.stream()
                .map(d -> earlier(d.day().minusDays(lag.days()), d.billingPeriod().atEndOfMonth()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static Map<String, List<Delivery>> byExport(Collection<Delivery> history) {
        var exports = new TreeMap<String, List<Delivery>>();
        history.forEach(d -> exports.computeIfAbsent(d.export(), _ -> new ArrayList<>()).add(d));
        return exports;
    }
}
