package dev.glidepath.core.assess;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What was known when the last mail was made.
///
/// @param at when that was
/// @param ledger of the days that are assessed now
/// @param replaced the deliveries that came since
public record Earlier(Instant at, Ledger ledger, List<Replaced> replaced) {

    public Earlier {
        replaced = List.copyOf(replaced);
    }

    /// A delivery that took the place of another one of its export and billing period.
    ///
    /// @param before empty where the billing period had none
    /// @param otherRules put its charges into categories than the one's before
    public record Replaced(
            Optional<Execution.Id> before,
            Execution.Id now,
            boolean otherRules,
            Differing differing) {}

    /// The days of which the two say something else, by category, service and charge, amounts of
    /// two signs apart; a day that one of them does not have is absent there.
    public record Differing(
            NavigableMap<LocalDate, List<CostLine>> before,
            NavigableMap<LocalDate, List<CostLine>> now) {

        public Differing {
            before = Collections.unmodifiableNavigableMap(new TreeMap<>(before));
            now = Collections.unmodifiableNavigableMap(new TreeMap<>(now));
        }
    }

    Earlier within(Set<String> categories) {
        return new Earlier(
                at,
                ledger.within(categories),
                replaced.stream().map(r -> within(r, categories)).toList());
    }

    private static Replaced within(Replaced replaced, Set<String> categories) {
        var own =
                new Differing(
                        Ledger.within(replaced.differing().before(), categories),
                        Ledger.within(replaced.differing().now(), categories));
        return new Replaced(replaced.before(), replaced.now(), replaced.otherRules(), own);
    }
}
