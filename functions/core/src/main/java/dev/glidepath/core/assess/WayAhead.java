package dev.glidepath.core.assess;

import dev.glidepath.core.assess.Outlook.Due;
import dev.glidepath.core.chart.Course.Ahead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a line is going, as a picture shows it.
public final class WayAhead {

    /// The next milestone is shown up to here, the ones after it only within a year: else what was
    /// would shrink to a corner.
    private static final int MOST_YEARS = 2;

    private WayAhead() {}

    /// @param asOf the day of the run-rate, from where it begins
    /// @return empty while the run-rate is not known; the run-rate alone while nothing is forecast
    public static List<Ahead> of(Line line, LocalDate asOf) {
        var runRate =
                switch (line.standing()) {
                    case Standing.Measured m -> Optional.of(m.runRate());
                    case Standing.NoTarget(var amount) -> Optional.of(amount);
                    case Standing.NotEnoughData _ -> Optional.<BigDecimal>empty();
                };
        var ahead = new ArrayList<Ahead>();
        runRate.ifPresent(amount -> ahead.add(Ahead.known(asOf, amount)));
        for (var due : runRate.isEmpty() ? List.<Due>of() : line.outlook().dues()) {
            int years = ahead.size() == 1 ? MOST_YEARS : 1;
            due.projected()
                    .filter(_ -> !due.date().isAfter(asOf.plusYears(years)))
                    .map(f -> new Ahead(due.date(), f.amount(), f.band().low(), f.band().high()))
                    .ifPresent(ahead::add);
        }
        return ahead;
    }
}
