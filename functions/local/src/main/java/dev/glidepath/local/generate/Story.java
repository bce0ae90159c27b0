package dev.glidepath.local.generate;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.local.generate.Charge.Bought;
import dev.glidepath.local.generate.Charge.Kind;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What everything costs on each day, as it is known on a given one: the newest days lack some of
/// their charges, and some of a month's last days are restated after its end.
final class Story {

    private static final BigDecimal WEEKDAY = new BigDecimal("1.112");
    private static final BigDecimal WEEKEND = new BigDecimal("0.72");
    private static final Set<String> RESTATED = Set.of("s3-data", "cloudfront", "mailforge");
    private static final BigDecimal RESTATED_BY = new BigDecimal("1.015");
    private static final int RESTATED_DAYS = 10;
    private static final int RESTATED_ON = 6;
    private static final int COMMITMENT_LAG = 2;

    private final Settings settings;
    private final Chance chance;
    private final Catalogue catalogue;
    private final Plot plot;
    private final Commitments commitments;
    private final Ledger ledger;
    private final Map<String, BigDecimal[]> weights = new HashMap<>();

    Story(Settings settings) {
        this.settings = settings;
        chance = new Chance(settings.seed());
        catalogue = Catalogue.of(settings.rowsPerMonth() / 30);
        plot = new Plot(settings.start(), catalogue);
        commitments = new Commitments(plot, catalogue);
        ledger = new Ledger(plot, catalogue, this::cost);
    }

    /// What a delivery of that day says of a billing period, day by day, always in the same order.
    Stream<Charge> charges(String book, YearMonth period, LocalDate asOf) {
        var start = period.atDay(1);
        var end = period.plusMonths(1).atDay(1);
        var fees = book.equals("AWS") ? commitments.fees(period) : List.<Charge>of();
        var once =
                Stream.concat(fees.stream(), ledger.of(book, period, asOf).stream())
                        .filter(charge -> charge.days().start().isBefore(asOf));
        var daily =
                start.datesUntil(end)
                        .filter(day -> day.isBefore(asOf))
                        .flatMap(day -> day(book, day, asOf).stream());
        return Stream.concat(once, daily);
    }

    List<Event> events() {
        return Stream.of(plot.events(), commitments.events(), ledger.events())
                .flatMap(List::stream)
                .filter(event -> event.from().isBefore(settings.end()))
                .sorted(Comparator.comparing(Event::from).thenComparing(Event::name))
                .toList();
    }

    private List<Charge> day(String book, LocalDate day, LocalDate asOf) {
        boolean committed = !day.plusDays(COMMITMENT_LAG).isAfter(asOf);
        var charges = new ArrayList<Charge>();
        var underPlan = new ArrayList<Charge>();
        for (var item : catalogue.of(book)) {
            if (commitments.planCovers(item, day)) {
                addUsage(item, day, asOf, true, underPlan);
            } else if (!commitments.reserves(item, day)) {
                addUsage(item, day, asOf, false, charges);
            }
        }
        if (committed && book.equals("AWS")) {
            charges.addAll(commitments.cover(underPlan, day));
            charges.addAll(commitments.reserved(day));
        }
        return charges;
    }

    private void addUsage(
            Item item, LocalDate day, LocalDate asOf, boolean whole, List<Charge> charges) {
        if (item.demand().rows() == 0) {
            return;
        }
        var price = item.price();
        var quantity = known(item, day, asOf).divide(price.unitPrice(), MathContext.DECIMAL64);
        var shares = weights.computeIfAbsent(item.key(), _ -> weights(item));
        for (int i = 0; i < shares.length; i++) {
            if (whole || !day.plusDays(lag(item, i, day)).isAfter(asOf)) {
                var part = quantity.multiply(shares[i]).setScale(price.scale(), RoundingMode.DOWN);
                if (part.signum() > 0) {
                    charges.add(usage(item, i, part, day));
                }
            }
        }
    }

    static Charge usage(Item item, int resource, BigDecimal quantity, LocalDate day) {
        var cost = quantity.multiply(item.price().unitPrice());
        var list = quantity.multiply(item.price().listPrice());
        return new Charge(
                Kind.USAGE,
                new Bought(item, resource, quantity),
                ChargeDays.of(day),
                new Amounts(cost, cost, list, cost),
                null);
    }

    /// Of ten charges six arrive on the next day, three on the one after, one on the third.
    private int lag(Item item, int resource, LocalDate day) {
        int draw = chance.below(10, item.key() + " lag", resource, day.toEpochDay());
        return draw < 6 ? 1 : draw < 9 ? 2 : 3;
    }

    private BigDecimal known(Item item, LocalDate day, LocalDate asOf) {
        var monthEnd = day.withDayOfMonth(1).plusMonths(1);
        boolean restated =
                RESTATED.contains(item.key())
                        && !day.plusDays(RESTATED_DAYS).isBefore(monthEnd)
                        && !asOf.isBefore(monthEnd.withDayOfMonth(RESTATED_ON));
        var cost = cost(item, day);
        return restated ? cost.multiply(RESTATED_BY) : cost;
    }

    private BigDecimal cost(Item item, LocalDate day) {
        boolean weekend =
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        int noise = chance.below(2_401, item.key(), day.toEpochDay(), 0) - 1_200;
        var rhythm = weekend ? WEEKEND : WEEKDAY;
        return Plot.daily(item)
                .multiply(item.demand().weekly() ? rhythm : BigDecimal.ONE)
                .multiply(plot.factor(item, day), MathContext.DECIMAL64)
                .multiply(BigDecimal.valueOf(100_000L + noise, 5), MathContext.DECIMAL64);
    }

    private BigDecimal[] weights(Item item) {
        int rows = rows(item);
        var raw = new long[rows];
        long sum = 0;
        for (int i = 0; i < rows; i++) {
            raw[i] = 500 + chance.below(1_001, item.key() + " weight", i, 0);
            sum += raw[i];
        }
        var weights = new BigDecimal[rows];
        for (int i = 0; i < rows; i++) {
            weights[i] =
                    BigDecimal.valueOf(raw[i])
                            .divide(BigDecimal.valueOf(sum), 12, RoundingMode.DOWN);
        }
        return weights;
    }

    private int rows(Item item) {
        if (!item.of("AWS")) {
            return item.demand().rows();
        }
        int all = catalogue.of("AWS").stream().mapToInt(i -> i.demand().rows()).sum();
        long scaled = (long) settings.rowsPerMonth() / 30 * item.demand().rows();
        return Math.toIntExact(Math.max(1, (scaled + all / 2) / all));
    }
}
