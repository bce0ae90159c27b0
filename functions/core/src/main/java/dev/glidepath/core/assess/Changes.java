package dev.glidepath.core.assess;

import dev.glidepath.core.bridge.Bridge;
import dev.glidepath.core.bridge.Bridging;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.Plan;

import java.util.List;

/// What is different from before.
///
/// @param bridge why the week cost something else than the week before
/// @param restated what is known of earlier weeks now and was not when the last mail was made
public record Changes(Bridge bridge, Restated restated) {

    static Changes of(Ledger ledger, Plan.Basis basis, Week week) {
        return new Changes(bridge(ledger, basis, week), Restating.of(ledger, basis, week));
    }

    private static Bridge bridge(Ledger ledger, Plan.Basis basis, Week week) {
        for (var each : List.of(week, week.previous())) {
            if (!ledger.state(each).complete()) {
                return new Bridge.NotComparable(each);
            }
        }
        var compared = ledger.detail().subMap(week.previous().monday(), true, week.sunday(), true);
        return Bridging.of(week, compared, basis.metric(), line -> CountedCost.counts(line, basis));
    }
}
