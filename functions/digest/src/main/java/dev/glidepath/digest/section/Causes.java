package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Restated.Why;
import dev.glidepath.core.bridge.Cause;
import dev.glidepath.core.bridge.Step.Kind;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.lever.Lever.Where;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words for why a cost is another one, and whose it is.
final class Causes {

    private Causes() {}

    static String name(Kind kind) {
        return switch (kind) {
            case VOLUME -> "Volume";
            case RATE -> "Rate";
            case MIX -> "Mix";
            case COMMITMENT -> "Commitments";
            case NEW -> "New";
            case GONE -> "Gone";
            case CREDITS_AND_REFUNDS -> "Credits and refunds";
            case TAX_AND_FEES -> "Tax and fees";
            case CALENDAR -> "Calendar";
            case NOT_TOLD_APART -> "Not told apart";
        };
    }

    static String meaning(Kind kind) {
        return switch (kind) {
            case VOLUME -> "Volume: another quantity.";
            case RATE -> "Rate: another unit price of a SKU.";
            case MIX -> "Mix: other SKUs, accounts or Spot in place of as many.";
            case COMMITMENT -> "Commitments: another coverage, or more unused.";
            case NEW -> "New: usage of a service or region that had none.";
            case GONE -> "Gone: usage of a service or region that has none now.";
            case CREDITS_AND_REFUNDS -> "Credits and refunds: with discounts and corrections.";
            case TAX_AND_FEES -> "Tax and fees: and purchases that are no commitments.";
            case CALENDAR -> "Calendar: months of another length, days without any charge.";
            case NOT_TOLD_APART ->
                    "Not told apart: usage without a quantity or SKU in the bill; volume, rate and"
                            + " mix are all in it.";
        };
    }

    static String told(Cause cause) {
        var place = cause.place();
        var charge =
                cause.chargeCategory().equals("Usage") ? null : Names.clean(cause.chargeCategory());
        return Stream.of(
                        charge == null ? "" : charge,
                        Names.clean(place.service(), Names.clean(place.provider(), "no service")),
                        Names.clean(cause.item(), ""),
                        Names.clean(place.region(), ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// `; most: BoxUsage:m5.large in account 111122223333`, as far as it is known.
    static String most(Optional<Where> largest) {
        var item = largest.map(w -> Names.clean(w.item(), "")).orElse("");
        var account = largest.map(w -> Names.clean(w.account(), "")).orElse("");
        var where =
                Stream.of(item, account.isEmpty() ? "" : "in account " + account)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
        return where.isEmpty() ? "" : "; most: " + where;
    }

    static String told(Why why) {
        return switch (why) {
            case CREDIT -> "credit";
            case REFUND -> "refund or adjustment";
            case TAX -> "tax";
            case FEE -> "fee";
            case CORRECTION -> "correction of an earlier period";
            case USAGE_CAME_LATE -> "usage that came late";
            case USAGE_CHANGED -> "usage corrected";
        };
    }

    /// The category and its owner.
    static String answering(String category, Assessment assessment) {
        var owner =
                assessment.targets().lines().stream()
                        .filter(line -> line.name().equals(category))
                        .map(Line::owner)
                        .map(Names::clean)
                        .filter(name -> !name.isEmpty())
                        .findFirst();
        return Names.clean(category) + owner.map(name -> " (" + name + ")").orElse("");
    }
}
