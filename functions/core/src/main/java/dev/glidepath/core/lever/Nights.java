package dev.glidepath.core.lever;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.lever.Lever.Awake;
import dev.glidepath.core.lever.Lever.Kind;
import dev.glidepath.core.lever.Lever.Where;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/// What instances of non-production cost while nobody needs them. A day's bill does not say at
/// which hours something ran: as many instances are taken to run around the clock as the quietest
/// of all days, weekends too, has whole 24 hours of. What a commitment pays for is left out,
/// because it is paid either way.
final class Nights {

    private static final BigDecimal DAY = BigDecimal.valueOf(24);
    private static final BigDecimal WEEK = BigDecimal.valueOf(7 * 24);
    private static final int WEEKDAYS = 5;

    /// Parts of hours do not always add up to the last digit.
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    private static final Set<String> HOURS = Set.of("hrs", "hours", "hour");

    private final Set<LocalDate> days;
    private final Map<Group, Sums> groups = new HashMap<>();

    private Nights(Set<LocalDate> days) {
        this.days = days;
    }

    /// What has one price: hours of two instance types or pricings are never added.
    private record Group(
            @Nullable String account,
            @Nullable String region,
            @Nullable String item,
            @Nullable String pricing) {}

    private record Sums(BigDecimal cost, Map<LocalDate, BigDecimal> hours) {}

    /// @param cost of all days
    private record Found(Where where, long instances, BigDecimal cost) {}

    /// Empty where nothing of non-production ran on every single day.
    static Optional<Lever> of(
            NavigableMap<LocalDate, List<CostLine>> days, Metric metric, int weekdayHours) {
        var nights = new Nights(days.keySet());
        days.forEach(
                (day, lines) ->
                        lines.stream()
                                .filter(Nights::isAsked)
                                .forEach(line -> nights.add(day, line, metric)));
        return lever(nights.found(), weekdayHours).filter(lever -> lever.cost().signum() > 0);
    }

    private static boolean isAsked(CostLine line) {
        var charge = line.dimensions().charge();
        return line.dimensions().labels().containsKey(Dimensions.NON_PRODUCTION)
                && charge.category().equals("Usage")
                && charge.commitmentStatus() == null
                && !"Committed".equals(charge.pricing())
                && charge.unit() != null
                && HOURS.contains(charge.unit().toLowerCase(Locale.ROOT))
                && UsageType.isStoppable(line);
    }

    private void add(LocalDate day, CostLine line, Metric metric) {
        var amount = line.amounts().of(metric);
        var hours = line.quantity();
        if (amount == null || hours == null) {
            return;
        }
        var of = line.dimensions();
        var charge = of.charge();
        groups.merge(
                new Group(of.subAccount().id(), of.region(), charge.item(), charge.pricing()),
                new Sums(amount, Map.of(day, hours)),
                Nights::plus);
    }

    private static Sums plus(Sums a, Sums b) {
        var hours = new HashMap<>(a.hours());
        b.hours().forEach((day, more) -> hours.merge(day, more, BigDecimal::add));
        return new Sums(a.cost().add(b.cost()), hours);
    }

    /// Dearest first.
    private List<Found> found() {
        return groups.entrySet().stream()
                .map(group -> found(group.getKey(), group.getValue()))
                .filter(found -> found.instances() > 0)
                .sorted(
                        Comparator.comparing(Found::cost)
                                .reversed()
                                .thenComparing(found -> found.where().toString()))
                .toList();
    }

    private Found found(Group group, Sums sums) {
        var quietest =
                days.stream()
                        .map(day -> sums.hours().getOrDefault(day, BigDecimal.ZERO))
                        .min(Comparator.naturalOrder())
                        .orElse(BigDecimal.ZERO);
        var instances = quietest.add(ROUNDING).divide(DAY, 0, RoundingMode.FLOOR);
        var all = sums.hours().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var awake = instances.multiply(DAY).multiply(BigDecimal.valueOf(days.size()));
        return new Found(
                new Where(group.item(), group.account()),
                instances.longValueExact(),
                all.signum() > 0
                        ? sums.cost().multiply(awake).divide(all, MathContext.DECIMAL128)
                        : BigDecimal.ZERO);
    }

    private static Optional<Lever> lever(List<Found> found, int weekdayHours) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var cost = found.stream().map(Found::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        var idle = WEEK.subtract(BigDecimal.valueOf((long) WEEKDAYS * weekdayHours));
        return Optional.of(
                new Lever(
                        Kind.NON_PRODUCTION_HOURS,
                        cost.multiply(idle).divide(WEEK, MathContext.DECIMAL128),
                        Optional.of(cost),
                        Optional.empty(),
                        Optional.of(found.getFirst().where()),
                        Optional.of(
                                new Awake(
                                        found.stream().mapToLong(Found::instances).sum(),
                                        weekdayHours))));
    }
}
