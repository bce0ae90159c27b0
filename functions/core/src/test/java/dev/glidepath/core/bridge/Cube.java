package dev.glidepath.core.bridge;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Metric;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Two weeks of made-up lines.
final class Cube {

    static final Week AFTER = Week.parse("2026-W20");
    static final Week BEFORE = AFTER.previous();

    final NavigableMap<LocalDate, List<CostLine>> days = new TreeMap<>();

    /// What a line is of; the rest of it is always the same.
    record Thing(
            String service,
            @Nullable String item,
            @Nullable String unit,
            String charge,
            @Nullable String pricing,
            @Nullable String commitment,
            @Nullable String status,
            @Nullable String chargeClass) {

        static Thing usage(String service, @Nullable String item, @Nullable String unit) {
            return new Thing(service, item, unit, "Usage", "Standard", null, null, null);
        }

        static Thing charge(String service, String charge) {
            return new Thing(service, null, null, charge, null, null, null, null);
        }

        Thing covered(String by) {
            return new Thing(service, item, unit, charge, "Committed", by, "Used", chargeClass);
        }

        Thing unused(String of) {
            return new Thing(service, item, unit, charge, "Committed", of, "Unused", chargeClass);
        }

        Thing correction() {
            return new Thing(
                    service, item, unit, charge, pricing, commitment, status, "Correction");
        }
    }

    /// The same on each day of the week.
    Cube week(Week week, Thing thing, @Nullable String quantity, String cost) {
        week.days().forEach(day -> day(day, thing, quantity, cost, 1));
        return this;
    }

    Cube day(LocalDate day, Thing thing, @Nullable String quantity, String cost, long rows) {
        var amount = new BigDecimal(cost);
        return line(
                day,
                "USD",
                "A",
                thing,
                quantity == null ? null : new BigDecimal(quantity),
                new Amounts(amount, amount, null, null),
                rows);
    }

    Cube line(
            LocalDate day,
            String currency,
            String category,
            Thing thing,
            @Nullable BigDecimal quantity,
            Amounts amounts,
            long rows) {
        var charge =
                new Dimensions.Charge(
                        thing.charge(),
                        thing.chargeClass(),
                        thing.item(),
                        thing.pricing(),
                        thing.commitment(),
                        thing.status(),
                        thing.unit());
        var dimensions =
                new Dimensions(
                        currency,
                        new Dimensions.Service("AWS", thing.service(), null),
                        new Dimensions.SubAccount("001", null),
                        "eu-central-1",
                        charge,
                        Map.of());
        days.computeIfAbsent(day, _ -> new ArrayList<>())
                .add(new CostLine(category, dimensions, amounts, quantity, rows));
        return this;
    }

    Bridge.Told bridge() {
        return bridge(AFTER);
    }

    Bridge.Told bridge(Week week) {
        return Bridging.of(week, days, Metric.EFFECTIVE, _ -> true);
    }

    /// The steps as text: `VOLUME 7, MIX -1.5`.
    static List<String> told(Bridge.Told bridge) {
        return bridge.steps().stream()
                .map(s -> s.kind() + " " + s.amount().stripTrailingZeros().toPlainString())
                .toList();
    }
}
