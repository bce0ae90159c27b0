package dev.glidepath.digest.deliver;

import dev.glidepath.core.calendar.Week;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a run did with a week's digests.
///
/// @param deliveries per recipient, by address
/// @param notices to the owner, one per reason that holds a digest
public record Report(Week week, Map<String, Delivery> deliveries, List<Delivery> notices) {

    public Report {
        deliveries = new LinkedHashMap<>(deliveries);
        notices = List.copyOf(notices);
    }

    public <D extends Delivery> long count(Class<D> kind) {
        return deliveries.values().stream().filter(kind::isInstance).count();
    }

    public boolean complete() {
        return deliveries.values().stream().allMatch(Delivery::reached);
    }

    /// Whether running again in a minute could make it better.
    boolean mends() {
        return all().anyMatch(Delivery::mends);
    }

    private Stream<Delivery> all() {
        return Stream.concat(deliveries.values().stream(), notices.stream());
    }

    public List<RuntimeException> faults() {
        return all().flatMap(d -> d instanceof Delivery.Failed(var fault) ? Stream.of(fault) : null)
                .toList();
    }

    /// Words and counts, and reasons; no addresses.
    public Map<String, Object> summary() {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("week", week.toString());
        summary.putAll(
                deliveries.values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Report::word, LinkedHashMap::new, Collectors.counting())));
        long told = notices.stream().filter(Delivery.Sent.class::isInstance).count();
        if (told > 0) {
            summary.put("ownerTold", told);
        }
        var reasons = all().flatMap(Report::reasons).distinct().toList();
        if (!reasons.isEmpty()) {
            summary.put("reasons", reasons);
        }
        return summary;
    }

    private static String word(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent _ -> "sent";
            case Delivery.AlreadySent _ -> "alreadySent";
            case Delivery.Held _ -> "held";
            case Delivery.InHand _ -> "inHand";
            case Delivery.Open _ -> "unknown";
            case Delivery.Failed _ -> "failed";
            case Delivery.NotSent(var answer) ->
                    switch (answer) {
                        case Answer.Throttled _ -> "throttled";
                        case Answer.NotReached _ -> "notReached";
                        case Answer.QuotaSpent _ -> "quotaSpent";
                        case Answer.NotVerified _ -> "notVerified";
                        case Answer.Paused _ -> "paused";
                        case Answer.Refused _ -> "refused";
                    };
        };
    }

    private static Stream<String> reasons(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent _, Delivery.AlreadySent _ -> Stream.of();
            case Delivery.Held(var reasons) -> reasons.stream();
            case Delivery.InHand(var until) ->
                    Stream.of("another run may be sending it until " + until);
            case Delivery.Open(var until) ->
                    Stream.of(
                            "SES may have taken it; without an event that says so, a run after "
                                    + until
                                    + " sends it again");
            case Delivery.Failed(var fault) -> Stream.of(words(fault));
            case Delivery.NotSent(var answer) -> Stream.of(answer.reason());
        };
    }

    /// One line, without what looks like an address.
    private static String words(RuntimeException fault) {
        var words = String.valueOf(fault.getMessage()).replaceAll("\\S*@\\S*", "…");
        return words.lines().findFirst().orElse(fault.getClass().getSimpleName());
    }
}
