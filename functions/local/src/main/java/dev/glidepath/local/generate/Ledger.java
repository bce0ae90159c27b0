package dev.glidepath.local.generate;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.local.generate.Charge.Bought;
import dev.glidepath.local.generate.Charge.Kind;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// What is not bought day by day: tax, fees of a month, credits, a refund and a correction. An
/// amount over several days is a multiple of their number, so that its daily shares are alike.
final class Ledger {

    private static final BigDecimal TAX = new BigDecimal("0.03");
    private static final BigDecimal HELPDESK_PER_DAY = new BigDecimal("197");
    private static final BigDecimal SUPPORT_PER_DAY = new BigDecimal("132");
    private static final BigDecimal SUPPORT_LOWER = new BigDecimal("2.5");
    private static final int SUPPORT_FEE_DAY = 6;

    private final Plot plot;
    private final Catalogue catalogue;
    private final BiFunction<Item, LocalDate, BigDecimal> cost;
    private final List<Note> notes = new ArrayList<>();

    /// @param known the first day whose deliveries have it
    private record Note(
            Event event,
            YearMonth period,
            LocalDate known,
            Kind kind,
            String item,
            ChargeDays days) {}

    Ledger(Plot plot, Catalogue catalogue, BiFunction<Item, LocalDate, BigDecimal> cost) {
        this.plot = plot;
        this.catalogue = catalogue;
        this.cost = cost;
        note("Credit two weeks after an outage", 2, 9, 3, 2, 25, Kind.CREDIT, "cloudfront", "-450");
        note("Correction of an earlier month", 2, 17, 1, 3, 9, Kind.CORRECTION, "nat", "96.31");
        note("Refund of snapshots", 2, 26, 1, 3, 14, Kind.REFUND, "ebs-snapshots", "-212.4");
        note("Promotional credit", 0, 1, 31, 0, 3, Kind.CREDIT, "ec2-web", "-124");
    }

    /// The month and the day of the charge, how many days, the month and the day that make it
    /// known.
    private void note(
            String name,
            int month,
            int day,
            int days,
            int knownMonth,
            int knownDay,
            Kind kind,
            String item,
            String amount) {
        var from = plot.on(month, day);
        var known = plot.on(knownMonth, knownDay);
        var to = from.plusDays(days);
        if (catalogue.sells(item)) {
            var category = Truth.category(catalogue.item(item));
            var event = new Event(name, from, to, category, new BigDecimal(amount), "once");
            notes.add(
                    new Note(
                            event,
                            YearMonth.from(known),
                            known,
                            kind,
                            item,
                            new ChargeDays(from, to)));
        }
    }

    List<Event> events() {
        return notes.stream().map(Note::event).toList();
    }

    List<Charge> of(String book, YearMonth period, LocalDate asOf) {
        var month = new ChargeDays(period.atDay(1), period.plusMonths(1).atDay(1));
        return switch (book) {
            case "AWS" -> {
                var charges = new ArrayList<Charge>(taxes(month, asOf));
                charges.addAll(noted(period, asOf));
                if (!asOf.isBefore(month.end().withDayOfMonth(SUPPORT_FEE_DAY))) {
                    charges.add(supportFee(month));
                }
                yield charges;
            }
            case "helpdesk" -> List.of(helpdeskFee(month), helpdeskTax(month));
            default -> List.of();
        };
    }

    private List<Charge> noted(YearMonth period, LocalDate asOf) {
        return notes.stream()
                .filter(n -> n.period().equals(period) && !asOf.isBefore(n.known()))
                .map(n -> owed(n.kind(), n.item(), n.days(), n.event().amount()))
                .toList();
    }

    /// Estimated from the days so far, which is why it moves with every delivery.
    private List<Charge> taxes(ChargeDays month, LocalDate asOf) {
        var taxes = new ArrayList<Charge>();
        for (var item : catalogue.of("AWS")) {
            var taxed =
                    month.stream()
                            .filter(day -> item.demand().essential() && day.isBefore(asOf))
                            .map(day -> cost.apply(item, day))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            var perDay =
                    taxed.multiply(TAX)
                            .divide(BigDecimal.valueOf(month.count()), 4, RoundingMode.DOWN);
            if (perDay.signum() > 0) {
                taxes.add(owed(Kind.TAX, item.key(), month, times(perDay, month)));
            }
        }
        return taxes;
    }

    private Charge supportFee(ChargeDays month) {
        long months = ChronoUnit.MONTHS.between(plot.on(0, 1), month.start());
        var perDay = SUPPORT_PER_DAY.subtract(SUPPORT_LOWER.multiply(BigDecimal.valueOf(months)));
        return owed(Kind.FEE, "support-fee", month, times(perDay, month));
    }

    private Charge helpdeskFee(ChargeDays month) {
        return owed(Kind.FEE, "northdesk-platform", month, times(HELPDESK_PER_DAY, month));
    }

    private Charge helpdeskTax(ChargeDays month) {
        var perDay = HELPDESK_PER_DAY.multiply(TAX);
        return owed(Kind.TAX, "northdesk-platform", month, times(perDay, month));
    }

    private Charge owed(Kind kind, String key, ChargeDays days, BigDecimal amount) {
        return new Charge(
                kind,
                new Bought(catalogue.item(key), -1, BigDecimal.ONE),
                days,
                new Amounts(amount, amount, amount, amount),
                null);
    }

    private static BigDecimal times(BigDecimal perDay, ChargeDays days) {
        return perDay.multiply(BigDecimal.valueOf(days.count()));
    }
}
